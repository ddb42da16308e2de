"""INF-READ-1 and INF-UNDERSTAND-1: kept, not kept, unknown. (Not applicable: see test_assess.py.)"""

from dataclasses import replace

import pytest

from app.foundation.clock import to_text
from app.record.facts.understanding import LiteracyNoted, UnderstandingShown
from app.voluntariness.finding import Result
from app.voluntariness.rules.inf_read import LONGEST_BEFORE
from tests.voluntariness.table import AGREEMENT, DECIDERS, OTHER_TEXT, TEXT, WHOLE, Table, time
from tests.voluntariness.tellings.understanding import READ

READING, UNDERSTANDING = "INF-READ-1", "INF-UNDERSTAND-1"


def literate(word: str) -> Table:
    """Malis did not hear the reading; how well she reads is noted with this word."""
    table = WHOLE.with_fact("read", persons=("sopheap", "ravy"), count=2)
    return table.before("read", "witness", LiteracyNoted("malis"), words=word)


def test_a_whole_reading_before_the_witness_keeps_it() -> None:
    finding = WHOLE.finding(READING)
    assert (finding.result, finding.grade) == (Result.KEPT, "E3")
    assert WHOLE.number("read") in finding.evidence


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"ends": "2027-01-13T02:35:00Z"}, "read_too_fast"),
        ({"reader": "witness"}, "witness_read"),
        ({"language": "zh"}, "read_in_another_language"),
        ({"starts": "2027-01-12T01:00:00Z"}, "read_before_fixed"),
        ({"starts": "2027-01-12T02:20:00Z"}, "read_at_another_time"),
        ({"ends": "2027-01-13T04:40:00Z"}, "read_at_another_time"),
    ],
)
def test_a_reading_that_was_none_is_not_kept(fields: dict[str, str], reason: str) -> None:
    assert WHOLE.with_fact("read", **fields).says(READING) == (Result.NOT_KEPT, reason)


def test_a_reading_at_another_time_is_called_neither_too_early_nor_too_fast() -> None:
    fixed = next(line.at for line in WHOLE.lines if line.key == "fixed")
    as_fixed = WHOLE.with_fact("read", starts=to_text(fixed))
    assert as_fixed.says(READING) == (Result.NOT_KEPT, "read_at_another_time")
    late = WHOLE.with_fact("read", starts="2027-01-13T04:40:00Z", ends="2027-01-13T04:40:01Z")
    assert late.says(READING) == (Result.NOT_KEPT, "read_at_another_time")


def test_a_long_text_takes_its_time() -> None:
    short = WHOLE.with_fact("read", ends="2027-01-13T02:35:01Z")
    assert short.says(READING) == (Result.KEPT, "none_received")
    assert WHOLE.with_fact("read", starts="2027-01-13T02:55:00Z").says(READING)[0] is Result.NOT_KEPT


@pytest.mark.parametrize(
    ("spoiled", "reason"),
    [
        (WHOLE.without("read"), "not_read_aloud"),
        (WHOLE.with_fact("read", text=OTHER_TEXT), "not_read_aloud"),
        (WHOLE.with_fact("read", persons=("sopheap", "ravy"), count=2), "not_read_aloud"),
        (WHOLE.with_fact("read", count=9), "count_differs"),
        (WHOLE.with_line("read", by="facilitator"), "wrong_hand"),
        (WHOLE.with_fact("read", starts="yesterday"), "unreadable"),
        (WHOLE.without_text(TEXT), "text_missing"),
    ],
)
def test_what_is_missing_or_cannot_be_relied_on_is_unknown(spoiled: Table, reason: str) -> None:
    assert spoiled.says(READING) == (Result.UNKNOWN, reason)


def test_who_reads_fluently_need_not_be_read_to() -> None:
    assert literate("fluent").says(READING)[0] is Result.KEPT
    assert literate("fluent").number("new") in literate("fluent").finding(READING).evidence


@pytest.mark.parametrize("table", [literate("little"), literate("cannot")])
def test_who_reads_badly_must_be_read_to(table: Table) -> None:
    assert table.says(READING) == (Result.UNKNOWN, "not_read_aloud")


def test_a_closed_word_about_reading_lets_nobody_off() -> None:
    closed = replace(literate("fluent"), closed=frozenset({"new"}))
    assert closed.says(READING) == (Result.UNKNOWN, "not_read_aloud")


def test_a_second_reading_mends_a_bad_one() -> None:
    table = WHOLE.with_fact("read", reader="witness").before("opened_s2", "witness", READ, key="again")
    again = WHOLE.before("signed_sopheap", "witness", READ).with_fact("read", reader="witness")
    assert again.says(READING)[0] is Result.KEPT
    assert table.says(READING)[0] is Result.KEPT


def test_four_of_five_with_the_claims_are_enough() -> None:
    assert WHOLE.with_fact("understood_malis", correct=4).says(UNDERSTANDING)[0] is Result.KEPT
    assert WHOLE.finding(UNDERSTANDING).grade == "E3"


@pytest.mark.parametrize("fields", [{"correct": 3}, {"knows_claims": False}])
def test_who_could_not_tell_it_back_is_not_kept(fields: dict[str, object]) -> None:
    spoiled = WHOLE.with_fact("understood_malis", **fields)
    assert spoiled.says(UNDERSTANDING) == (Result.NOT_KEPT, "not_understood")


