"""FREE-SCREEN-1: before the first session somebody independent asked each person alone whether talking is safe."""

from app.record.facts.preparation import PrivateTalkHeld
from app.record.facts.sessions import SessionOpened
from app.voluntariness.finding import Finding, Severity
from app.voluntariness.neutrals import first_opening
from app.voluntariness.roster import deciders_of
from app.voluntariness.story import Story, Told, grouped
from app.voluntariness.weighing import Weighing

SCREENING = "screening"


def free_screen(story: Story) -> Finding:
    """Each decider: a private talk, alone, with somebody who is of no side, before the first session.

    Source: domain.md 3.2 FREE-SCREEN-1 (MASIC: universal, behaviourally specific screening finds what asking
    here and there misses; SAFeR: separate private talks). Severity B. What was said stands nowhere. A talk that
    is missing is UNKNOWN; one held late, or with others in the room, is NOT_KEPT.
    """
    weighing = Weighing(story, "FREE-SCREEN-1", Severity.BLOCKS)
    weighing.counts_on(PrivateTalkHeld)
    opened = first_opening(story, weighing)
    talks = grouped(
        [told for told in story.all(PrivateTalkHeld) if told.fact.kind == SCREENING],
        lambda told: told.fact.person,
    )
    deciders = deciders_of(story, weighing)
    people = {decider.person for decider in deciders}
    for decider in deciders:
        own = [told for told in talks.get(decider.person, []) if told.entry.by not in people]
        _weigh(weighing, own, opened)
    return weighing.finding()


def _weigh(weighing: Weighing, own: list[Told[PrivateTalkHeld]], opened: Told[SessionOpened] | None) -> None:
    alone = [told for told in own if told.fact.alone]
    in_time = [told for told in alone if opened is None or told.entry.when < opened.soonest]
    if in_time:
        weighing.proves(in_time[0].entry)
    elif alone:
        weighing.breaks("screened_late", alone[0].entry)
    elif own:
        weighing.breaks("talk_not_alone", own[0].entry)
    else:
        weighing.lacks("not_screened")
