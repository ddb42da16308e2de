"""REC-COPY-1: everyone who signed walked away with their own copy, and each side has answered the minutes."""

from datetime import datetime, timedelta

from app.record.facts.agreements import SignatureGiven
from app.record.facts.understanding import CopyTaken
from app.voluntariness.finding import Finding, Severity
from app.voluntariness.minutes import minutes_answered
from app.voluntariness.story import Story, Told
from app.voluntariness.weighing import Weighing

WITHIN = timedelta(hours=1)


def rec_copy(story: Story) -> Finding:
    """For each signature: the signer's own signed copy, taken at most an hour after it, seen by the witness.

    Source: domain.md 3.6 REC-COPY-1 ("only the company kept the document"). Severity B. A copy that nobody noted,
    or that was taken before there was a signature on it, is UNKNOWN, one that came later NOT_KEPT. Where the copies
    are in order, minutes that a side has not answered within seven days need a clearance (severity C): silence is
    no consent.
    """
    weighing = Weighing(story, "REC-COPY-1", Severity.BLOCKS)
    weighing.counts_on(SignatureGiven, CopyTaken)
    weighing.counts_by_clock()
    signed = story.signatures()
    if not signed:
        weighing.lacks("none_signed")
    taken = story.all(CopyTaken)
    for told in signed:
        weighing.rests_on(told.entry)
        _weigh(weighing, told, taken)
    if not weighing.broken and not weighing.lacking:
        _weigh_minutes(story, weighing)
    return weighing.finding()


def _weigh_minutes(story: Story, weighing: Weighing) -> None:
    """The other half, asked only where the first is in order, so that a clearance never covers a missing copy."""
    found = minutes_answered(story)
    weighing.proves(*found.proof)
    weighing.rests_on(*found.looked_at)
    if found.broken or found.lacking:
        weighing.severity = Severity.CLEARANCE
    if "wrong_hand" in found.lacking:
        weighing.lacks("wrong_hand", *found.against)
    if "no_minutes" in found.lacking:
        weighing.lacks("no_minutes")
    if "minutes_unanswered" in found.lacking:
        weighing.lacks("minutes_unanswered")
    if "minutes_answered_late" in found.broken:
        weighing.breaks_by_clock("minutes_answered_late", *found.against)


def _weigh(weighing: Weighing, signature: Told[SignatureGiven], taken: list[Told[CopyTaken]]) -> None:
    own = [
        told
        for told in taken
        if told.fact.text == signature.fact.text
        and signature.entry.by in told.fact.persons
        and told.number > signature.number
        and told.entry.when >= _to_the_minute(signature)
    ]
    if not own:
        weighing.lacks("no_copy_taken", signature.entry)
        return
    first = min(own, key=lambda told: (told.entry.when, told.number))
    weighing.proves(first.entry)
    if first.fact.count != len(set(first.fact.persons)):
        weighing.lacks("count_differs", first.entry)
    if first.entry.when > signature.latest + WITHIN:
        weighing.breaks_by_clock("copy_late", first.entry)


def _to_the_minute(signature: Told[SignatureGiven]) -> datetime:
    """When a copy can first bear this signature, as people write it on a sheet."""
    return signature.soonest.replace(second=0, microsecond=0)
