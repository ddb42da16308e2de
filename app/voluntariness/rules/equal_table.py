"""EQUAL-TABLE-1: the sides had the same papers on the same day, spoke, sat, ate and were advised alike."""

from collections.abc import Iterable

from app.foundation.clock import local
from app.record.facts.agreements import TextHandedOver
from app.record.facts.sessions import AgendaDelivered
from app.record.facts.sittings import SpeakingTimed, TreatmentNoted
from app.voluntariness.finding import Finding, Severity
from app.voluntariness.roster import deciders_of
from app.voluntariness.sittings import Sitting, entries_in, sittings_of
from app.voluntariness.story import Story, Told
from app.voluntariness.weighing import Weighing

Delivered = Told[AgendaDelivered] | Told[TextHandedOver]
LEAST_SHARE = 3
"""A side that spoke less than a third as long as the side that spoke longest was not heard alike ([D])."""


def equal_table(story: Story) -> Finding:
    """Each paper reached every side's deciders on one day; speaking was timed and not one-sided; all treated alike.

    Source: settled.md 7 EQUAL-TABLE-1 (the organisation's own "equal discussion", "equal manner"). Severity C:
    a reason for a difference is written in the clearance. Looks at the newest agenda of each session, at the text
    in force, and at the minutes all sessions up to the last signature gave each side together.
    """
    weighing = Weighing(story, "EQUAL-TABLE-1", Severity.CLEARANCE)
    weighing.counts_on(AgendaDelivered, TextHandedOver)
    side_of = {decider.person: decider.side for decider in deciders_of(story, weighing)}
    sides = sorted(set(side_of.values()))
    sittings = sittings_of(story, weighing)
    for sitting in sittings:
        delivered = [told for told in story.all(AgendaDelivered) if told.fact.session == sitting.session]
        newest = delivered[-1].fact.agenda if delivered else ""
        _weigh_paper(weighing, (told for told in delivered if told.fact.agenda == newest), side_of, sides)
        _weigh_treatment(weighing, sitting)
    text = story.text
    handed = (
        told for told in story.all(TextHandedOver) if text is not None and told.fact.text == text.fact.text
    )
    _weigh_paper(weighing, handed, side_of, sides)
    _weigh_speaking(weighing, sittings, sides)
    return weighing.finding()


def _weigh_paper(
    weighing: Weighing,
    delivered: Iterable[Delivered],
    side_of: dict[str, str],
    sides: list[str],
) -> None:
    """Did one paper reach all sides on one day? A side's day is that of its first copy."""
    first: dict[str, Delivered] = {}
    for told in sorted(delivered, key=lambda one: (one.entry.when, one.number)):
        for person in told.fact.persons:
            first.setdefault(side_of.get(person, ""), told)
    first.pop("", None)
    weighing.proves(*(told.entry for told in first.values()))
    if set(sides) - set(first):
        weighing.lacks("side_without_paper")
    if len({local(told.entry.when).date() for told in first.values()}) > 1:
        weighing.breaks("papers_on_other_days", *(told.entry for told in first.values()))


def _weigh_treatment(weighing: Weighing, sitting: Sitting) -> None:
    noted = sitting.all(TreatmentNoted)
    weighing.proves(*entries_in(noted))
    if not noted:
        weighing.lacks("treatment_not_noted", sitting.meeting.opened.entry)
    for told in noted:
        fact = told.fact
        if not (fact.seats_alike and fact.meals_alike and fact.money_alike and fact.advisers_free):
            weighing.breaks("treated_unlike", told.entry)


def _weigh_speaking(weighing: Weighing, sittings: list[Sitting], sides: list[str]) -> None:
    """The newest minutes of each side in each session, added up over the sessions."""
    minutes = dict.fromkeys(sides, 0)
    for sitting in sittings:
        newest = {told.fact.side: told for told in sitting.all(SpeakingTimed)}
        weighing.proves(*(told.entry for told in newest.values()))
        if set(sides) - set(newest):
            weighing.lacks("speaking_not_timed", sitting.meeting.opened.entry)
        for side in sides:
            minutes[side] += newest[side].fact.minutes if side in newest else 0
    spoke = [told.entry for sitting in sittings for told in sitting.all(SpeakingTimed)]
    if minutes and spoke and LEAST_SHARE * min(minutes.values()) < max(minutes.values()):
        weighing.breaks("spoke_one_sided", *spoke)
