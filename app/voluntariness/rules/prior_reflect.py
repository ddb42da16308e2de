"""PRIOR-REFLECT-1: nobody signed before the time to think over the identical text had run."""

from app.foundation.clock import counted
from app.record.facts.agreements import SignatureGiven, TextFixed, TextHandedOver
from app.record.facts.understanding import RecordingBound, RecordingChanged
from app.voluntariness.finding import Finding, Severity
from app.voluntariness.governing import days, governing
from app.voluntariness.story import Story, Told
from app.voluntariness.weighing import Weighing


def prior_reflect(story: Story) -> Finding:
    """For each signature: the signer's own receipt of the same digest, `reflection_min_days` counted before it.

    Source: domain.md 3.3 PRIOR-REFLECT-1 (29 CFR 1625.22, 21 and 45 days; FPIC "sufficiently in advance").
    Severity B. Counted to the minute without closed days, from the hand-over to that person (settled.md 2), and
    never from before the text was fixed, nor from before its recording was changed. A missing receipt is UNKNOWN, a
    short time NOT_KEPT.
    """
    weighing = Weighing(story, "PRIOR-REFLECT-1", Severity.BLOCKS)
    weighing.counts_on(SignatureGiven, TextHandedOver, TextFixed, RecordingBound, RecordingChanged)
    weighing.counts_by_clock()
    signed = story.signatures()
    if not signed:
        weighing.lacks("none_signed")
    for told in signed:
        _weigh(story, weighing, told)
    return weighing.finding()


def _weigh(story: Story, weighing: Weighing, signature: Told[SignatureGiven]) -> None:
    text, numbers = story.text, governing(story, weighing, signature.number)
    receipts = [
        told
        for told in story.all(TextHandedOver)
        if text is not None
        and text.number < told.number < signature.number
        and told.fact.text == signature.fact.text
        and signature.entry.by in told.fact.persons
    ]
    weighing.rests_on(signature.entry)
    if text is None or not receipts:
        weighing.lacks("no_receipt", signature.entry)
        return
    weighing.rests_on(text.entry)
    receipt = min(receipts, key=lambda told: told.entry.when)
    weighing.proves(receipt.entry)
    if receipt.fact.count != len(set(receipt.fact.persons)):
        weighing.lacks("count_differs", receipt.entry)
    if numbers is not None:
        heard = [one for one in story.heard_anew if one.number < signature.number]
        weighing.rests_on(*heard)
        handed = max([receipt.entry.when, text.entry.at, *(one.at for one in heard)])
        if counted(handed, signature.soonest, numbers.closures) < days(numbers.numbers.reflection_min_days):
            weighing.breaks_by_clock("too_short", receipt.entry, signature.entry)