@pytest.mark.parametrize(
    ("spoiled", "reason"),
    [
        (WHOLE.without("understood_malis"), "not_asked_back"),
        (WHOLE.with_fact("understood_malis", text=OTHER_TEXT), "not_asked_back"),
        (WHOLE.with_fact("understood_malis", correct=6), "unreadable"),
        (WHOLE.with_line("understood_malis", by="ravy"), "not_asked_back"),
    ],
)
def test_what_was_not_asked_is_unknown(spoiled: Table, reason: str) -> None:
    assert spoiled.says(UNDERSTANDING)[0] is Result.UNKNOWN
    assert spoiled.says(UNDERSTANDING)[1] in (reason, "wrong_hand")


def test_a_second_try_counts_and_the_first_stays_visible() -> None:
    first = UnderstandingShown(AGREEMENT, TEXT, "malis", 2, False)
    table = WHOLE.before(f"understood_{DECIDERS[0]}", "witness", first)
    finding = table.finding(UNDERSTANDING)
    assert (finding.result, finding.reason) == (Result.KEPT, "kept_all_the_same")
    assert finding.against == (table.number("new"),)


def test_more_than_three_tries_are_not_known_to_be_understanding() -> None:
    table = WHOLE
    for key in ("one", "two", "three"):
        first = UnderstandingShown(AGREEMENT, TEXT, "malis", 2, False)
        table = table.before(f"understood_{DECIDERS[0]}", "witness", first, key=key)
    assert table.says(UNDERSTANDING) == (Result.UNKNOWN, "asked_too_often")


def test_telling_back_after_signing_is_too_late() -> None:
    late = WHOLE.with_line("understood_malis", when=time("2027-01-13T04:21"))
    assert late.says(UNDERSTANDING) == (Result.NOT_KEPT, "understood_late")


def test_a_reading_by_nobody_is_none() -> None:
    assert WHOLE.with_fact("read", reader="").says(READING) == (Result.NOT_KEPT, "witness_read")


def test_to_the_minute_a_reading_ends_with_the_signature_and_begins_not_a_day_before() -> None:
    signed = next(line.at for line in WHOLE.lines if line.key == "signed_sopheap")
    assert WHOLE.with_fact("read", ends=to_text(signed)).says(READING)[0] is Result.KEPT
    begins = to_text(signed - LONGEST_BEFORE)
    assert WHOLE.with_line("fixed", when=time("2027-01-11T02:00")).with_fact("read", starts=begins).says(
        READING
    ) == (Result.KEPT, "none_received")


def test_of_several_who_decide_the_one_nobody_read_to_is_found_behind_one_who_reads() -> None:
    table = WHOLE.with_fact("read", persons=("malis",), count=1)
    table = table.before("read", "witness", LiteracyNoted("sopheap"), words="fluent", key="reads")
    assert table.says(READING) == (Result.UNKNOWN, "not_read_aloud")


@pytest.mark.parametrize("key", ["read", "signed_malis", "released"])
@pytest.mark.parametrize("by", ["facilitator", "witness"])
def test_a_later_fluent_never_undoes_that_somebody_cannot_read(key: str, by: str) -> None:
    table = literate("cannot").before(key, by, LiteracyNoted("malis"), words="fluent", key="later")
    assert table.says(READING) == (Result.UNKNOWN, "not_read_aloud")


def test_a_note_excuses_from_the_reading_only_before_the_signature() -> None:
    unread = WHOLE.with_fact("read", persons=("sopheap", "ravy"), count=2)
    note = LiteracyNoted("malis")
    assert unread.before("signed_malis", "witness", note, words="fluent").says(READING)[0] is Result.KEPT
    after = unread.before("attested_malis", "witness", note, words="fluent")
    assert after.says(READING) == (Result.UNKNOWN, "not_read_aloud")
    both = literate("fluent").before("signed_malis", "witness", note, words="fluent", key="again")
    assert both.says(READING)[0] is Result.KEPT
    shut = replace(both, closed=frozenset({"again"}))
    assert shut.says(READING) == (Result.UNKNOWN, "not_read_aloud")


def test_nothing_right_is_an_answer_and_a_third_time_is_allowed() -> None:
    none = WHOLE.with_fact("understood_malis", correct=0)
    assert none.says(UNDERSTANDING) == (Result.NOT_KEPT, "not_understood")
    table, shown = WHOLE, UnderstandingShown(AGREEMENT, TEXT, "malis", 2, False)
    for number in range(2):
        table = table.before("understood_malis", "witness", shown, key=f"try_{number}")
    assert table.says(UNDERSTANDING)[0] is Result.KEPT
    again = table.before("understood_malis", "witness", shown, key="fourth")
    assert again.says(UNDERSTANDING) == (Result.UNKNOWN, "asked_too_often")


def test_told_back_at_the_moment_of_signing_is_in_time() -> None:
    signed = next(line.at for line in WHOLE.lines if line.key == "signed_malis")
    assert WHOLE.with_line("understood_malis", when=signed).says(UNDERSTANDING)[0] is Result.KEPT
