"""POST-REPRISAL-1: everyone who decided is asked afterwards how they fare, whatever they decided."""

from app.record.facts.dialogues import ThresholdsFrozen
from app.record.facts.promises import FollowUpsPlanned
from app.voluntariness.finding import Finding, Severity
from app.voluntariness.follow_ups import FOLLOW_UP_DAYS
from app.voluntariness.roster import deciders_of
from app.voluntariness.story import Story
from app.voluntariness.weighing import Weighing


def post_reprisal(story: Story) -> Finding:
    """Talks afterwards are planned for all deciders alike, after the days of the track or more.

    Source: domain.md 3.8 POST-REPRISAL-1 (CAO's approach to reprisals: continuity of care). At the release only the
    plan is judged (settled.md 14); severity C. A plan that leaves somebody out, or has fewer days, is NOT_KEPT.
    """
    weighing = Weighing(story, "POST-REPRISAL-1", Severity.CLEARANCE)
    weighing.counts_on(FollowUpsPlanned, ThresholdsFrozen)
    deciders = {decider.person for decider in deciders_of(story, weighing)}
    frozen, plans = story.all(ThresholdsFrozen), story.all(FollowUpsPlanned)
    if not frozen:
        weighing.lacks("no_thresholds")
    if not plans:
        weighing.lacks("no_follow_ups")
        return weighing.finding()
    plan = plans[-1]
    weighing.proves(plan.entry)
    weighing.rests_on(*(told.entry for told in frozen[-1:]))
    if plan.fact.count != len(set(plan.fact.persons)):
        weighing.lacks("count_differs", plan.entry)
    if not deciders <= set(plan.fact.persons):
        weighing.breaks("follow_up_leaves_out", plan.entry)
    if frozen and not set(FOLLOW_UP_DAYS[_track(frozen[-1].fact.track)]) <= set(plan.fact.days):
        weighing.breaks("follow_ups_too_few", plan.entry)
    return weighing.finding()


def _track(name: str) -> str:
    """Raises ValueError for a track that nobody knows."""
    if name not in FOLLOW_UP_DAYS:
        raise ValueError("a track that nobody knows")
    return name
