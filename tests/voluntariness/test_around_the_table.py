"""What is safeguarded around a table, also where it never comes to a text."""

import pytest

from app.record.facts.dialogues import SideLeft
from app.voluntariness.assess import AROUND_THE_TABLE, TRIAL, assess_table
from app.voluntariness.finding import Result
from tests.voluntariness.table import WHOLE, Table
from tests.voluntariness.test_rep_mandate import speaking


def found(table: Table) -> dict[str, tuple[Result, str]]:
    """The findings about a table, by rule."""
    findings = assess_table(table.entries(), table.texts, table.disclosures())
    return {one.rule: (one.result, one.reason) for one in findings}


def talked() -> Table:
    """The whole table up to where its text was fixed: people met, talked and offered."""
    return WHOLE.numbered().until("fixed").without("fixed")


def test_each_of_its_rules_stands_in_the_rulebook() -> None:
    assert {rule.name for rule in TRIAL} > AROUND_THE_TABLE
    assert set(found(WHOLE)) == AROUND_THE_TABLE


def test_a_table_without_a_text_is_judged_by_what_was_done_around_it() -> None:
    results = found(talked())
    assert "no_text" not in {reason for _, reason in results.values()}
    kept = {rule for rule, (result, _) in results.items() if result is Result.KEPT}
    assert {"CONSENT-PROC-1", "FREE-SCREEN-1", "FREE-STANDSTILL-1", "NEU-COI-1", "NEU-DUALROLE-1"} <= kept


def test_that_a_side_left_breaks_nothing() -> None:
    left = talked().before("stated", "ravy", SideLeft("b"))
    assert found(left) == found(talked())


def test_the_files_that_the_table_needs_are_read() -> None:
    told = speaking().numbered().until("fixed").without("fixed")
    assert found(told)["REP-MANDATE-1"] == (Result.KEPT, "none_received")
    assert found(Table(told.lines, {}))["REP-MANDATE-1"] == (Result.UNKNOWN, "mandate_text_missing")


@pytest.mark.parametrize(
    ("missing", "rule"),
    [("agreed_malis", "CONSENT-PROC-1"), ("still_b", "FREE-STANDSTILL-1"), ("no_b", "FREE-REFUSE-1")],
)
def test_what_is_missing_is_unknown_and_never_kept(missing: str, rule: str) -> None:
    assert found(talked().without(missing))[rule][0] is Result.UNKNOWN


def test_a_record_that_does_not_begin_is_unknown_throughout() -> None:
    assert {result for result, _ in found(talked().without("opened")).values()} == {Result.UNKNOWN}
