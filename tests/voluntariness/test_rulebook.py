"""The rulebook's page says what the code does, and every reason has its words."""

from pathlib import Path

from app.audit.rule_words import REASONS, RULE_WORDS, reason_sentence, rule_asks, rule_title
from app.voluntariness.assess import RULEBOOKS
from app.voluntariness.finding import Finding, Result, Severity
from app.web.i18n import use_language
from tests.voluntariness.rulebook import FLOOR, PAGE, PAGES, codes_in, page, rule_pages
from tests.voluntariness.table import WHOLE


def test_the_page_of_the_rulebook_is_drawn_from_the_code() -> None:
    assert PAGE.read_text() == page(), "python -m tests.voluntariness.rulebook"


def test_each_rule_has_its_page_and_no_page_stands_alone() -> None:
    drawn = rule_pages()
    assert set(PAGES.glob("*.md")) == set(drawn)
    assert [path.name for path, text in drawn.items() if path.read_text() != text] == []


def test_every_reason_that_the_code_gives_has_its_sentence_and_every_sentence_a_reason() -> None:
    given: set[str] = set()
    for path in Path(FLOOR).rglob("*.py"):
        given |= set(codes_in(path))
    assert given == set(REASONS)


def test_every_rule_has_its_words_and_no_words_stand_alone() -> None:
    assert set(RULE_WORDS) == {rule.name for book in RULEBOOKS.values() for rule in book}


def test_a_kept_rule_says_what_was_kept_and_mentions_what_speaks_against_it() -> None:
    use_language("en")
    kept = WHOLE.finding("CAP-1")
    assert reason_sentence(kept) == RULE_WORDS["CAP-1"].kept
    beside = Finding("CAP-1", Severity.BLOCKS, Result.KEPT, "kept_all_the_same", (1,), (2,))
    assert reason_sentence(beside).startswith(RULE_WORDS["CAP-1"].kept)
    assert "speak against it" in reason_sentence(beside)


def test_what_is_not_kept_says_why_in_the_readers_language() -> None:
    finding = Finding("CAP-1", Severity.BLOCKS, Result.NOT_KEPT, "not_signed")
    use_language("en")
    assert reason_sentence(finding) == REASONS["not_signed"]
    use_language("km")
    assert reason_sentence(finding) not in ("", REASONS["not_signed"])
    assert rule_title("CAP-1") != RULE_WORDS["CAP-1"].title
    assert rule_asks("CAP-1") != RULE_WORDS["CAP-1"].asks


def test_a_rule_or_reason_of_a_later_rulebook_is_shown_by_its_code() -> None:
    assert (rule_title("NEW-1"), rule_asks("NEW-1")) == ("NEW-1", "")
    assert reason_sentence(Finding("NEW-1", Severity.ADVICE, Result.UNKNOWN, "so")) == "so"
    assert reason_sentence(Finding("NEW-1", Severity.ADVICE, Result.KEPT, "so")) == "so"
