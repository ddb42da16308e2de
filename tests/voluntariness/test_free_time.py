"""FREE-TIME-1: kept, not kept, unknown; the night and the long day block, breaks and ultimatums can be cleared.

Not applicable: impossible but for a table about a policy (test_assess.py): every signature has its hour.
"""

import pytest

from app.record.facts.dialogues import ClockDoubted
from app.record.facts.sittings import UltimatumNoted
from app.voluntariness.finding import Result, Severity
from tests.voluntariness.table import WHOLE, Table, time

RULE = "FREE-TIME-1"


def signed_at(moment: str, opens: str = "2027-01-13T02:30") -> Table:
    """The whole table, with one signature at another time (UTC) and what follows after it."""
    table = WHOLE.with_line("opened_s2", at=time(opens)).with_line("signed_malis", at=time(moment))
    for place, line in enumerate(table.lines):
        after = table.number("signed_malis")
        if place > after and line.at < time(moment) and line.at.day == time(moment).day:
            table = table.with_line(line.key, at=time(moment))
    return table


def test_it_is_kept_by_day_within_the_hours_with_breaks() -> None:
    finding = WHOLE.finding(RULE)
    assert (finding.result, finding.severity) == (Result.KEPT, Severity.BLOCKS)
    assert {WHOLE.number(key) for key in ("signed_malis", "break_s2", "closed_s2")} <= set(finding.evidence)


@pytest.mark.parametrize("moment", ["2027-01-13T10:00", "2027-01-13T10:01"])
def test_a_signature_after_five_in_the_afternoon_is_not_kept(moment: str) -> None:
    late = signed_at(moment, opens="2027-01-13T08:00")
    lines = tuple(sorted(late.lines, key=lambda line: line.at))
    reason = Table(lines, late.texts).says(RULE)[1]
    assert (reason == "signed_outside_day") is moment.endswith("01")


@pytest.mark.parametrize(("moment", "kept"), [("2027-01-13T06:30", True), ("2027-01-13T06:31", False)])
def test_a_signature_after_four_hours_is_not_kept(moment: str, kept: bool) -> None:
    reason = signed_at(moment).says(RULE)[1]
    assert (reason == "signed_after_hours") is not kept


def test_such_a_signature_blocks() -> None:
    table = signed_at("2027-01-13T06:31")
    assert table.finding(RULE).severity is Severity.BLOCKS
    assert table.verdict().verdict == "NOT_SUPPORTED"


def test_too_few_breaks_need_a_clearance() -> None:
    table = WHOLE.with_fact("break_s2", minutes=14)
    finding = table.finding(RULE)
    assert (finding.reason, finding.severity) == ("too_few_breaks", Severity.CLEARANCE)
    assert table.verdict().verdict == "INCONCLUSIVE"


def test_a_session_shorter_than_two_hours_needs_no_break() -> None:
    short = WHOLE.with_line("closed_s2", at=time("2027-01-13T04:29"))
    assert short.with_fact("break_s2", minutes=0).says(RULE)[0] is Result.KEPT


def test_words_of_an_ultimatum_need_a_clearance() -> None:
    table = WHOLE.before("sheet_s1", "witness", UltimatumNoted("s1", "chair"))
    table = table.with_fact("sheet_s1", count=9)
    finding = table.finding(RULE)
    assert (finding.reason, finding.severity) == ("ultimatum", Severity.CLEARANCE)
    assert table.number("new") in finding.against


def test_an_ultimatum_that_is_left_out_is_missed() -> None:
    table = WHOLE.with_fact("sheet_s1", count=9)
    assert table.says(RULE) == (Result.UNKNOWN, "sheet_count_differs")


def test_without_its_close_a_session_is_not_known() -> None:
    assert WHOLE.without("closed_s1").says(RULE) == (Result.UNKNOWN, "not_closed")


def test_a_signature_outside_a_session_is_not_known_and_blocks() -> None:
    finding = WHOLE.without("opened_s2").finding(RULE)
    assert (finding.result, finding.severity) == (Result.UNKNOWN, Severity.BLOCKS)


def test_before_anybody_signs_it_is_not_known() -> None:
    assert WHOLE.until("opened_s2").finding(RULE).result is Result.UNKNOWN


def test_a_doubted_clock_leaves_it_unknown() -> None:
    doubted = ClockDoubted("2027-01-13T10:00:00Z")
    table = WHOLE.before("released", "node", doubted)
    assert table.says(RULE) == (Result.UNKNOWN, "clock_doubted")


def test_the_opening_and_the_signature_speak_against_a_day_that_was_too_long() -> None:
    table = signed_at("2027-01-13T06:31")
    assert set(table.finding(RULE).against) >= {table.number("opened_s2"), table.number("signed_malis")}


def test_a_signature_outside_its_session_is_unknown_and_named() -> None:
    table = WHOLE.with_fact("signed_malis", session="s1")
    finding = table.finding(RULE)
    assert (finding.result, finding.reason) == (Result.UNKNOWN, "signed_outside_session")
    assert finding.against == (table.number("signed_malis"),)


def test_at_eight_sharp_the_day_has_begun() -> None:
    early = signed_at("2027-01-13T01:00", opens="2027-01-13T00:50")
    lines = tuple(sorted(early.lines, key=lambda line: line.at))
    assert Table(lines, early.texts).says(RULE)[1] != "signed_outside_day"
