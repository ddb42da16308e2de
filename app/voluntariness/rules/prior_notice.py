"""PRIOR-NOTICE-1: everyone was invited early, not by armed hands, and knew what the meeting was for."""

from datetime import datetime

from app.foundation.clock import counted
from app.record.facts.agreements import SignatureGiven
from app.record.facts.sessions import AgendaDelivered, AgendaVersioned, InvitationDelivered
from app.voluntariness.finding import Finding, Severity
from app.voluntariness.governing import days, governing
from app.voluntariness.meetings import Meeting, meetings_before
from app.voluntariness.roster import Decider, deciders_of
from app.voluntariness.story import Story, Told, grouped
from app.voluntariness.weighing import Weighing

ARMED = frozenset({"police", "soldier", "guard"})
Delivery = Told[InvitationDelivered] | Told[AgendaDelivered]


def prior_notice(story: Story) -> Finding:
    """Each decider had the invitation and the agenda of each session up to the last signature early enough.

    Source: domain.md 3.3 PRIOR-NOTICE-1 (orders from officials raise perceived coercion; FPIC "prior"; UNGP 31
    "predictable"). Severity C; B where a signature was given in a session whose agenda did not announce signing,
    or where that cannot be seen. Days are counted as settled.md 2 says; a moved session keeps its deliveries.
    """
    weighing = Weighing(story, "PRIOR-NOTICE-1", Severity.CLEARANCE)
    weighing.counts_on(InvitationDelivered, AgendaDelivered, AgendaVersioned, SignatureGiven)
    weighing.counts_by_clock()
    signed = story.signatures()
    last = max((told.number for told in signed), default=max(story.entries, default=0) + 1)
    meetings = meetings_before(story, weighing, last)
    if not meetings:
        weighing.lacks("no_session")
    deciders = deciders_of(story, weighing)
    agendas = grouped(story.all(AgendaDelivered), lambda told: told.fact.session)
    invitations = grouped(story.all(InvitationDelivered), lambda told: told.fact.session)
    versions = {(told.fact.session, told.fact.agenda) for told in story.all(AgendaVersioned)}
    for meeting in meetings:
        _weigh_invitations(story, weighing, meeting, deciders, invitations.get(meeting.session, []))
        delivered = agendas.get(meeting.session, [])
        _weigh_agendas(story, weighing, meeting, deciders, delivered)
        strangers = [told.entry for told in delivered if (meeting.session, told.fact.agenda) not in versions]
        if strangers:
            weighing.lacks("agenda_unversioned", *strangers)
    held = {meeting.session: meeting for meeting in meetings}
    for signature in signed:
        _weigh_signing(story, weighing, signature, held, agendas.get(signature.fact.session, []))
    return weighing.finding()


def _weigh_invitations(
    story: Story,
    weighing: Weighing,
    meeting: Meeting,
    deciders: list[Decider],
    delivered: list[Told[InvitationDelivered]],
) -> None:
    in_time = [told for told in delivered if _in_time(story, weighing, told, meeting.begins)]
    armed = [told.entry for told in delivered if told.fact.carrier in ARMED]
    if armed:
        weighing.breaks("carried_by_force", *armed)
    _weigh_reach(weighing, deciders, delivered, in_time, ("not_invited", "invited_late"))


def _weigh_agendas(
    story: Story,
    weighing: Weighing,
    meeting: Meeting,
    deciders: list[Decider],
    delivered: list[Told[AgendaDelivered]],
) -> None:
    in_time = [told for told in delivered if _in_time(story, weighing, told, meeting.begins)]
    _weigh_reach(weighing, deciders, delivered, in_time, ("agenda_not_delivered", "agenda_late"))


def _in_time(story: Story, weighing: Weighing, told: Delivery, begins: datetime) -> bool:
    """Were enough days counted between this delivery and the session? Where nothing governs it, it is not late:
    the rule is unknown then, and being unknown is not a fault of whoever delivered.
    """
    numbers = governing(story, weighing, told.number)
    if numbers is None:
        return True
    needed = numbers.numbers.agenda_min_days
    if isinstance(told.fact, InvitationDelivered):
        needed = numbers.numbers.invite_min_days
    return counted(told.entry.when, begins, numbers.closures) >= days(needed)


def _weigh_reach(
    weighing: Weighing,
    deciders: list[Decider],
    delivered: list[Told[InvitationDelivered]] | list[Told[AgendaDelivered]],
    in_time: list[Told[InvitationDelivered]] | list[Told[AgendaDelivered]],
    reasons: tuple[str, str],
) -> None:
    missing, late = reasons
    for told in delivered:
        if told.fact.count != len(set(told.fact.persons)):
            weighing.lacks("count_differs", told.entry)
    reached = {person for told in delivered for person in told.fact.persons}
    early = {person for told in in_time for person in told.fact.persons}
    listed = {decider.person for decider in deciders}
    weighing.proves(*(told.entry for told in in_time if listed.intersection(told.fact.persons)))
    if listed - reached:
        weighing.lacks(missing)
    tardy = [told.entry for told in delivered if (listed - early).intersection(told.fact.persons)]
    if tardy:
        weighing.breaks_by_clock(late, *tardy)


def _weigh_signing(
    story: Story,
    weighing: Weighing,
    signature: Told[SignatureGiven],
    held: dict[str, Meeting],
    delivered: list[Told[AgendaDelivered]],
) -> None:
    """Was signing announced to this signer, in what came in time and in what came last?"""
    weighing.rests_on(signature.entry)
    meeting = held.get(signature.fact.session)
    if meeting is None or not meeting.holds(story, signature.number):
        weighing.severity = Severity.BLOCKS
        weighing.lacks("signed_outside_session", signature.entry)
        return
    own = [
        told
        for told in delivered
        if signature.entry.by in told.fact.persons and told.number < signature.number
    ]
    early = [told for told in own if _in_time(story, weighing, told, meeting.begins)]
    read = [max(some, key=lambda told: (told.entry.when, told.number)) for some in (own, early) if some]
    if not read:
        weighing.severity = Severity.BLOCKS
        weighing.lacks("agenda_not_delivered", signature.entry)
    for told in read:
        announced = _announces_signing(story, told.fact.agenda)
        if announced:
            continue
        weighing.severity = Severity.BLOCKS
        if announced is None:
            weighing.lacks("agenda_missing", told.entry)
        else:
            weighing.breaks("sign_unannounced", told.entry, signature.entry)


def _announces_signing(story: Story, agenda: str) -> bool | None:
    """Has this agenda an item for signing? None when its file is not here or cannot be read."""
    items = (story.page(agenda) or {}).get("items")
    if not isinstance(items, list):
        return None
    return any(isinstance(item, dict) and item.get("purpose") == "sign" for item in items)
