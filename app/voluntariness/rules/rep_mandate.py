"""REP-MANDATE-1: whoever signs for others holds their written mandate, seen by the witness, and stays within it."""

from datetime import date

from app.foundation.clock import local
from app.record.facts.agreements import SignatureGiven
from app.record.facts.preparation import MandateEnded, MandateGiven, MandateWitnessed
from app.voluntariness.finding import Finding, Result, Severity
from app.voluntariness.roster import Decider, deciders_of
from app.voluntariness.story import Story, Told, grouped
from app.voluntariness.weighing import Weighing

RULE = "REP-MANDATE-1"


def rep_mandate(story: Story) -> Finding:
    """Each decider listed as representative: a mandate with its text, reaching a signature, valid on that day.

    Source: domain.md 3.1 REP-MANDATE-1 (CAO on representation; FPIC "freely chosen representatives"; a village
    chief's word is no mandate). Severity B. Its principals are persons or a witnessed count, and the witness saw
    their marks (E3). Where nobody decides for others it does not apply. A mandate that is missing, unseen or
    without its text is UNKNOWN; one that ended, is over or does not reach a signature is NOT_KEPT.
    """
    weighing = Weighing(story, RULE, Severity.BLOCKS)
    weighing.counts_on(MandateGiven, MandateWitnessed, MandateEnded)
    deciders = deciders_of(story, weighing)
    speakers = [decider for decider in deciders if decider.listed.fact.because == "representative"]
    if not speakers and deciders and not weighing.lacking:
        evidence = tuple(sorted(weighing.evidence))
        return Finding(
            RULE, Severity.BLOCKS, Result.NOT_APPLICABLE, "nobody_represents", evidence, grade="E1"
        )
    given = grouped(story.all(MandateGiven), lambda told: (told.fact.person, told.fact.side))
    signed = grouped(story.signatures(), lambda told: told.entry.by)
    for speaker in speakers:
        signature = next(iter(signed.get(speaker.person, [])[-1:]), None)
        _weigh(story, weighing, speaker, given.get((speaker.person, speaker.side), []), signature)
    return weighing.finding()


def _weigh(
    story: Story,
    weighing: Weighing,
    speaker: Decider,
    given: list[Told[MandateGiven]],
    signature: Told[SignatureGiven] | None,
) -> None:
    earlier = [told for told in given if signature is None or told.number < signature.number]
    if not earlier:
        weighing.lacks("no_mandate", speaker.listed.entry)
        return
    mandate = earlier[-1]
    fact = mandate.fact
    weighing.rests_on(mandate.entry)
    if not fact.principals and fact.count < 1:
        weighing.lacks("mandate_of_nobody", mandate.entry)
    if story.file(fact.text) is None:
        weighing.lacks("mandate_text_missing", mandate.entry)
    seen = [
        told.entry
        for told in story.all(MandateWitnessed)
        if told.fact.mandate == fact.mandate and told.entry.by != speaker.person
    ]
    weighing.proves(*seen)
    if not seen:
        weighing.lacks("mandate_unwitnessed", mandate.entry)
    ended = [told.entry for told in story.all(MandateEnded) if told.fact.mandate == fact.mandate]
    if ended:
        weighing.breaks("mandate_ended", *ended)
    if "sign" not in fact.scope:
        weighing.breaks("mandate_too_narrow", mandate.entry)
    if signature is not None and local(signature.latest).date() > date.fromisoformat(fact.until):
        weighing.breaks("mandate_over", mandate.entry, signature.entry)
