"""The minutes' half of REC-COPY-1: each side has said how the minutes of each session stand, within 7 days."""

from datetime import datetime

from app.record.facts.sittings import MinutesAnswered, MinutesWritten
from app.record.facts.understanding import CopyTaken
from app.voluntariness.finding import Result, Severity
from app.voluntariness.minutes import MinutesFound, minutes_answered
from app.voluntariness.story import tell
from tests.voluntariness.files import AGREEMENT, TALK
from tests.voluntariness.table import WHOLE, Table, time


def minuted(table: Table, session: str, a: str = "confirmed", b: str = "reserved", at: str = "") -> Table:
    """The same with minutes of one session, before its sheet, and each side's answer before the release."""
    written: datetime | None = time(at) if at else None
    table = table.before(f"sheet_{session}", "witness", MinutesWritten(session, TALK), key=f"min_{session}")
    for side, by, standing in (("a", "sopheap", a), ("b", "ravy", b)):
        if standing:
            fact = MinutesAnswered(session, TALK, side, standing, "")
            when = written or time("2027-01-14T02:00")
            table = table.before("released", by, fact, key=f"{side}_{session}", when=when)
    return table


def found_in(table: Table) -> MinutesFound:
    return minutes_answered(tell(table.entries(), table.texts, table.disclosures(), AGREEMENT))


def bare() -> Table:
    """The whole table without any minutes."""
    kinds = (MinutesWritten, MinutesAnswered)
    return WHOLE.without(*(line.key for line in WHOLE.lines if isinstance(line.fact, kinds)))


def test_a_session_without_minutes_is_not_known() -> None:
    assert found_in(bare()).lacking == ["no_minutes", "no_minutes"]


def test_confirmed_reserved_and_refused_are_answers_and_silence_is_none() -> None:
    both = minuted(minuted(bare(), "s2"), "s1", b="refused", at="2027-01-05T02:00")
    found = found_in(both)
    assert (found.lacking, found.broken, len(found.proof)) == ([], [], 4)
    silent = found_in(minuted(minuted(bare(), "s2", b=""), "s1", at="2027-01-05T02:00"))
    assert silent.lacking == ["minutes_unanswered"]


def test_an_answer_after_seven_days_is_late() -> None:
    late = minuted(minuted(bare(), "s2"), "s1", at="2027-01-11T08:01")
    assert found_in(late).broken == ["minutes_answered_late", "minutes_answered_late"]
    assert {entry.fact.side for entry in found_in(late).against} == {"a", "b"}  # type: ignore[attr-defined]
    assert found_in(minuted(minuted(bare(), "s2"), "s1", at="2027-01-11T08:00")).broken == []


def test_an_answer_to_other_minutes_or_an_odd_one_is_none() -> None:
    table = minuted(minuted(bare(), "s2"), "s1", at="2027-01-05T02:00")
    assert found_in(table.with_fact("a_s1", minutes="other")).lacking == ["minutes_unanswered"]
    assert found_in(table.with_fact("a_s1", standing="maybe")).lacking == ["minutes_unanswered"]


def test_minutes_and_answers_by_a_hand_without_the_pen_are_named() -> None:
    table = minuted(minuted(bare(), "s2"), "s1", at="2027-01-05T02:00")
    for key, hand in (("a_s1", "facilitator"), ("min_s2", "sopheap")):
        found = found_in(table.with_line(key, by=hand))
        assert found.lacking[0] == "wrong_hand"
        assert found.against[0].number == table.number(key)


def test_minutes_that_a_side_has_not_answered_need_a_clearance() -> None:
    table = WHOLE.without("minutes_b_s2")
    finding = table.finding("REC-COPY-1")
    assert (finding.result, finding.reason) == (Result.UNKNOWN, "minutes_unanswered")
    assert finding.severity is Severity.CLEARANCE
    assert table.verdict().verdict == "INCONCLUSIVE"


def test_a_late_answer_needs_a_clearance() -> None:
    finding = WHOLE.with_line("minutes_a_s1", when=time("2027-01-11T08:01")).finding("REC-COPY-1")
    assert (finding.reason, finding.severity) == ("minutes_answered_late", Severity.CLEARANCE)


def test_minutes_beside_a_copy_that_is_missing_change_nothing() -> None:
    copies = [line.key for line in WHOLE.lines if isinstance(line.fact, CopyTaken)]
    finding = WHOLE.without("minutes_a_s1", *copies).finding("REC-COPY-1")
    assert (finding.reason, finding.severity) == ("no_copy_taken", Severity.BLOCKS)


def test_what_was_written_about_another_session_is_no_minutes_of_this_one() -> None:
    first = minuted(bare(), "s1", at="2027-01-05T02:00")
    assert found_in(first).lacking == ["no_minutes"]
    assert [entry.fact.session for entry in found_in(first).looked_at] == ["s1"]  # type: ignore[attr-defined]


def test_before_anybody_signed_each_session_that_was_opened_is_looked_at() -> None:
    unsigned = bare().until("opened_s2")
    assert found_in(unsigned).lacking == ["no_minutes", "no_minutes"]
    assert found_in(Table((), {})).lacking == []


def test_minutes_that_a_side_did_not_answer_are_named_and_the_other_sides_answer_is_proof() -> None:
    found = found_in(minuted(minuted(bare(), "s2", b=""), "s1", at="2027-01-05T02:00"))
    assert [type(entry.fact) for entry in found.against] == [MinutesWritten]
    assert sorted(entry.fact.side for entry in found.proof) == ["a", "a", "b"]  # type: ignore[attr-defined]
