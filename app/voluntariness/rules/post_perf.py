"""POST-PERF-1: whether a promise was kept is said by both sides; at the release, the plan for it exists."""

from datetime import date

from app.record.facts.promises import PromiseNamed
from app.voluntariness.finding import Finding, Severity
from app.voluntariness.promised import promises_of
from app.voluntariness.roster import sides_of
from app.voluntariness.story import Story, Told
from app.voluntariness.weighing import Weighing


def post_perf(story: Story) -> Finding:
    """Each promise has a day, a side that keeps it and another side whose word alone makes it kept.

    Source: domain.md 3.8 POST-PERF-1 (Koh Kong: "already compensated some $8,000, which they denied"). At the
    release only the plan is judged (settled.md 14), severity B. A promise whose debtor would confirm it alone is
    NOT_KEPT; one without a day that can be read is UNKNOWN.
    """
    weighing = Weighing(story, "POST-PERF-1", Severity.BLOCKS)
    sides = sides_of(story, weighing)
    for promise in promises_of(story, weighing):
        weighing.proves(promise.entry)
        if not _is_day(promise):
            weighing.lacks("promise_without_day", promise.entry)
        if not promise.fact.debtor:
            continue  # a condition has no creditor; its day is asked all the same
        if promise.fact.creditor == promise.fact.debtor:
            weighing.breaks("confirms_alone", promise.entry)
        elif promise.fact.creditor not in sides:
            weighing.lacks("creditor_not_here", promise.entry)
    return weighing.finding()


def _is_day(promise: Told[PromiseNamed]) -> bool:
    try:
        return date.fromisoformat(promise.fact.due).isoformat() == promise.fact.due
    except ValueError:
        return False
