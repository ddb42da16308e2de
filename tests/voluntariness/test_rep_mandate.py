"""REP-MANDATE-1: kept, not kept, unknown; it does not apply where everyone decides for themselves."""

from dataclasses import replace
from typing import Any

import pytest

from app.record.facts.preparation import MandateEnded, MandateGiven, MandateWitnessed
from app.voluntariness.finding import Result
from tests.voluntariness.table import TALK, WHOLE, Table, time

RULE = "REP-MANDATE-1"
MANDATE = MandateGiven("m1", "a", "sopheap", (), 3, ("talk", "accept", "sign"), TALK, "2027-06-30")
EARLY = time("2026-12-05T02:00")


def speaking(**fields: Any) -> Table:
    """Sopheap decides for others of her side and holds their mandate, seen by the witness."""
    table = WHOLE.with_fact("listed_sopheap", because="representative")
    fact = replace(MANDATE, **fields)
    table = table.before("stated", "witness", fact, key="mandate", at=EARLY)
    return table.before("stated", "witness", MandateWitnessed("m1"), key="seen", at=EARLY)


def test_it_does_not_apply_where_everyone_decides_for_themselves() -> None:
    finding = WHOLE.finding(RULE)
    assert (finding.result, finding.reason) == (Result.NOT_APPLICABLE, "nobody_represents")
    assert set(finding.evidence) >= {WHOLE.number("listed_malis"), WHOLE.number("closed_b")}


def test_an_open_list_leaves_it_unknown_rather_than_not_applicable() -> None:
    assert WHOLE.without("closed_b").says(RULE) == (Result.UNKNOWN, "list_open")


def test_a_witnessed_mandate_that_reaches_a_signature_keeps_it() -> None:
    finding = speaking().finding(RULE)
    assert (finding.result, finding.grade) == (Result.KEPT, "E3")
    assert speaking().verdict().verdict == "SUPPORTED"


def test_without_a_mandate_or_its_witness_or_its_text_it_is_unknown() -> None:
    assert speaking().without("mandate", "seen").says(RULE) == (Result.UNKNOWN, "no_mandate")
    assert speaking().without("seen").says(RULE) == (Result.UNKNOWN, "mandate_unwitnessed")
    assert speaking(text="0" * 64).says(RULE) == (Result.UNKNOWN, "mandate_text_missing")
    assert speaking(count=0).says(RULE) == (Result.UNKNOWN, "mandate_of_nobody")


def test_a_mandate_of_another_person_or_side_does_not_stand_in() -> None:
    assert speaking(person="ravy").says(RULE) == (Result.UNKNOWN, "no_mandate")
    assert speaking(side="b").says(RULE) == (Result.UNKNOWN, "no_mandate")


def test_a_mandate_that_is_over_ended_or_too_narrow_is_not_kept() -> None:
    assert speaking(until="2027-01-12").says(RULE) == (Result.NOT_KEPT, "mandate_over")
    assert speaking(until="2027-01-13").says(RULE)[0] is Result.KEPT
    assert speaking(scope=("talk", "accept")).says(RULE) == (Result.NOT_KEPT, "mandate_too_narrow")
    ended = speaking().before("released", "witness", MandateEnded("m1"))
    assert ended.says(RULE) == (Result.NOT_KEPT, "mandate_ended")


def test_a_mandate_written_after_the_signature_does_not_count() -> None:
    table = WHOLE.with_fact("listed_sopheap", because="representative")
    late = table.before("released", "witness", MANDATE, key="mandate")
    assert late.says(RULE) == (Result.UNKNOWN, "no_mandate")


def test_an_until_that_is_no_day_is_unreadable() -> None:
    assert speaking(until="soon").says(RULE) == (Result.UNKNOWN, "unreadable")


def test_a_mandate_written_by_its_own_side_is_a_wrong_hand() -> None:
    assert speaking().with_line("mandate", by="sopheap").says(RULE) == (Result.UNKNOWN, "wrong_hand")


@pytest.mark.parametrize(
    ("fields", "reason", "against"),
    [
        ({"count": 0}, "mandate_of_nobody", {"mandate"}),
        ({"text": "0" * 64}, "mandate_text_missing", {"mandate"}),
        ({"scope": ("talk",)}, "mandate_too_narrow", {"mandate"}),
        ({"until": "2027-01-12"}, "mandate_over", {"mandate", "signed_sopheap"}),
    ],
)
def test_what_speaks_against_a_mandate_is_named(
    fields: dict[str, Any], reason: str, against: set[str]
) -> None:
    table = speaking(**fields)
    finding = table.finding(RULE)
    assert finding.reason == reason
    assert set(finding.against) == {table.number(key) for key in against}


def test_where_there_is_no_mandate_the_listing_speaks_against_it_and_an_ending_where_it_ended() -> None:
    bare = speaking().without("mandate", "seen")
    assert bare.finding(RULE).against == (bare.number("listed_sopheap"),)
    unseen = speaking().without("seen")
    assert unseen.finding(RULE).against == (unseen.number("mandate"),)
    ended = speaking().before("released", "witness", MandateEnded("m1"))
    assert ended.finding(RULE).against == (ended.number("new"),)


def test_a_mandate_of_one_is_enough_and_a_witness_of_another_mandate_is_none() -> None:
    assert speaking(count=1).says(RULE)[0] is Result.KEPT
    other = speaking().with_fact("seen", mandate="m2")
    assert other.says(RULE) == (Result.UNKNOWN, "mandate_unwitnessed")
