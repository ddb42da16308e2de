"""FREE-STANDSTILL-1: while people talk nobody changes anything on the land; what was changed was put right."""

from app.record.facts.preparation import GroundRulesAgreed, StandstillBreached, StandstillRepaired
from app.voluntariness.finding import Finding, Severity
from app.voluntariness.neutrals import first_opening
from app.voluntariness.roster import sides_of
from app.voluntariness.story import Story, grouped
from app.voluntariness.weighing import Weighing


def free_standstill(story: Story) -> Finding:
    """Each side agreed the standstill before the first session, and no breach of it is open at the release.

    Source: domain.md 3.2 FREE-STANDSTILL-1 (land cleared while ratification was pending; tractors the day after
    officials promised to resolve). Severity B; C where every breach was put right. A side that did not agree it, or
    whose newest word before that session is against it, is UNKNOWN; one that agreed after the first session had
    begun, and an open breach, is NOT_KEPT.
    """
    weighing = Weighing(story, "FREE-STANDSTILL-1", Severity.BLOCKS)
    weighing.counts_on(GroundRulesAgreed, StandstillBreached, StandstillRepaired)
    opened = first_opening(story, weighing)
    said = grouped(story.all(GroundRulesAgreed), lambda told: told.fact.side)
    for side in sides_of(story, weighing):
        own = said.get(side, [])
        in_time = [told for told in own if opened is None or told.entry.when < opened.soonest]
        late = [told.entry for told in own if told.fact.standstill and told not in in_time]
        if in_time and in_time[-1].fact.standstill:
            weighing.proves(in_time[-1].entry)
        elif late:
            weighing.breaks("standstill_late", late[0])
        else:
            weighing.lacks("no_standstill", *(told.entry for told in in_time[-1:]))
    _weigh_breaches(story, weighing)
    if set(weighing.broken) == {"standstill_repaired"} and not weighing.lacking:
        weighing.severity = Severity.CLEARANCE
    return weighing.finding()


def _weigh_breaches(story: Story, weighing: Weighing) -> None:
    repaired = grouped(story.all(StandstillRepaired), lambda told: told.fact.breach)
    for breach in story.all(StandstillBreached):
        after = [told for told in repaired.get(breach.fact.breach, []) if told.number > breach.number]
        if after:
            weighing.breaks("standstill_repaired", breach.entry, after[0].entry)
        else:
            weighing.breaks("standstill_breached", breach.entry)
