"""FREE-TIME-1: nobody was worn down: signatures by day and within the hours, breaks kept, no ultimatum."""

from datetime import datetime, time, timedelta

from app.foundation.clock import local
from app.record.facts.agreements import SignatureGiven
from app.record.facts.sessions import SessionClosed
from app.record.facts.sittings import BreakHeld, UltimatumNoted
from app.voluntariness.finding import Finding, Severity
from app.voluntariness.governing import governing
from app.voluntariness.sittings import Sitting, entries_in, sittings_of
from app.voluntariness.story import Story, Told
from app.voluntariness.weighing import Weighing

SITTING_BEFORE_BREAK = timedelta(hours=2)
BREAK_MINUTES = 15
"""For every full two hours of a session, so many minutes of breaks (domain.md 3.2 FREE-TIME-1, [D])."""


def free_time(story: Story) -> Finding:
    """Each signature inside the governing day window and within the hours of its session; breaks; no ultimatum.

    Source: domain.md 3.2 FREE-TIME-1 (Odorizzi factors of undue influence: unusual time, demand to finish at once;
    a governor who "talked for more than two hours and urged us"). Severity B where a signature was given outside
    the window or after the longest hours, or where that cannot be seen; C for breaks and words of an ultimatum.
    """
    weighing = Weighing(story, "FREE-TIME-1", Severity.CLEARANCE)
    weighing.counts_on(SignatureGiven)
    weighing.counts_by_clock()
    sittings = sittings_of(story, weighing)
    held = {sitting.session: sitting for sitting in sittings}
    before = len(weighing.broken) + len(weighing.lacking)
    signed = story.signatures()
    if not signed:
        weighing.lacks("none_signed")
    for told in signed:
        _weigh_signature(story, weighing, told, held.get(told.fact.session))
    if story.doubts or len(weighing.broken) + len(weighing.lacking) > before:
        weighing.severity = Severity.BLOCKS
    for sitting in sittings:
        _weigh_breaks(story, weighing, sitting)
        noted = entries_in(sitting.all(UltimatumNoted))
        if noted:
            weighing.breaks_to_clear("ultimatum", *noted)
    if not (weighing.broken or weighing.lacking):
        weighing.severity = Severity.BLOCKS
    return weighing.finding()


def _weigh_signature(
    story: Story, weighing: Weighing, signature: Told[SignatureGiven], sitting: Sitting | None
) -> None:
    weighing.proves(signature.entry)
    if sitting is None or not sitting.meeting.holds(story, signature.number):
        weighing.lacks("signed_outside_session", signature.entry)
        return
    numbers = governing(story, weighing, signature.number)
    if numbers is None:
        return
    window = numbers.day_from, numbers.day_until
    if not all(_by_day(moment, window) for moment in (signature.soonest, signature.latest)):
        weighing.breaks_by_clock("signed_outside_day", signature.entry)
    hours = timedelta(hours=numbers.numbers.session_max_hours)
    if signature.latest - sitting.meeting.opened.soonest > hours:
        weighing.breaks_by_clock("signed_after_hours", sitting.meeting.opened.entry, signature.entry)


def _by_day(moment: datetime, window: tuple[time, time]) -> bool:
    return window[0] <= local(moment).time() <= window[1]


def _weigh_breaks(story: Story, weighing: Weighing, sitting: Sitting) -> None:
    """Enough minutes of breaks for how long the session lasted."""
    closed = [told for told in story.all(SessionClosed) if told.fact.session == sitting.session]
    if not closed:
        weighing.lacks("not_closed", sitting.meeting.opened.entry)
        return
    weighing.rests_on(closed[-1].entry)
    breaks = sitting.all(BreakHeld)
    weighing.rests_on(*entries_in(breaks))
    lasted = closed[-1].latest - sitting.meeting.opened.soonest
    if sum(told.fact.minutes for told in breaks) < BREAK_MINUTES * (lasted // SITTING_BEFORE_BREAK):
        weighing.breaks_to_clear("too_few_breaks", closed[-1].entry)
