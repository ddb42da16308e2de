"""INF-UNDERSTAND-1: everyone said in their own words what they get, give and can no longer claim."""

from app.record.facts.agreements import SignatureGiven
from app.record.facts.understanding import UnderstandingShown
from app.voluntariness.finding import Finding, Severity
from app.voluntariness.roster import deciders_of
from app.voluntariness.story import Story, Told, grouped
from app.voluntariness.weighing import Weighing

QUESTIONS, ENOUGH = 5, 4
MOST_ATTEMPTS = 3


def inf_understand(story: Story) -> Finding:
    """For each decider: at least four of five answers right, the one about claims among them, before signing.

    Source: domain.md 3.4 INF-UNDERSTAND-1 (Singapore Convention art. 5(1)(c)(ii), not clear or comprehensible;
    practice of informed consent; mistake, Civil Code of Cambodia 2007, art. 346). Severity B. Told back to the
    witness about exactly this text; at most two more attempts. What was not asked is UNKNOWN.
    """
    weighing = Weighing(story, "INF-UNDERSTAND-1", Severity.BLOCKS)
    weighing.counts_on(UnderstandingShown, SignatureGiven)
    weighing.counts_by_clock()
    text = story.text
    told_back = [one for one in story.all(UnderstandingShown) if text and one.fact.text == text.fact.text]
    shown = grouped(told_back, lambda told: told.fact.person)
    signed = grouped(story.signatures(), lambda told: told.entry.by)
    for decider in deciders_of(story, weighing):
        _weigh(weighing, shown.get(decider.person, []), signed.get(decider.person, []))
    return weighing.finding()


def _weigh(
    weighing: Weighing, shown: list[Told[UnderstandingShown]], signed: list[Told[SignatureGiven]]
) -> None:
    if not shown:
        weighing.lacks("not_asked_back")
        return
    if any(not 0 <= told.fact.correct <= QUESTIONS for told in shown):
        raise ValueError("more answers than questions")
    newest = max(shown, key=lambda told: (told.entry.when, told.number))
    if len(shown) > MOST_ATTEMPTS:
        weighing.lacks("asked_too_often", newest.entry)
    if newest.fact.correct < ENOUGH or not newest.fact.knows_claims:
        weighing.breaks("not_understood", newest.entry)
        return
    weighing.proves(newest.entry)
    weighing.speaks_against(*(told.entry for told in shown if told is not newest))
    if any(newest.entry.when > told.soonest for told in signed):
        weighing.breaks_by_clock("understood_late", newest.entry)
