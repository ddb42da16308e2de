"""INF-CLEAR-1, INF-RELEASE-1 and FREE-LIBERTY-1: what the text says. (Not applicable: see test_assess.py too.)"""

from typing import Any

import pytest

from app.agreements.rules.texts import BLANK as ASKED_BEFORE_FIXING
from app.foundation.roles import Role
from app.record.facts.dialogues import EntryCorrected
from app.record.facts.understanding import TextScanned
from app.voluntariness.finding import Result
from app.voluntariness.rules.inf_clear import BLANK, NEEDED, is_whole
from tests.voluntariness.files import ROW, text_of
from tests.voluntariness.table import AGREEMENT, OTHER_TEXT, TEXT, WHOLE, Table

CLEAR, RELEASE, LIBERTY = "INF-CLEAR-1", "INF-RELEASE-1", "FREE-LIBERTY-1"


def with_text(english: str = "agreed", khmer: str = "ដី", **other: Any) -> Table:
    """The whole table, about another text."""
    digest, content = text_of(english, khmer, **other)
    lines = WHOLE
    for line in WHOLE.lines:
        if getattr(line.fact, "text", "") == TEXT:
            lines = lines.with_fact(line.key, text=digest)
    return Table(lines.lines, {**WHOLE.texts, digest: content})


def test_a_whole_text_is_clear() -> None:
    assert with_text().says(CLEAR) == (Result.KEPT, "none_received")
    assert with_text().verdict().verdict == "SUPPORTED"


@pytest.mark.parametrize("part", ["who", "what", "where", "when", "proof", "late"])
def test_a_row_that_leaves_something_open_is_not_kept(part: str) -> None:
    assert with_text(rows=[{**ROW, part: " "}]).says(CLEAR) == (Result.NOT_KEPT, "row_incomplete")


def test_an_amount_needs_its_currency() -> None:
    assert with_text(rows=[{**ROW, "currency": ""}]).says(CLEAR) == (Result.NOT_KEPT, "row_incomplete")
    assert with_text(rows=[{**ROW, "amount": 0, "currency": ""}]).says(CLEAR)[0] is Result.KEPT


@pytest.mark.parametrize("rows", [[], None, "rows"])
def test_a_text_without_its_rows_is_unknown(rows: object) -> None:
    assert with_text(rows=rows).says(CLEAR) == (Result.UNKNOWN, "rows_missing")


@pytest.mark.parametrize(
    "words", ["pays ____ riel", "pays ... riel", "the land [ ]", "at ( )", "who??", "pays XXX"]
)
def test_an_open_place_is_not_kept(words: str) -> None:
    assert with_text(words).says(CLEAR) == (Result.NOT_KEPT, "open_place")


@pytest.mark.parametrize("part", NEEDED)
@pytest.mark.parametrize("words", ["____", "...", "by xxx"])
def test_an_open_place_in_a_row_is_not_kept(part: str, words: str) -> None:
    row = {**ROW, part: words}
    assert with_text(rows=[ROW, row]).says(CLEAR) == (Result.NOT_KEPT, "open_place")
    assert not is_whole(row)


def test_the_proof_and_the_office_ask_for_the_same_open_places() -> None:
    assert BLANK.pattern == ASKED_BEFORE_FIXING.pattern


def test_a_missing_wording_is_not_kept() -> None:
    assert with_text(khmer=" ").says(CLEAR) == (Result.NOT_KEPT, "wording_missing")
    assert with_text(clauses=["no clause"]).says(CLEAR) == (Result.NOT_KEPT, "wording_missing")


def test_a_text_that_is_not_there_is_unknown() -> None:
    assert WHOLE.without_text(TEXT).says(CLEAR) == (Result.UNKNOWN, "text_missing")


def test_without_a_claim_given_up_the_rule_does_not_apply() -> None:
    none = WHOLE.with_fact("scanned", tags=()).without("marked_malis", "marked_ravy", "marked_sopheap")
    finding = none.finding(RELEASE)
    assert (finding.result, finding.reason) == (Result.NOT_APPLICABLE, "nobody_gives_up_a_claim")
    assert finding.evidence == (none.number("scanned"),)


def test_words_that_are_not_here_cannot_show_that_no_claim_is_given_up() -> None:
    none = WHOLE.with_fact("scanned", tags=())
    assert none.without_text(TEXT).says(RELEASE) == (Result.UNKNOWN, "text_missing")
    assert WHOLE.without_text(TEXT).says(RELEASE)[0] is Result.KEPT


def test_a_look_that_its_author_corrected_does_not_set_the_rule_aside() -> None:
    none = WHOLE.with_fact("scanned", tags=())
    corrected = EntryCorrected(none.number("scanned"), AGREEMENT)
    wrong = none.before("released", "facilitator", corrected, words="it gives up a claim")
    assert wrong.says(RELEASE) == (Result.UNKNOWN, "corrected")


