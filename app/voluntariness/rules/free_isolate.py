"""FREE-ISOLATE-1: nobody was picked off: each signed in a session, not outnumbered, with support at hand."""

from app.record.facts.agreements import SignatureGiven
from app.record.facts.understanding import SigningRoomNoted
from app.voluntariness.finding import Finding, Severity
from app.voluntariness.meetings import Meeting, meetings_before
from app.voluntariness.story import Story, Told, grouped
from app.voluntariness.weighing import Weighing


def free_isolate(story: Story) -> Finding:
    """For each signature: an open session, and the witness's note of who was in the room.

    Source: domain.md 3.2 FREE-ISOLATE-1 (villagers who could not read "called one by one"). Severity C; B for a
    signature outside a session. Not more of the other side than of the signer's own, and a support person was
    offered. A missing note is UNKNOWN.
    """
    weighing = Weighing(story, "FREE-ISOLATE-1", Severity.CLEARANCE)
    weighing.counts_on(SignatureGiven, SigningRoomNoted)
    signed = story.signatures()
    if not signed:
        weighing.lacks("none_signed")
    last = max((told.number for told in signed), default=0)
    held = {meeting.session: meeting for meeting in meetings_before(story, weighing, last)}
    noted = grouped(story.all(SigningRoomNoted), lambda told: told.fact.person)
    for told in signed:
        weighing.rests_on(told.entry)
        _weigh_session(story, weighing, told, held)
        _weigh_room(weighing, told, noted.get(told.entry.by, []))
    return weighing.finding()


def _weigh_session(
    story: Story, weighing: Weighing, signature: Told[SignatureGiven], held: dict[str, Meeting]
) -> None:
    meeting = held.get(signature.fact.session)
    if meeting is None or not meeting.holds(story, signature.number):
        weighing.severity = Severity.BLOCKS
        weighing.lacks("signed_outside_session", signature.entry)


def _weigh_room(
    weighing: Weighing, signature: Told[SignatureGiven], noted: list[Told[SigningRoomNoted]]
) -> None:
    rooms = [
        told
        for told in noted
        if told.fact.text == signature.fact.text
        and told.number > signature.number
        and told.entry.by != signature.entry.by
    ]
    if not rooms:
        weighing.lacks("room_not_noted", signature.entry)
        return
    room = rooms[-1]
    weighing.proves(room.entry)
    if min(room.fact.own_side, room.fact.other_side, room.fact.officials) < 0 or not room.fact.own_side:
        raise ValueError("a room in which the signer was not")
    if room.fact.other_side > room.fact.own_side:
        weighing.breaks("outnumbered", room.entry)
    if not room.fact.support_offered:
        weighing.breaks("no_support_offered", room.entry)
