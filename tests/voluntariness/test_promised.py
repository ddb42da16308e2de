"""INCL-ESSENTIAL-1 and POST-PERF-1: kept, not kept, unknown. Not applicable only where nobody is bound (issue)."""

import pytest

from app.record.facts.promises import PromiseNamed
from app.voluntariness.finding import Result
from tests.voluntariness.table import AGREEMENT, OTHER_TEXT, TEXT, WHOLE, Table

INCL, PERF = "INCL-ESSENTIAL-1", "POST-PERF-1"


def promise(row: int, debtor: str = "b", creditor: str = "a", count: int = 2) -> PromiseNamed:
    """A naming of one row of the text."""
    return PromiseNamed(AGREEMENT, TEXT, f"other{row}", row, debtor, creditor, "2027-06-30", count)


@pytest.mark.parametrize("rule", [INCL, PERF])
def test_they_are_kept_when_each_row_has_a_debtor_a_creditor_and_a_day(rule: str) -> None:
    finding = WHOLE.finding(rule)
    assert (finding.result, finding.grade) == (Result.KEPT, "E1")
    assert {WHOLE.number("promised_land"), WHOLE.number("promised_money")} <= set(finding.evidence)


@pytest.mark.parametrize("rule", [INCL, PERF])
def test_without_any_promise_they_are_unknown(rule: str) -> None:
    assert WHOLE.without("promised_land", "promised_money").says(rule) == (Result.UNKNOWN, "no_promises")


@pytest.mark.parametrize("rule", [INCL, PERF])
@pytest.mark.parametrize(
    "spoiled",
    [
        WHOLE.without("promised_money"),
        WHOLE.with_fact("promised_money", count=3),
        WHOLE.with_fact("promised_money", row=5),
        WHOLE.with_fact("promised_money", row=-1),
        WHOLE.without("promised_money").with_fact("promised_land", count=1),  # the text itself has two rows
    ],
)
def test_a_promise_that_is_dropped_is_missed(rule: str, spoiled: Table) -> None:
    assert spoiled.says(rule) == (Result.UNKNOWN, "promise_missing")


@pytest.mark.parametrize("rule", [INCL, PERF])
def test_promises_of_another_text_do_not_count(rule: str) -> None:
    other = WHOLE.with_fact("promised_land", text=OTHER_TEXT).with_fact("promised_money", text=OTHER_TEXT)
    assert other.says(rule) == (Result.UNKNOWN, "no_promises")


@pytest.mark.parametrize("rule", [INCL, PERF])
def test_a_wrong_hand_leaves_them_unknown(rule: str) -> None:
    assert WHOLE.with_line("promised_land", by="chair").says(rule) == (Result.UNKNOWN, "wrong_hand")


def test_a_debtor_who_was_not_at_the_table_is_not_kept() -> None:
    assert WHOLE.with_fact("promised_land", debtor="company").says(INCL) == (
        Result.NOT_KEPT,
        "debtor_not_here",
    )


def test_a_debtor_whose_deciders_have_not_all_signed_is_unknown() -> None:
    missing = WHOLE.without("signed_malis", "attested_malis")
    assert missing.says(INCL) == (Result.UNKNOWN, "debtor_not_signed")


def test_an_authority_outside_is_a_condition_and_binds_nobody() -> None:
    outside = WHOLE.with_fact("promised_land", debtor="", creditor="")
    assert outside.says(INCL)[0] is Result.KEPT
    assert outside.says(PERF)[0] is Result.KEPT


def test_behind_a_condition_the_next_promise_is_asked_all_the_same() -> None:
    outside = WHOLE.with_fact("promised_land", debtor="", creditor="")
    assert outside.with_fact("promised_money", debtor="company").says(INCL)[1] == "debtor_not_here"
    assert outside.with_fact("promised_money", creditor="company").says(PERF)[1] == "creditor_not_here"
    nobody = WHOLE.with_fact("promised_land", debtor="company").with_fact("promised_money", debtor="company")
    assert set(nobody.finding(INCL).against) == {
        WHOLE.number("promised_land"),
        WHOLE.number("promised_money"),
    }


def test_only_the_deciders_of_the_debtor_must_have_signed() -> None:
    own = WHOLE.with_fact("promised_land", debtor="a").with_fact("promised_money", debtor="a")
    assert own.without("signed_malis", "attested_malis").says(INCL)[0] is Result.KEPT


def test_a_promise_given_to_another_side_after_signing_is_not_kept() -> None:
    renamed = WHOLE.before("released", "facilitator", promise(0, "a", "b"))
    earlier = renamed.with_line("promised_land", at=WHOLE.lines[0].at)
    lines = sorted(earlier.lines, key=lambda line: line.at)
    assert Table(tuple(lines), WHOLE.texts).says(INCL) == (Result.NOT_KEPT, "renamed_after_signing")


def test_a_promise_named_after_signing_is_given_to_another_side_by_no_second_renaming() -> None:
    once = WHOLE.before("released", "facilitator", promise(0, "a", "b"), key="once")
    assert once.says(INCL) == (Result.NOT_KEPT, "renamed_after_signing")
    twice = once.before("released", "facilitator", promise(0, "a", "b"), key="twice")
    finding = twice.finding(INCL)
    assert (finding.result, finding.reason) == (Result.NOT_KEPT, "renamed_after_signing")
    assert finding.against == (twice.number("twice"),)
    back = once.before("released", "facilitator", promise(0), key="back")
    assert back.says(INCL)[0] is Result.KEPT


def test_what_was_renamed_before_anybody_signed_is_what_they_signed() -> None:
    before = WHOLE.before("signed_sopheap", "facilitator", promise(0), key="first")
    before = before.before("signed_sopheap", "facilitator", promise(0, "a", "b"), key="second")
    before = before.without("promised_land")
    assert before.says(INCL)[0] is Result.KEPT
    again = before.before("released", "facilitator", promise(0), key="again")
    again = again.before("released", "facilitator", promise(0), key="twice")
    assert again.says(INCL) == (Result.NOT_KEPT, "renamed_after_signing")
    assert before.before("signed_malis", "facilitator", promise(0), key="between").says(INCL) == (
        Result.NOT_KEPT,
        "renamed_after_signing",
    )


def test_the_newest_naming_counts_and_a_promise_may_be_named_after_signing() -> None:
    again = WHOLE.before("released", "facilitator", promise(0))
    assert again.says(INCL)[0] is Result.KEPT
    assert again.number("promised_land") not in again.finding(INCL).evidence


def test_a_debtor_who_confirms_alone_is_not_kept() -> None:
    assert WHOLE.with_fact("promised_land", creditor="b").says(PERF) == (Result.NOT_KEPT, "confirms_alone")


def test_a_creditor_who_is_not_here_is_unknown() -> None:
    assert WHOLE.with_fact("promised_land", creditor="c").says(PERF) == (Result.UNKNOWN, "creditor_not_here")


@pytest.mark.parametrize("due", ["", "soon", "2027-02-30", "20270630"])
def test_a_promise_without_a_day_is_unknown(due: str) -> None:
    assert WHOLE.with_fact("promised_land", due=due).says(PERF) == (Result.UNKNOWN, "promise_without_day")
