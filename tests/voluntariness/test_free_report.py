"""FREE-REPORT-1: kept, not kept, unknown. Not applicable only where nobody is bound (issue)."""

from dataclasses import replace

import pytest

from app.record.facts.preparation import PrivateTalkHeld
from app.record.facts.promises import ReportsExamined
from app.voluntariness.finding import Result
from tests.voluntariness.table import AGREEMENT, DECIDERS, RELEASE, WHOLE, Table

RULE = "FREE-REPORT-1"


def talks_of(person: str) -> list[str]:
    """The keys of the private talks with one person."""
    return [
        line.key
        for line in WHOLE.lines
        if isinstance(line.fact, PrivateTalkHeld) and line.fact.person == person
    ]


def test_it_is_kept_after_two_private_talks_with_each_and_the_monitors_word() -> None:
    finding = WHOLE.finding(RULE)
    assert (finding.result, finding.grade) == (Result.KEPT, "E3")
    talks = {WHOLE.number(key) for person in DECIDERS for key in talks_of(person)}
    assert {*talks, WHOLE.number("examined")} <= set(finding.evidence)


@pytest.mark.parametrize("person", DECIDERS)
def test_one_talk_less_with_anybody_is_unknown(person: str) -> None:
    for key in talks_of(person):
        assert WHOLE.without(key).says(RULE) == (Result.UNKNOWN, "private_talk_missing")


def test_before_the_monitors_word_it_is_unknown() -> None:
    assert WHOLE.without("examined", "released").says(RULE) == (Result.UNKNOWN, "reports_not_examined")


def test_a_word_from_before_the_text_in_force_is_none() -> None:
    early = WHOLE.without("examined").before("fixed", "monitor", ReportsExamined(AGREEMENT))
    assert early.says(RULE) == (Result.UNKNOWN, "reports_not_examined")


def test_a_word_from_before_the_last_signature_is_none() -> None:
    word = ReportsExamined(AGREEMENT)
    early = WHOLE.without("examined").before("signed_malis", "monitor", word)
    assert early.says(RULE) == (Result.UNKNOWN, "reports_not_examined")
    assert WHOLE.without("examined").before("attested_malis", "monitor", word).says(RULE)[0] is Result.KEPT


def test_a_word_after_the_release_comes_too_late() -> None:
    word = next(line for line in WHOLE.lines if line.key == "examined")
    lines = (*WHOLE.without("examined").lines, replace(word, at=RELEASE))
    late = Table(lines, WHOLE.texts)
    assert late.says(RULE) == (Result.UNKNOWN, "reports_not_examined")


def watched(person: str) -> Table:
    """Somebody else was in the room each time."""
    table = WHOLE
    for key in talks_of(person):
        table = table.with_fact(key, alone=False)
    return table


def test_talks_that_were_never_held_alone_are_not_kept() -> None:
    finding = watched("malis").finding(RULE)
    assert (finding.result, finding.reason) == (Result.NOT_KEPT, "never_alone")
    assert set(finding.against) == {WHOLE.number(key) for key in talks_of("malis")}


@pytest.mark.parametrize("by", ["facilitator", "officer", "chair", "sopheap"])
def test_the_word_of_anybody_but_the_monitor_leaves_it_unknown(by: str) -> None:
    assert WHOLE.with_line("examined", by=by).says(RULE) == (Result.UNKNOWN, "wrong_hand")