@pytest.mark.parametrize(
    ("spoiled", "reason"),
    [
        (WHOLE.without("scanned"), "not_scanned"),
        (WHOLE.with_fact("scanned", text=OTHER_TEXT), "not_scanned"),
        (WHOLE.without("marked_malis"), "claims_not_marked"),
        (WHOLE.with_fact("marked_malis", text=OTHER_TEXT), "claims_not_marked"),
        (WHOLE.with_line("marked_malis", by="ravy"), "claims_not_marked"),
        (WHOLE.with_line("scanned", by="ravy"), "wrong_hand"),
    ],
)
def test_a_mark_or_a_look_that_is_missing_leaves_it_unknown(spoiled: Table, reason: str) -> None:
    assert spoiled.says(RELEASE) == (Result.UNKNOWN, reason)


def test_a_tick_once_made_is_not_unmade_by_a_second_look() -> None:
    again = WHOLE.before("handed", "facilitator", TextScanned(AGREEMENT, TEXT, ()))
    assert again.without("marked_malis").says(RELEASE) == (Result.UNKNOWN, "claims_not_marked")


@pytest.mark.parametrize(
    "tag", ["release_from_detention", "drop_criminal_charge", "stop_arrests", "withdraw_summons"]
)
def test_nobodys_liberty_is_traded(tag: str) -> None:
    traded = WHOLE.with_fact("scanned", tags=("gives_up_claim", tag))
    assert traded.says(LIBERTY) == (Result.NOT_KEPT, "liberty_traded")
    assert traded.verdict().verdict == "NOT_SUPPORTED"


def test_a_text_nobody_looked_through_is_unknown() -> None:
    assert WHOLE.without("scanned").says(LIBERTY) == (Result.UNKNOWN, "not_scanned")


@pytest.mark.parametrize(("english", "khmer"), [("The arrests stop.", "ដី"), ("all", "មិន\u200bចាប់\u200bខ្លួន")])
def test_words_of_arrest_ask_the_monitor_to_look_too(english: str, khmer: str) -> None:
    table = with_text(english, khmer)
    assert table.says(LIBERTY) == (Result.UNKNOWN, "words_ask")
    text = next(line.fact.text for line in table.lines if line.key == "fixed")  # type: ignore[attr-defined]
    looked = table.before("handed", "monitor", TextScanned(AGREEMENT, text, ()))
    assert looked.says(LIBERTY)[0] is Result.KEPT


@pytest.mark.parametrize(
    ("english", "khmer"), [("The complaint is taken back.", "ដី"), ("all", "ដក\u200bពាក្យ\u200bបណ្ដឹង")]
)
def test_words_of_complaint_ask_whether_somebody_gives_up_a_claim(english: str, khmer: str) -> None:
    table = with_text(english, khmer).with_fact("scanned", tags=())
    assert table.says(RELEASE) == (Result.UNKNOWN, "claim_words_ask")
    text = next(line.fact.text for line in table.lines if line.key == "fixed")  # type: ignore[attr-defined]
    looked = table.before("handed", "monitor", TextScanned(AGREEMENT, text, ()))
    assert looked.says(RELEASE) == (Result.NOT_APPLICABLE, "nobody_gives_up_a_claim")
    again = table.before("handed", "facilitator", TextScanned(AGREEMENT, text, ()))
    assert again.says(RELEASE) == (Result.UNKNOWN, "claim_words_ask")


def test_nobody_looks_a_second_time_at_what_they_fixed_themselves() -> None:
    table = with_text("The complaint is taken back.").with_fact("scanned", tags=())
    text = next(line.fact.text for line in table.lines if line.key == "fixed")  # type: ignore[attr-defined]
    own = table.with_line("fixed", by="monitor", role=Role.FACILITATOR, party="")
    looked = own.before("handed", "monitor", TextScanned(AGREEMENT, text, ()))
    assert looked.says(RELEASE) == (Result.UNKNOWN, "claim_words_ask")
    other = own.before("handed", "officer", TextScanned(AGREEMENT, text, ()))
    assert other.says(RELEASE) == (Result.NOT_APPLICABLE, "nobody_gives_up_a_claim")


def test_without_a_text_or_a_signature_both_are_unknown_for_that() -> None:
    unsigned = WHOLE.without(*(line.key for line in WHOLE.lines if line.key.startswith("signed_")))
    assert unsigned.says(RELEASE) == (Result.UNKNOWN, "none_signed")
    assert WHOLE.without_text(TEXT).says(LIBERTY) == (Result.UNKNOWN, "text_missing")


def test_a_row_with_words_alone_needs_no_amount() -> None:
    words = {name: said for name, said in ROW.items() if name not in ("amount", "currency")}
    assert with_text(rows=[words]).says(CLEAR)[0] is Result.KEPT
    assert with_text(rows=[{**words, "amount": 5}]).says(CLEAR) == (Result.NOT_KEPT, "row_incomplete")
    assert with_text(rows=[{**words, "currency": "KHR"}]).says(CLEAR) == (Result.NOT_KEPT, "row_incomplete")


def test_words_in_the_rows_ask_as_those_in_the_clauses_do() -> None:
    table = with_text(rows=[{**ROW, "what": "ដោះ\u200bលែង\u200bអ្នក\u200bភូមិ"}])
    assert table.says(LIBERTY) == (Result.UNKNOWN, "words_ask")
