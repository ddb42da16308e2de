"""PRIOR-REFLECT-1: kept, not kept, unknown; counted to the minute from each person's own receipt."""

from app.record.facts.agreements import SignatureGiven, TextFixed
from app.record.facts.dialogues import ClockDoubted
from app.voluntariness.finding import Result
from tests.voluntariness.table import AGREEMENT, FROZEN, HANDED, OTHER_TEXT, TEXT, WHOLE, time

RULE = "PRIOR-REFLECT-1"


def test_it_is_kept_after_twenty_six_hours_with_the_identical_text() -> None:
    finding = WHOLE.finding(RULE)
    assert (finding.result, finding.grade) == (Result.KEPT, "E3")
    assert WHOLE.number("handed") in finding.evidence


def test_to_the_minute_a_day_is_a_day() -> None:
    just = WHOLE.with_line("handed", at=time("2027-01-12T04:20"))
    assert just.says(RULE)[0] is Result.KEPT
    short = WHOLE.with_line("handed", at=time("2027-01-12T04:21"))
    assert short.says(RULE) == (Result.NOT_KEPT, "too_short")


def test_closed_days_do_not_count() -> None:
    closed = WHOLE.with_fact("frozen", closures=("2027-01-13",))
    assert closed.says(RULE) == (Result.NOT_KEPT, "too_short")


def test_a_missing_receipt_is_unknown() -> None:
    assert WHOLE.without("handed").says(RULE) == (Result.UNKNOWN, "no_receipt")
    two = WHOLE.with_fact("handed", persons=("sopheap", "ravy"), count=2)
    assert two.says(RULE) == (Result.UNKNOWN, "no_receipt")


def test_a_receipt_of_another_text_is_no_receipt() -> None:
    assert WHOLE.with_fact("handed", text=OTHER_TEXT).says(RULE) == (Result.UNKNOWN, "no_receipt")


def test_a_receipt_written_after_the_signature_is_no_receipt() -> None:
    late = WHOLE.without("handed").before("closed_s2", "witness", HANDED, when=time("2027-01-12T02:10"))
    assert late.says(RULE) == (Result.UNKNOWN, "no_receipt")


def test_a_receipt_from_before_the_text_was_fixed_again_is_no_receipt() -> None:
    again = WHOLE.before("opened_s2", "facilitator", TextFixed(AGREEMENT, TEXT, ("km", "en"), "o3", TEXT))
    assert again.says(RULE) == (Result.UNKNOWN, "no_receipt")


def test_a_hand_over_cannot_be_dated_before_the_text() -> None:
    claimed = WHOLE.with_line("fixed", at=time("2027-01-13T02:00")).with_line(
        "handed", at=time("2027-01-13T02:00"), when=time("2027-01-01T02:00")
    )
    claimed = claimed.with_line("scanned", at=time("2027-01-13T02:00"))
    assert claimed.says(RULE) == (Result.NOT_KEPT, "too_short")


def test_a_signature_cannot_be_dated_later_than_it_was_written() -> None:
    claimed = WHOLE.with_line("handed", at=time("2027-01-13T02:10")).with_line(
        "signed_malis", when=time("2027-01-20T02:10")
    )
    assert claimed.says(RULE) == (Result.NOT_KEPT, "too_short")


def test_the_first_of_two_receipts_counts() -> None:
    twice = WHOLE.before("opened_s2", "witness", HANDED)
    assert twice.says(RULE)[0] is Result.KEPT


def test_a_list_of_people_with_another_count_is_unknown() -> None:
    assert WHOLE.with_fact("handed", count=2).says(RULE) == (Result.UNKNOWN, "count_differs")


def test_before_anybody_signs_it_is_unknown() -> None:
    assert WHOLE.until("handed").says(RULE) == (Result.UNKNOWN, "none_signed")


def test_one_hasty_signature_among_three_breaks_it() -> None:
    hasty = WHOLE.before("opened_s2", "malis", SignatureGiven(AGREEMENT, TEXT, "s1", "km"))
    hasty = hasty.with_line("new", at=time("2027-01-12T03:00"))
    assert hasty.says(RULE) == (Result.NOT_KEPT, "too_short")


def test_the_latest_numbers_before_the_signature_govern() -> None:
    stricter = WHOLE.before("opened_s2", "facilitator", FROZEN).with_fact("new", reflection_min_days=2)
    assert stricter.says(RULE) == (Result.NOT_KEPT, "too_short")
    assert WHOLE.without("frozen").says(RULE) == (Result.UNKNOWN, "no_thresholds")


def test_a_doubted_clock_leaves_it_unknown_even_when_time_was_short() -> None:
    doubted = WHOLE.before("opened_s1", "node", ClockDoubted("2027-01-01T00:00:00Z"))
    assert doubted.says(RULE) == (Result.UNKNOWN, "clock_doubted")
    short = doubted.with_line("handed", at=time("2027-01-13T02:00"))
    assert short.says(RULE) == (Result.UNKNOWN, "clock_doubted")


def test_time_that_runs_backwards_between_entries_is_a_doubted_clock() -> None:
    back = WHOLE.with_line("opened_s1", at=time("2026-11-01T02:00"))
    assert back.says(RULE) == (Result.UNKNOWN, "clock_doubted")


def test_a_receipt_by_a_wrong_hand_is_unknown() -> None:
    assert WHOLE.with_line("handed", by="facilitator").says(RULE) == (Result.UNKNOWN, "wrong_hand")
