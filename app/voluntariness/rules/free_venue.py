"""FREE-VENUE-1: the room was neutral, open and without weapons, and anyone could leave at once."""

from datetime import time

from app.foundation.clock import local
from app.record.facts.sessions import SessionClosed
from app.record.facts.sittings import AttendanceNoted, LeaveAsked, RoomChecked
from app.voluntariness.finding import Finding, Severity
from app.voluntariness.sittings import Sitting, entries_in, sittings_of
from app.voluntariness.story import Story
from app.voluntariness.weighing import Weighing

GRANTED_WITHIN = 15
"""Minutes within which a wish to leave or to stop must be granted (domain.md 3.2 FREE-VENUE-1)."""
NOON = time(12)


def free_venue(story: Story) -> Finding:
    """For each session up to the last signature: the room looked at, at the opening and the close, and at midday
    where the session spans it; nobody armed, ways out open, telephones kept; each wish to leave granted.

    Source: domain.md 3.2 FREE-VENUE-1 (Randle v. Mid Gulf: a party with chest pains who could not leave mediation;
    show of force raises perceived coercion). Severity B; C where only the place is the police's, the district's,
    a company's or a side's. People in uniform without weapons stand beside it.
    """
    weighing = Weighing(story, "FREE-VENUE-1", Severity.CLEARANCE)
    sittings = sittings_of(story, weighing)
    for sitting in sittings:
        _weigh_looks(story, weighing, sitting)
        _weigh_people(weighing, sitting)
        _weigh_leaving(weighing, sitting)
    if weighing.broken or weighing.lacking:
        weighing.severity = Severity.BLOCKS
    for sitting in sittings:
        hosted = [told for told in sitting.all(RoomChecked) if told.fact.host != "neutral"]
        if hosted:
            weighing.breaks_to_clear("place_of_power", *entries_in(hosted))
    if not weighing.broken:
        weighing.severity = Severity.BLOCKS
    return weighing.finding()


def _weigh_looks(story: Story, weighing: Weighing, sitting: Sitting) -> None:
    """Was the room looked at when it should be, and what was seen?"""
    looks = sitting.all(RoomChecked)
    weighing.proves(*entries_in(looks))
    needed = {"opening", "close"} | ({"midday"} if _spans_noon(story, sitting) else set())
    if needed - {told.fact.moment for told in looks}:
        weighing.lacks("room_not_looked_at", sitting.meeting.opened.entry)
    for told in looks:
        if told.fact.armed:
            weighing.breaks("armed", told.entry)
        if told.fact.exits_locked:
            weighing.breaks("exits_locked", told.entry)
        if told.fact.phones_taken:
            weighing.breaks("phones_taken", told.entry)
        if told.fact.uniformed:
            weighing.speaks_against(told.entry)


def _spans_noon(story: Story, sitting: Sitting) -> bool:
    """Did the session begin before noon and go on after it? One that is not closed yet may."""
    closed = [told for told in story.all(SessionClosed) if told.fact.session == sitting.session]
    begins = local(sitting.meeting.opened.soonest)
    if begins.time() >= NOON or not closed:
        return False
    ends = local(closed[-1].soonest)
    return ends.time() > NOON or ends.date() > begins.date()


def _weigh_people(weighing: Weighing, sitting: Sitting) -> None:
    """Who came: the newest list says; one without a list is not known."""
    came = sitting.all(AttendanceNoted)
    weighing.proves(*entries_in(came))
    if not came:
        weighing.lacks("no_attendance", sitting.meeting.opened.entry)
    for told in came:
        if told.fact.armed:
            weighing.breaks("armed", told.entry)
        if told.fact.uniformed:
            weighing.speaks_against(told.entry)


def _weigh_leaving(weighing: Weighing, sitting: Sitting) -> None:
    for told in sitting.all(LeaveAsked):
        weighing.rests_on(told.entry)
        if told.fact.minutes < 0:
            weighing.breaks("leave_refused", told.entry)
        elif told.fact.minutes > GRANTED_WITHIN:
            weighing.breaks("leave_granted_late", told.entry)
