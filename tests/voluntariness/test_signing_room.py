"""FREE-ISOLATE-1 and REC-COPY-1: kept, not kept, unknown. (Not applicable: see test_assess.py.)"""

import pytest

from app.record.facts.sessions import SessionClosed
from app.record.facts.understanding import CopyTaken
from app.voluntariness.finding import Result, Severity
from tests.voluntariness.table import AGREEMENT, DECIDERS, OTHER_TEXT, TEXT, WHOLE, Table, time

ROOM, COPY = "FREE-ISOLATE-1", "REC-COPY-1"


def test_a_room_that_was_noted_keeps_it() -> None:
    finding = WHOLE.finding(ROOM)
    assert (finding.result, finding.severity, finding.grade) == (Result.KEPT, Severity.CLEARANCE, "E3")


@pytest.mark.parametrize(
    ("fields", "reason"),
    [({"other_side": 3}, "outnumbered"), ({"support_offered": False}, "no_support_offered")],
)
def test_being_outnumbered_or_without_support_needs_a_clearance(
    fields: dict[str, object], reason: str
) -> None:
    spoiled = WHOLE.with_fact("room_malis", **fields)
    assert spoiled.says(ROOM) == (Result.NOT_KEPT, reason)
    assert spoiled.finding(ROOM).severity is Severity.CLEARANCE
    assert spoiled.verdict().verdict == "INCONCLUSIVE"


@pytest.mark.parametrize(
    ("spoiled", "reason"),
    [
        (WHOLE.without("room_malis"), "room_not_noted"),
        (WHOLE.with_fact("room_malis", text=OTHER_TEXT), "room_not_noted"),
        (WHOLE.with_fact("room_malis", own_side=0), "unreadable"),
        (WHOLE.with_fact("room_malis", officials=-1), "unreadable"),
        (WHOLE.with_line("room_malis", by="chair"), "wrong_hand"),
    ],
)
def test_a_room_nobody_noted_is_unknown(spoiled: Table, reason: str) -> None:
    assert spoiled.says(ROOM) == (Result.UNKNOWN, reason)


def test_the_signature_in_a_room_nobody_noted_speaks_against_it() -> None:
    table = WHOLE.without("room_malis")
    assert table.finding("FREE-ISOLATE-1").against == (table.number("signed_malis"),)


def test_a_signature_outside_a_session_blocks() -> None:
    early = WHOLE.before("signed_malis", "chair", SessionClosed("s2")).without("closed_s2")
    finding = early.finding(ROOM)
    assert (finding.reason, finding.severity) == ("signed_outside_session", Severity.BLOCKS)


def test_a_copy_within_the_hour_keeps_it() -> None:
    assert WHOLE.with_line("copies", when=time("2027-01-13T05:20")).says(COPY)[0] is Result.KEPT
    late = WHOLE.with_line("copies", when=time("2027-01-13T05:21"))
    assert late.says(COPY) == (Result.NOT_KEPT, "copy_late")


@pytest.mark.parametrize(
    ("spoiled", "says"),
    [
        (WHOLE.without("minutes_s1"), (Result.UNKNOWN, "no_minutes")),
        (WHOLE.without("minutes_b_s2"), (Result.UNKNOWN, "minutes_unanswered")),
        (
            WHOLE.with_line("minutes_b_s1", when=time("2027-01-11T08:06")),
            (Result.NOT_KEPT, "minutes_answered_late"),
        ),
        (WHOLE.with_line("minutes_s1", by="ravy"), (Result.UNKNOWN, "wrong_hand")),
    ],
)
def test_minutes_that_a_side_did_not_answer_need_a_clearance(
    spoiled: Table, says: tuple[Result, str]
) -> None:
    assert spoiled.says(COPY) == says
    assert spoiled.finding(COPY).severity is Severity.CLEARANCE
    assert spoiled.verdict().verdict == "INCONCLUSIVE"


def test_no_clearance_covers_a_missing_copy() -> None:
    both = WHOLE.without("copies", "minutes_b_s2")
    assert both.finding(COPY).severity is Severity.BLOCKS


@pytest.mark.parametrize(
    ("spoiled", "reason"),
    [
        (WHOLE.without("copies"), "no_copy_taken"),
        (WHOLE.with_fact("copies", persons=("ravy", "sopheap"), count=2), "no_copy_taken"),
        (WHOLE.with_fact("copies", text=OTHER_TEXT), "no_copy_taken"),
        (WHOLE.with_line("copies", when=time("2027-01-13T04:19")), "no_copy_taken"),
        (WHOLE.with_line("copies", when=time("2027-01-12T02:31")), "no_copy_taken"),
        (WHOLE.with_fact("copies", count=4), "count_differs"),
        (WHOLE.with_line("copies", by="facilitator"), "wrong_hand"),
    ],
)
def test_a_copy_nobody_saw_is_unknown(spoiled: Table, reason: str) -> None:
    assert spoiled.says(COPY) == (Result.UNKNOWN, reason)
    assert spoiled.verdict().verdict != "SUPPORTED"


def test_nobody_else_in_the_room_is_a_number_too_and_less_than_nobody_is_none() -> None:
    alone = WHOLE.with_fact("room_malis", other_side=0, officials=0)
    assert alone.says(ROOM)[0] is Result.KEPT
    for fields in ({"own_side": -1}, {"other_side": -1}):
        assert WHOLE.with_fact("room_malis", **fields).says(ROOM) == (Result.UNKNOWN, "unreadable")


def test_the_copy_that_was_taken_first_counts_whenever_it_was_written_down() -> None:
    late = CopyTaken(AGREEMENT, TEXT, DECIDERS, 3)
    both = WHOLE.before("copies", "witness", late, when=time("2027-01-13T08:00"))
    assert both.says(COPY)[0] is Result.KEPT


def test_to_the_minute_a_copy_may_be_taken_with_the_signature() -> None:
    """A sheet is written to the minute, a signature to the second."""
    signed = time("2027-01-13T04:20:37")
    later = WHOLE.with_line("signed_malis", at=signed).with_line("copies", when=time("2027-01-13T04:20"))
    table = Table(tuple(sorted(later.lines, key=lambda line: line.at)), later.texts)
    assert table.says(COPY)[0] is Result.KEPT
