"""FREE-REFUSE-1: kept, not kept, unknown."""

import pytest

from app.record.facts.agreements import IfNoSigned, IfNoStated
from app.voluntariness.finding import Result
from tests.voluntariness.table import FROZEN, WHOLE

RULE = "FREE-REFUSE-1"


def test_it_is_kept_when_the_statement_was_signed_by_all_before_the_text() -> None:
    finding = WHOLE.finding(RULE)
    assert (finding.result, finding.grade) == (Result.KEPT, "E2")
    assert {WHOLE.number(key) for key in ("stated", "no_a", "no_b", "no_chair")} <= set(finding.evidence)


def test_without_a_statement_it_is_unknown() -> None:
    bare = WHOLE.without("stated", "no_a", "no_b", "no_chair")
    assert bare.says(RULE) == (Result.UNKNOWN, "nothing_stated")


def test_a_signed_statement_that_is_not_there_is_named() -> None:
    assert WHOLE.without("stated").says(RULE) == (Result.UNKNOWN, "nothing_stated")
    assert WHOLE.with_fact("stated", statement="no2").says(RULE)[0] is Result.UNKNOWN
    beside = WHOLE.before("opened_s1", "sopheap", IfNoSigned("gone", "a"))
    assert beside.says(RULE) == (Result.UNKNOWN, "statement_missing")


@pytest.mark.parametrize("missing", ["no_a", "no_b", "no_chair"])
def test_each_side_and_the_chair_must_have_signed_it(missing: str) -> None:
    assert WHOLE.without(missing).says(RULE) == (Result.UNKNOWN, "statement_unsigned")


def test_nobody_signs_for_another_side_nor_for_the_chair() -> None:
    assert WHOLE.with_line("no_b", by="sopheap").says(RULE) == (Result.UNKNOWN, "statement_unsigned")
    for_chair = WHOLE.with_line("no_chair", by="ravy", party="")
    assert for_chair.says(RULE) == (Result.UNKNOWN, "statement_unsigned")


@pytest.mark.parametrize("tag", ["eviction", "aid_lost", "prosecution", "nothing_later"])
def test_a_threat_in_it_breaks_it(tag: str) -> None:
    assert WHOLE.with_fact("stated", consequences=(tag,)).says(RULE) == (Result.NOT_KEPT, "consequence_named")


def test_a_threat_written_after_the_first_signature_breaks_it_too() -> None:
    later = WHOLE.before("closed_s2", "facilitator", IfNoStated("no2", ("eviction",)))
    assert later.says(RULE) == (Result.NOT_KEPT, "consequence_named")


def test_a_threat_that_was_taken_out_in_time_stays_visible() -> None:
    mended = WHOLE.before("stated", "facilitator", IfNoStated("no0", ("eviction",)))
    finding = mended.finding(RULE)
    assert (finding.result, finding.reason) == (Result.KEPT, "kept_all_the_same")
    assert finding.against == (mended.number("new"),)


def test_a_new_statement_voids_what_was_signed_before() -> None:
    newer = WHOLE.before("opened_s1", "facilitator", IfNoStated("no2", ()))
    assert newer.says(RULE) == (Result.UNKNOWN, "statement_unsigned")
    again = WHOLE.before("opened_s1", "facilitator", IfNoStated("no1", ()))
    assert again.says(RULE) == (Result.UNKNOWN, "statement_unsigned")


def test_signing_it_after_the_first_signature_of_the_text_is_too_late() -> None:
    late = WHOLE.without("no_b").before("closed_s2", "ravy", IfNoSigned("no1", "b"))
    assert late.says(RULE) == (Result.NOT_KEPT, "statement_signed_late")


def test_a_no_that_takes_more_steps_breaks_it() -> None:
    assert WHOLE.with_fact("frozen", steps_refuse=4).says(RULE) == (Result.NOT_KEPT, "refusing_is_harder")
    assert WHOLE.with_fact("frozen", steps_refuse=2).says(RULE)[0] is Result.KEPT


def test_without_numbers_it_is_unknown() -> None:
    assert WHOLE.without("frozen").says(RULE) == (Result.UNKNOWN, "no_thresholds")


def test_the_latest_numbers_before_the_first_signature_govern() -> None:
    harder = WHOLE.before("opened_s1", "facilitator", FROZEN).with_fact("new", steps_refuse=9)
    assert harder.says(RULE) == (Result.NOT_KEPT, "refusing_is_harder")
    later = WHOLE.before("closed_s2", "facilitator", FROZEN).with_fact("new", steps_refuse=9)
    assert later.says(RULE)[0] is Result.KEPT


def test_a_statement_by_a_wrong_hand_is_unknown() -> None:
    assert WHOLE.with_line("stated", by="ravy").says(RULE) == (Result.UNKNOWN, "wrong_hand")
    assert WHOLE.with_line("no_chair", by="witness").says(RULE) == (Result.UNKNOWN, "wrong_hand")


def test_a_table_without_its_sides_is_unknown() -> None:
    assert WHOLE.without("side_a").says(RULE) == (Result.UNKNOWN, "too_few_sides")
