"""PRIOR-COOL-1: kept, not kept, unknown; not one second before the slot; what is withheld never helps."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.record.facts.agreements import AnswerGiven, SignatureGiven
from app.record.facts.audit import AgreementReleased
from app.record.facts.dialogues import ClockDoubted
from app.voluntariness.assess import earliest_release
from app.voluntariness.finding import Result
from tests.voluntariness.table import AGREEMENT, FROZEN, OTHER_TEXT, RELEASE, TEXT, WHOLE, Table, time

RULE = "PRIOR-COOL-1"


def answered(words: str, matter: str = AGREEMENT, by: str = "malis") -> Table:
    """The whole table, with one more answer just before the release."""
    return WHOLE.before("released", by, AnswerGiven(matter, TEXT), words=words)


def test_it_is_kept_at_the_slot() -> None:
    finding = WHOLE.finding(RULE)
    assert (finding.result, finding.grade) == (Result.KEPT, "E3")
    assert WHOLE.number("released") in finding.evidence


def test_it_is_unknown_until_the_release() -> None:
    assert WHOLE.until("closed_s2").says(RULE) == (Result.UNKNOWN, "not_released")


def test_one_second_before_the_slot_is_too_early() -> None:
    early = WHOLE.with_line("released", at=RELEASE - timedelta(seconds=1))
    assert early.says(RULE) == (Result.NOT_KEPT, "released_early")
    assert early.verdict().verdict == "NOT_SUPPORTED"


def test_a_slot_inside_the_cooling_off_is_too_early() -> None:
    early = WHOLE.with_line("released", at=time("2027-01-18T02:00"))
    assert early.says(RULE) == (Result.NOT_KEPT, "released_early")


@pytest.mark.parametrize("moment", ["2027-01-25T10:00", "2027-02-01T02:00"])
def test_later_that_day_and_later_slots_are_as_good(moment: str) -> None:
    assert WHOLE.with_line("released", at=time(moment)).says(RULE)[0] is Result.KEPT


@pytest.mark.parametrize("moment", ["2027-01-26T02:00", "2027-02-01T01:59"])
def test_a_time_that_is_no_slot_is_not_kept(moment: str) -> None:
    assert WHOLE.with_line("released", at=time(moment)).says(RULE) == (Result.NOT_KEPT, "not_a_slot")


@pytest.mark.parametrize("words", ["revoke", "refuse"])
def test_a_yes_taken_back_before_the_release_breaks_it(words: str) -> None:
    table = answered(words)
    assert table.says(RULE) == (Result.NOT_KEPT, "withdrawn")
    assert table.number("new") in table.finding(RULE).against


def test_a_yes_taken_back_on_the_offer_counts_as_well() -> None:
    assert answered("revoke", matter="o3").says(RULE) == (Result.NOT_KEPT, "withdrawn")
    assert answered("revoke", matter="o9").says(RULE)[0] is Result.KEPT


def test_before_the_release_a_yes_taken_back_is_seen_but_the_answer_stays_unknown() -> None:
    table = answered("revoke").without("released")
    assert table.says(RULE) == (Result.UNKNOWN, "not_released")
    assert table.number("new") in table.finding(RULE).against


@pytest.mark.parametrize("words", ["accept", "longer", "change"])
def test_other_words_after_signing_change_nothing(words: str) -> None:
    table = answered(words)
    assert table.says(RULE)[0] is Result.KEPT
    assert table.number("new") in table.finding(RULE).evidence


def test_a_later_accept_does_not_undo_a_withdrawal() -> None:
    table = answered("revoke").before(
        "released", "malis", AnswerGiven(AGREEMENT, TEXT), words="accept", key="b"
    )
    assert table.says(RULE) == (Result.NOT_KEPT, "withdrawn")


def test_signing_again_after_a_withdrawal_counts_and_starts_the_clock_anew() -> None:
    again = answered("revoke").before(
        "released", "malis", SignatureGiven(AGREEMENT, TEXT, "s2", "km"), key="again"
    )
    assert again.says(RULE) == (Result.NOT_KEPT, "released_early")


@pytest.mark.parametrize("words", ["revoke", "accept"])
def test_an_answer_that_stays_closed_is_unknown_whatever_it_says(words: str) -> None:
    closed = replace(answered(words), closed=frozenset({"new"}))
    assert closed.says(RULE) == (Result.UNKNOWN, "answer_closed")


def test_a_no_before_signing_and_a_no_of_somebody_who_never_signs_are_not_withdrawals() -> None:
    before = WHOLE.before("signed_malis", "malis", AnswerGiven(AGREEMENT, TEXT), words="refuse")
    assert before.says(RULE)[0] is Result.KEPT
    other = answered("refuse").without("signed_malis", "attested_malis")
    assert other.says(RULE)[0] is Result.KEPT  # CAP-1 asks about her
    assert other.says("CAP-1") == (Result.NOT_KEPT, "not_signed")


def test_a_no_after_the_release_does_not_touch_what_was_released() -> None:
    late = Table(
        (*WHOLE.lines, replace(answered("revoke").lines[-2], at=time("2027-01-26T02:00"))), WHOLE.texts
    )
    assert late.verdict() == WHOLE.verdict()


def test_a_release_of_another_text_is_not_kept() -> None:
    assert WHOLE.with_fact("released", text=OTHER_TEXT).says(RULE) == (
        Result.NOT_KEPT,
        "released_another_text",
    )


def test_without_signatures_it_is_unknown() -> None:
    bare = WHOLE.without(*(f"signed_{person}" for person in ("sopheap", "ravy", "malis")))
    assert bare.says(RULE) == (Result.UNKNOWN, "none_signed")


def test_stricter_numbers_before_the_release_move_the_slot() -> None:
    longer = WHOLE.before("closed_s2", "facilitator", FROZEN).with_fact("new", cooling_off_days=14)
    assert longer.says(RULE) == (Result.NOT_KEPT, "released_early")
    assert WHOLE.without("frozen").says(RULE) == (Result.UNKNOWN, "no_thresholds")


def test_a_doubted_clock_leaves_it_unknown_but_hides_no_withdrawal() -> None:
    doubt = ClockDoubted("2027-01-01T00:00:00Z")
    assert WHOLE.before("released", "node", doubt).says(RULE) == (Result.UNKNOWN, "clock_doubted")
    early = WHOLE.with_line("released", at=time("2027-01-18T02:00"))
    assert early.before("released", "node", doubt).says(RULE) == (Result.UNKNOWN, "clock_doubted")
    taken_back = answered("revoke").before("new", "node", doubt, key="doubt")
    assert taken_back.says(RULE) == (Result.NOT_KEPT, "withdrawn")


def test_wrong_hands_leave_it_unknown() -> None:
    release = WHOLE.with_line("released", by="facilitator")
    assert release.finding(RULE).reason in ("wrong_hand", "not_released")
    forged = answered("revoke", by="witness")
    assert forged.says(RULE) == (Result.UNKNOWN, "wrong_hand")
    assert answered("revoke", by="witness", matter="o9").says(RULE)[0] is Result.KEPT


def test_a_release_by_a_wrong_hand_does_not_end_the_story() -> None:
    fact = AgreementReleased(AGREEMENT, TEXT, 30)
    forged = answered("revoke").before("new", "facilitator", fact, key="forged")
    assert forged.says(RULE) == (Result.NOT_KEPT, "withdrawn")


@pytest.mark.parametrize("field", [{"slot": "SOMEDAY"}, {"closures": ("never",)}, {"track": "X"}])
def test_numbers_that_cannot_be_read_are_unknown(field: dict[str, object]) -> None:
    assert WHOLE.with_fact("frozen", **field).says(RULE) == (Result.UNKNOWN, "unreadable")
    assert earliest_release(WHOLE.with_fact("frozen", **field).entries(), AGREEMENT) is None


@pytest.mark.parametrize("count", [-1, 2**53 - 1])
def test_days_that_nobody_could_wait_are_unreadable(count: int) -> None:
    assert WHOLE.with_fact("frozen", cooling_off_days=count).says(RULE) == (Result.UNKNOWN, "unreadable")


def test_the_earliest_release_is_the_slot_after_the_last_signature() -> None:
    assert earliest_release(WHOLE.entries(), AGREEMENT) == RELEASE
    assert earliest_release(WHOLE.until("signed_sopheap").entries(), AGREEMENT) == RELEASE
    assert earliest_release(WHOLE.until("handed").entries(), AGREEMENT) is None
    assert earliest_release([], AGREEMENT) is None


def test_a_yes_taken_back_is_found_behind_answers_that_change_nothing() -> None:
    unsigned = WHOLE.without("signed_malis", "attested_malis")
    other = unsigned.before("released", "malis", AnswerGiven(AGREEMENT, TEXT), words="refuse", key="unsigned")
    earlier = other.before(
        "signed_sopheap", "sopheap", AnswerGiven(AGREEMENT, TEXT), words="longer", key="before"
    )
    told = earlier.before("released", "ravy", AnswerGiven(AGREEMENT, TEXT), words="revoke", key="taken")
    assert told.says(RULE) == (Result.NOT_KEPT, "withdrawn")
    assert told.number("taken") in told.finding(RULE).against
