"""Second thoughts: a breach of the standstill is an incident and a pause; put right, it needs a clearance."""

from collections.abc import Callable

from app.voluntariness.finding import Finding, Result, Severity
from tests.stories.test_s2 import verdict_in

Told = Callable[..., str]


def standstill(told: Told, until: str) -> Finding:
    """What FREE-STANDSTILL-1 finds at that moment of the story."""
    verdict = verdict_in(told("second-thoughts", until=until))
    return next(one for one in verdict.findings if one.rule == "FREE-STANDSTILL-1")


LOOKS, CLEARED = "2027-02-22T09:05", "2027-02-22T09:06"
"""The monitor looks; a minute later she has cleared it."""


def test_a_breach_that_was_put_right_needs_a_clearance_and_gets_it(told: Told) -> None:
    before = standstill(told, LOOKS)
    assert (before.result, before.reason) == (Result.NOT_KEPT, "standstill_repaired")
    assert (before.severity, before.cleared) == (Severity.CLEARANCE, -1)
    after = standstill(told, CLEARED)
    assert (after.result, after.severity) == (Result.NOT_KEPT, Severity.CLEARANCE)
    assert after.cleared > max(after.against)
