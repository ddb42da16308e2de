"""REC-COPY-1: everyone who signed walked away with their own complete copy."""

from datetime import timedelta

from app.record.facts.agreements import SignatureGiven
from app.record.facts.understanding import CopyTaken
from app.voluntariness.finding import Finding, Severity
from app.voluntariness.story import Story, Told
from app.voluntariness.weighing import Weighing

WITHIN = timedelta(hours=1)


def rec_copy(story: Story) -> Finding:
    """For each signature: the signer's own signed copy, taken at most an hour after it, seen by the witness.

    Source: domain.md 3.6 REC-COPY-1 ("only the company kept the document"). Severity B. A copy that nobody noted
    is UNKNOWN, one that came later NOT_KEPT.
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
    return weighing.finding()


def _weigh(weighing: Weighing, signature: Told[SignatureGiven], taken: list[Told[CopyTaken]]) -> None:
    own = [
        told
        for told in taken
        if told.fact.text == signature.fact.text
        and signature.entry.by in told.fact.persons
        and told.number > signature.number
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
