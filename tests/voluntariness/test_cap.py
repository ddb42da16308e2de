"""CAP-1: kept, not kept, unknown; and the closed lists that other rules count on as well."""

import pytest

from app.record.facts.parties import DeciderListed
from app.voluntariness.finding import Result
from tests.voluntariness.table import WHOLE, Table

RULE = "CAP-1"


def test_it_is_kept_when_all_on_the_closed_lists_are_adults_and_signed() -> None:
    finding = WHOLE.finding(RULE)
    assert (finding.result, finding.grade, finding.against) == (Result.KEPT, "E1", ())


def test_without_malis_it_is_not_kept_once_the_session_is_closed() -> None:
    without = WHOLE.without("signed_malis", "attested_malis")
    assert without.says(RULE) == (Result.NOT_KEPT, "not_signed")
    assert without.finding(RULE).against == (without.number("closed_s2"),)
    assert without.verdict().verdict == "NOT_SUPPORTED"


def test_while_the_session_goes_on_a_missing_signature_is_unknown() -> None:
    assert WHOLE.until("attested_ravy").says(RULE) == (Result.UNKNOWN, "not_signed_yet")


def test_with_another_session_still_open_it_stays_unknown() -> None:
    elsewhere = WHOLE.without("signed_malis", "attested_malis").with_fact("signed_ravy", session="s3")
    assert elsewhere.says(RULE) == (Result.UNKNOWN, "not_signed_yet")


def test_with_no_signature_at_all_it_is_unknown() -> None:
    assert WHOLE.until("opened_s2").says(RULE) == (Result.UNKNOWN, "none_signed")


def test_somebody_under_age_breaks_it() -> None:
    assert WHOLE.with_fact("listed_malis", adult="no").says(RULE) == (Result.NOT_KEPT, "under_age")


@pytest.mark.parametrize("adult", ["unknown", "", "perhaps"])
def test_an_age_that_nobody_knows_is_unknown(adult: str) -> None:
    assert WHOLE.with_fact("listed_malis", adult=adult).says(RULE) == (Result.UNKNOWN, "age_unknown")


def test_a_newer_line_about_the_same_person_counts() -> None:
    listed = DeciderListed("b", "malis", "spouse", "yes")
    mended = WHOLE.with_fact("listed_malis", adult="unknown").before("closed_b", "facilitator", listed)
    assert mended.says(RULE)[0] is Result.KEPT


def test_a_signature_for_another_side_does_not_count_as_ones_own() -> None:
    spoiled = WHOLE.with_line("signed_malis", party="a")
    assert spoiled.says(RULE)[0] is Result.NOT_KEPT


def test_who_signs_without_being_listed_leaves_it_unknown() -> None:
    spoiled = WHOLE.without("listed_malis").with_fact("closed_b", count=1)
    assert spoiled.says(RULE) == (Result.UNKNOWN, "signer_unlisted")


SPOILED_LISTS: dict[str, tuple[Table, str]] = {
    "a dropped line": (WHOLE.without("listed_malis"), "count_differs"),
    "a list never closed": (WHOLE.without("closed_b"), "list_open"),
    "a list without a line": (WHOLE.without("listed_sopheap"), "list_open"),
    "a line after the closing": (
        WHOLE.before("frozen", "facilitator", DeciderListed("a", "son", "heir", "yes")),
        "list_open",
    ),
    "a side that nobody named": (WHOLE.with_fact("side_b", side="c"), "side_missing"),
    "one side alone": (WHOLE.without("side_b"), "too_few_sides"),
    "a list by a wrong hand": (WHOLE.with_line("listed_malis", by="witness"), "wrong_hand"),
    "a closing by a wrong hand": (WHOLE.with_line("closed_b", by="malis"), "wrong_hand"),
    "a side named by a wrong hand": (WHOLE.with_line("side_b", by="chair"), "wrong_hand"),
}


@pytest.mark.parametrize("rule", [RULE, "CONSENT-PROC-1", "PRIOR-NOTICE-1", "REC-BIND-1"])
@pytest.mark.parametrize("spoiled", SPOILED_LISTS)
def test_a_list_that_is_not_whole_is_never_kept(spoiled: str, rule: str) -> None:
    table, _ = SPOILED_LISTS[spoiled]
    assert table.says(rule)[0] in (Result.UNKNOWN, Result.NOT_KEPT)
    assert table.verdict().verdict != "SUPPORTED"


@pytest.mark.parametrize("spoiled", SPOILED_LISTS)
def test_a_list_that_is_not_whole_says_why(spoiled: str) -> None:
    table, reason = SPOILED_LISTS[spoiled]
    assert table.says("CONSENT-PROC-1") == (Result.UNKNOWN, reason)
