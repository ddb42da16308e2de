"""INCL-ESSENTIAL-1: no promise binds or depends on somebody who was not at the table."""

from app.record.entry import Entry
from app.record.facts.agreements import SignatureGiven
from app.record.facts.promises import PromiseNamed
from app.voluntariness.finding import Finding, Severity
from app.voluntariness.promised import promises_of
from app.voluntariness.roster import Decider, deciders_of
from app.voluntariness.story import Story, Told, grouped
from app.voluntariness.weighing import Weighing


def incl_essential(story: Story) -> Finding:
    """Each promise's debtor is a side of this table, all of whose deciders signed; an outside authority is a
    condition and binds nobody.

    Source: domain.md 3.2 INCL-ESSENTIAL-1 (Siem Reap 2010: the two businessmen stayed away, nothing could be
    concluded; UDG: "beyond my authority"). Severity B. A promise that names a side nobody named here, or that was
    given to another side after somebody had signed, is NOT_KEPT; a debtor side that has not signed, UNKNOWN.
    """
    weighing = Weighing(story, "INCL-ESSENTIAL-1", Severity.BLOCKS)
    weighing.counts_on(SignatureGiven)
    deciders = deciders_of(story, weighing)
    signed = grouped(story.signatures(), lambda told: told.entry.by)
    sides = {decider.side for decider in deciders}
    for promise in promises_of(story, weighing):
        weighing.proves(promise.entry)
        _weigh_renaming(story, weighing, promise)
        if not promise.fact.debtor:
            continue  # a condition: named with its day, and bound to nobody
        if promise.fact.debtor not in sides:
            weighing.breaks("debtor_not_here", promise.entry)
            continue
        _weigh_signatures(weighing, promise, deciders, {who: told[-1].entry for who, told in signed.items()})
    return weighing.finding()


def _weigh_signatures(
    weighing: Weighing, promise: Told[PromiseNamed], deciders: list[Decider], signed: dict[str, Entry]
) -> None:
    own = [decider.person for decider in deciders if decider.side == promise.fact.debtor]
    weighing.rests_on(*(signed[person] for person in own if person in signed))
    if any(person not in signed for person in own):
        weighing.lacks("debtor_not_signed", promise.entry)


def _weigh_renaming(story: Story, weighing: Weighing, promise: Told[PromiseNamed]) -> None:
    """What people signed was to be kept by the side that was named then: last before the first of them signed, or,
    where it was not named yet, first of all.
    """
    named = [
        told
        for told in story.all(PromiseNamed)
        if (told.fact.text, told.fact.row) == (promise.fact.text, promise.fact.row)
    ]
    signed = min((told.number for told in story.signatures()), default=promise.number)
    then = ([told for told in named if told.number < signed] or named[:1])[-1]
    if promise.number > signed and then.fact.debtor != promise.fact.debtor:
        weighing.breaks("renamed_after_signing", promise.entry)
