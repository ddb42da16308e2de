"""REC-BIND-1: kept, not kept, unknown; a yes counts only for the exact text."""

import pytest

from app.foundation.roles import Role
from app.record.facts.agreements import SignatureGiven, TextFixed
from app.record.facts.audit import AgreementReturned
from app.voluntariness.finding import Result
from tests.voluntariness.table import AGREEMENT, OTHER_FILE, OTHER_TEXT, TEXT, WHOLE, Table

RULE = "REC-BIND-1"
CHANGED = TextFixed(AGREEMENT, OTHER_TEXT, ("km", "en"), "o3", TEXT)


def test_it_is_kept_when_each_signature_names_the_text_and_was_attested() -> None:
    finding = WHOLE.finding(RULE)
    assert (finding.result, finding.grade) == (Result.KEPT, "E3")
    assert {WHOLE.number("fixed"), WHOLE.number("attested_malis")} <= set(finding.evidence)


def test_a_text_that_is_not_there_is_unknown() -> None:
    assert WHOLE.without_text(TEXT).says(RULE) == (Result.UNKNOWN, "text_missing")


def test_a_file_under_a_wrong_digest_is_not_there() -> None:
    swapped = Table(WHOLE.lines, {**WHOLE.texts, TEXT: OTHER_FILE})
    assert swapped.says(RULE) == (Result.UNKNOWN, "text_missing")


def test_a_signature_of_another_text_only_is_not_kept() -> None:
    other = WHOLE.with_fact("signed_malis", text=OTHER_TEXT)
    assert other.says(RULE) == (Result.NOT_KEPT, "signed_another_text")


def test_a_changed_text_voids_what_was_signed_before() -> None:
    changed = WHOLE.before("released", "facilitator", CHANGED).with_fact("released", text=OTHER_TEXT)
    assert changed.says(RULE) == (Result.NOT_KEPT, "signed_another_text")
    assert changed.verdict().verdict == "NOT_SUPPORTED"
    assert changed.verdict().text == OTHER_TEXT


def test_a_text_fixed_again_after_the_signature_voids_it_too() -> None:
    again = WHOLE.before("released", "facilitator", CHANGED)
    back = TextFixed(AGREEMENT, TEXT, ("km", "en"), "o3", OTHER_TEXT)
    again = again.before("released", "facilitator", back, key="back")
    assert again.says(RULE) == (Result.UNKNOWN, "not_signed_yet")
    assert again.says("CAP-1") == (Result.UNKNOWN, "none_signed")


def test_a_return_to_the_table_voids_what_was_signed_before() -> None:
    returned = WHOLE.before("released", "monitor", AgreementReturned(AGREEMENT))
    assert returned.says(RULE) == (Result.UNKNOWN, "not_signed_yet")


def test_an_earlier_signature_of_an_earlier_text_stays_visible_and_does_not_harm() -> None:
    first = TextFixed(AGREEMENT, OTHER_TEXT, ("km", "en"), "o3", "")
    table = WHOLE.before("fixed", "facilitator", first, key="first").with_fact("fixed", replaces=OTHER_TEXT)
    table = table.before("fixed", "malis", SignatureGiven(AGREEMENT, OTHER_TEXT, "s1", "km"))
    finding = table.finding(RULE)
    assert (finding.result, finding.reason) == (Result.KEPT, "kept_all_the_same")
    assert finding.against == (table.number("new"),)


def test_a_replaced_text_that_is_missing_is_unknown() -> None:
    assert WHOLE.with_fact("fixed", replaces=OTHER_TEXT).says(RULE) == (Result.UNKNOWN, "text_before_missing")


def test_somebody_who_has_not_signed_leaves_it_unknown() -> None:
    missing = WHOLE.without("signed_malis", "attested_malis")
    assert missing.says(RULE) == (Result.UNKNOWN, "not_signed_yet")


def test_a_language_that_the_text_does_not_have_is_not_kept() -> None:
    assert WHOLE.with_fact("signed_malis", language="zh").says(RULE) == (Result.NOT_KEPT, "language_differs")


@pytest.mark.parametrize(
    "spoiled",
    [
        WHOLE.without("attested_malis"),
        WHOLE.with_fact("attested_malis", person="ravy"),
        WHOLE.with_fact("attested_malis", session="s1"),
        WHOLE.with_fact("attested_malis", text=OTHER_TEXT),
        WHOLE.without("signed_malis").before(
            "closed_s2", "malis", SignatureGiven(AGREEMENT, TEXT, "s2", "km")
        ),
    ],
)
def test_a_signature_without_its_own_attestation_afterwards_is_unknown(spoiled: Table) -> None:
    assert spoiled.says(RULE) == (Result.UNKNOWN, "not_attested")


def test_nobody_attests_their_own_signature() -> None:
    own = WHOLE.with_line("attested_malis", by="malis", role=Role.WITNESS, party="")
    assert own.says(RULE) == (Result.UNKNOWN, "not_attested")


@pytest.mark.parametrize("key", ["fixed", "signed_malis", "attested_malis"])
def test_an_entry_by_a_wrong_hand_is_never_kept(key: str) -> None:
    assert WHOLE.with_line(key, by="chair").finding(RULE).result is not Result.KEPT
