"""FREE-REFUSE-1: all were told in writing what a no leads to, and refusing is as easy as accepting."""

from app.foundation.roles import Role
from app.record.facts.agreements import IfNoSigned, IfNoStated
from app.voluntariness.finding import Finding, Severity
from app.voluntariness.governing import governing
from app.voluntariness.roster import sides_of
from app.voluntariness.story import Story, Told
from app.voluntariness.weighing import Weighing


def free_refuse(story: Story) -> Finding:
    """The newest "if you say no" before the first signature: no threat in it, signed by each side and the chair.

    Source: domain.md 3.2 FREE-REFUSE-1 (right to refuse legitimate and unconditional; IFC PS5, definition of a
    willing seller). Severity B. The taps of a no must not be more than those of a yes, as the governing
    thresholds count them. A consequence named at any time after that statement is NOT_KEPT too.
    """
    weighing = Weighing(story, "FREE-REFUSE-1", Severity.BLOCKS)
    weighing.counts_on(IfNoStated, IfNoSigned)
    sides = sides_of(story, weighing)
    signed = story.signatures()
    first = min((told.number for told in signed), default=_never(story))
    stated = story.all(IfNoStated)
    before = [told for told in stated if told.number < first]
    if before:
        _weigh_signatures(story, weighing, before[-1], sides, first)
        for told in stated:
            if told.fact.consequences:
                weighing.speaks_against(told.entry)
                if told.number >= before[-1].number:
                    weighing.breaks("consequence_named", told.entry)
    else:
        weighing.lacks("nothing_stated")
    known = {told.fact.statement for told in stated}
    unknown = [told.entry for told in story.all(IfNoSigned) if told.fact.statement not in known]
    if unknown:
        weighing.lacks("statement_missing", *unknown)
    numbers = governing(story, weighing, first)
    if numbers is not None and numbers.steps_refuse > numbers.steps_accept:
        weighing.breaks("refusing_is_harder", numbers.entry)
    return weighing.finding()


def _never(story: Story) -> int:
    return max(story.entries, default=0) + 1


def _weigh_signatures(
    story: Story, weighing: Weighing, statement: Told[IfNoStated], sides: list[str], first: int
) -> None:
    weighing.rests_on(statement.entry)
    signings = [
        told
        for told in story.all(IfNoSigned)
        if told.fact.statement == statement.fact.statement and told.number > statement.number
    ]
    for side in [*sides, ""]:  # '' is the chair
        own = [told for told in signings if told.fact.side == side and _speaks_for(told, side)]
        in_time = [told for told in own if told.number < first]
        weighing.proves(*(told.entry for told in in_time))
        if own and not in_time:
            weighing.breaks("statement_signed_late", own[0].entry)
        elif not own:
            weighing.lacks("statement_unsigned")


def _speaks_for(told: Told[IfNoSigned], side: str) -> bool:
    """Nobody signs for another side, and only the chair as chair."""
    return told.entry.party == side and (bool(side) or told.entry.role is Role.CHAIR)
