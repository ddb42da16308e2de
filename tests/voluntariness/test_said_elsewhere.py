"""What is said in other places counts too: sides that only another entry mentions, cards, a table that binds nobody."""

import pytest

from app.foundation.clock import from_text
from app.record.facts import Fact
from app.record.facts.agreements import IfNoSigned
from app.record.facts.parties import DeciderListed, DecidersClosed, TakingPartAgreed
from app.record.facts.preparation import TakingPartNoted
from app.record.facts.understanding import AnswerWitnessed, ReadingHeld
from app.voluntariness.finding import Result
from app.voluntariness.looked_through import count_words
from tests.voluntariness.table import AGREEMENT, TEXT, WHOLE, opened

MENTIONS: list[tuple[str, Fact, str]] = [
    ("facilitator", DeciderListed("c", "ravy", "holder", "yes"), ""),
    ("facilitator", DecidersClosed("c", 0), ""),
    ("ravy", TakingPartAgreed("c"), "c"),
    ("witness", TakingPartNoted("c", ("ravy",), 1), ""),
    ("ravy", IfNoSigned("no1", "c"), "c"),
]


@pytest.mark.parametrize(("by", "fact", "party"), MENTIONS, ids=lambda one: type(one).__name__)
def test_a_side_that_an_entry_mentions_and_nobody_named_is_missing(by: str, fact: Fact, party: str) -> None:
    table = WHOLE.before("released", by, fact, party=party)
    assert table.says("POST-PERF-1") == (Result.UNKNOWN, "side_missing")


def test_whoever_signs_for_a_side_that_nobody_named_does_too() -> None:
    assert WHOLE.with_line("signed_malis", party="c").says("POST-PERF-1") == (Result.UNKNOWN, "side_missing")


@pytest.mark.parametrize(("matter", "result"), [(AGREEMENT, Result.NOT_KEPT), ("another", Result.KEPT)])
def test_a_card_that_takes_a_yes_back_counts_for_its_own_matter(matter: str, result: Result) -> None:
    card = AnswerWitnessed(matter, TEXT, "malis")
    table = WHOLE.before("released", "witness", card, words="revoke")
    assert table.says("PRIOR-COOL-1")[0] is result
    other = WHOLE.before("released", "witness", AnswerWitnessed(AGREEMENT, TEXT, "nobody"), words="revoke")
    assert other.says("PRIOR-COOL-1")[0] is Result.KEPT


def test_a_table_about_an_issue_binds_nobody_and_its_opening_says_so() -> None:
    table = WHOLE.with_line("opened", fact=opened("issue"))
    for finding in table.verdict().findings:
        assert (finding.result, finding.reason) == (Result.NOT_APPLICABLE, "nobody_is_bound")
        assert (finding.evidence, finding.grade) == ((WHOLE.number("opened"),), "E1")


def test_a_first_sheet_at_the_very_moment_of_opening_is_late_and_a_reading_from_the_fixing_on_is_whole() -> (
    None
):
    begins = next(line.at for line in WHOLE.lines if line.key == "opened_s1")
    assert WHOLE.with_line("harm_baseline", when=begins).says("DNH-CONTEXT-1")[1] == "harm_baseline_late"
    read = next(line.fact for line in WHOLE.lines if isinstance(line.fact, ReadingHeld))
    at_once = WHOLE.with_line("fixed", when=from_text(read.starts))
    assert at_once.says("INF-READ-1")[0] is Result.KEPT


def test_khmer_words_are_counted_by_their_breaks_and_without_breaks_by_their_letters() -> None:
    def page(khmer: str) -> dict[str, object]:
        return {"clauses": [{"km": khmer, "en": "one two"}]}

    assert count_words(page("ដី\u200bស្រែ\u200bយើង"), "km") == 3
    assert count_words(page("ក" * 23), "km") == 4
    assert count_words(page("ក" * 23), "en") == 2
    assert count_words(page("ក" * 23), "zh") == 4
