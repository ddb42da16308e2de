"""DNH-CONTEXT-1 and POST-REPRISAL-1: kept, not kept, unknown. Not applicable only where nobody is bound (issue)."""

from datetime import timedelta

import pytest

from app.record.facts.audit import RuleCleared
from app.voluntariness.finding import Result
from tests.voluntariness.table import AGREEMENT, DECIDERS, FROZEN, WHOLE, Table, time

DNH, AFTER = "DNH-CONTEXT-1", "POST-REPRISAL-1"


def test_do_no_harm_is_kept_with_a_sheet_before_and_after_each_session() -> None:
    finding = WHOLE.finding(DNH)
    assert finding.result is Result.KEPT
    assert {WHOLE.number(key) for key in ("harm_baseline", "harm_s1", "harm_s2")} <= set(finding.evidence)


@pytest.mark.parametrize(
    ("key", "reason"),
    [
        ("harm_baseline", "harm_baseline_missing"),
        ("harm_s1", "harm_session_missing"),
        ("harm_s2", "harm_session_missing"),
    ],
)
def test_a_sheet_that_is_missing_is_unknown_and_a_monitor_may_clear_it(key: str, reason: str) -> None:
    missing = WHOLE.without(key)
    assert missing.says(DNH) == (Result.UNKNOWN, reason)
    assert missing.verdict().verdict == "INCONCLUSIVE"
    clearing = RuleCleared(AGREEMENT, DNH)
    cleared = missing.before("released", "monitor", clearing, words="Written on paper.", key="cleared")
    assert cleared.finding(DNH).cleared == cleared.number("cleared")
    assert cleared.verdict().verdict == "SUPPORTED"


def test_a_first_sheet_after_the_first_session_began_is_not_kept() -> None:
    late = WHOLE.with_fact("harm_s1", moment="baseline", session="").without("harm_baseline")
    assert late.says(DNH) == (Result.NOT_KEPT, "harm_baseline_late")


def test_to_the_minute_seven_days_are_seven_days() -> None:
    closed = next(line.at for line in WHOLE.lines if line.key == "closed_s1")
    late = (Result.NOT_KEPT, "harm_session_late")
    for later, says in ((timedelta(), (Result.KEPT, "none_received")), (timedelta(minutes=1), late)):
        moved = WHOLE.with_line("harm_s1", at=closed + timedelta(days=7) + later)
        lines = sorted(moved.lines, key=lambda line: line.at)
        assert Table(tuple(lines), WHOLE.texts).says(DNH) == says


def test_a_sheet_of_a_session_written_before_it_is_none() -> None:
    early = WHOLE.with_line("harm_s1", at=time("2026-12-15T02:00"))
    lines = sorted(early.lines, key=lambda line: line.at)
    assert Table(tuple(lines), WHOLE.texts).says(DNH) == (Result.UNKNOWN, "harm_session_missing")


def test_what_got_worse_without_an_option_is_not_kept() -> None:
    assert WHOLE.with_fact("harm_s1", options=0).says(DNH) == (Result.NOT_KEPT, "worse_without_option")


def test_talks_afterwards_are_kept_when_all_deciders_are_in_the_plan() -> None:
    finding = WHOLE.finding(AFTER)
    assert (finding.result, finding.grade) == (Result.KEPT, "E1")
    assert WHOLE.number("follow_ups") in finding.evidence


def test_more_days_than_the_track_asks_for_are_kept() -> None:
    assert WHOLE.with_fact("follow_ups", days=("30", "90", "180")).says(AFTER)[0] is Result.KEPT


@pytest.mark.parametrize(
    ("spoiled", "result", "reason"),
    [
        (WHOLE.without("follow_ups"), Result.UNKNOWN, "no_follow_ups"),
        (WHOLE.with_fact("follow_ups", count=4), Result.UNKNOWN, "count_differs"),
        (
            WHOLE.with_fact("follow_ups", persons=DECIDERS[:2], count=2),
            Result.NOT_KEPT,
            "follow_up_leaves_out",
        ),
        (WHOLE.with_fact("follow_ups", days=("30",)), Result.NOT_KEPT, "follow_ups_too_few"),
        (
            WHOLE.before("closed_s1", "facilitator", FROZEN).with_fact("new", track="L"),
            Result.NOT_KEPT,
            "follow_ups_too_few",
        ),
        (WHOLE.with_line("follow_ups", by="sopheap"), Result.UNKNOWN, "wrong_hand"),
    ],
)
def test_a_plan_that_is_missing_or_leaves_out_is_not_kept(
    spoiled: Table, result: Result, reason: str
) -> None:
    assert spoiled.says(AFTER) == (result, reason)
