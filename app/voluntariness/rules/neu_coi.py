"""NEU-COI-1: everyone who belongs to no side said which ties they have, and the sides knew and agreed."""

from dataclasses import replace

from app.record.facts.preparation import TieAnswered, TieDisclosed
from app.record.facts.sessions import SessionOpened
from app.voluntariness.finding import Finding, Severity
from app.voluntariness.neutrals import Neutral, neutrals_of
from app.voluntariness.roster import sides_of
from app.voluntariness.story import Story, Told
from app.voluntariness.weighing import Weighing

NO_TIE = "none"


def neu_coi(story: Story) -> Finding:
    """Facilitator, mediator, chair, interpreter, witness and monitors: ties told before the next session opened.

    Source: domain.md 3.5 NEU-COI-1 (Singapore Convention art. 5(1)(e)-(f); Model Standard III). Severity B; C where
    there is a tie and each side, asked by somebody else, accepted it. What is not told, or not answered, is
    UNKNOWN; told late, not accepted, or a fee that depends on the result, is NOT_KEPT.
    """
    weighing = Weighing(story, "NEU-COI-1", Severity.BLOCKS)
    weighing.counts_on(TieAnswered, SessionOpened)
    sides = sides_of(story, weighing)
    neutrals = neutrals_of(story, weighing)
    for neutral in neutrals:
        _weigh_time(story, weighing, neutral)
        for tie in neutral.ties:
            weighing.proves(tie.entry)
            if tie.fact.fee_on_success:
                weighing.breaks("fee_depends_on_result", tie.entry)
            if tie.fact.tie != NO_TIE:
                _weigh_tie(story, weighing, tie, sides)
    finding = weighing.finding()
    if set(weighing.broken) == {"tie_accepted"} and not weighing.lacking:
        # What is cleared is the tie, not everybody's word: a monitor who has none may clear it.
        return replace(finding, severity=Severity.CLEARANCE, evidence=finding.against)
    return finding


def _weigh_time(story: Story, weighing: Weighing, neutral: Neutral) -> None:
    if not neutral.ties:
        weighing.lacks("tie_untold")
        return
    since = min((told.number for told in neutral.given), default=0)
    opened = min(
        (told for told in story.all(SessionOpened) if told.number > since),
        key=lambda told: told.soonest,
        default=None,
    )
    if opened is not None:
        weighing.rests_on(opened.entry)
        if neutral.ties[0].entry.when >= opened.soonest:
            weighing.breaks("tie_told_late", neutral.ties[0].entry)


def _weigh_tie(story: Story, weighing: Weighing, tie: Told[TieDisclosed], sides: list[str]) -> None:
    answers = [
        told
        for told in story.all(TieAnswered)
        if told.fact.person == tie.entry.by and told.entry.by != tie.entry.by and told.number > tie.number
    ]
    newest = {told.fact.side: told for told in answers}
    refused = [told.entry for told in newest.values() if not told.fact.accepted]
    if refused:
        weighing.breaks("tie_not_accepted", tie.entry, *refused)
    elif set(sides) - newest.keys():
        weighing.lacks("tie_unanswered", tie.entry)
    else:
        weighing.breaks("tie_accepted", tie.entry, *(told.entry for told in newest.values()))
