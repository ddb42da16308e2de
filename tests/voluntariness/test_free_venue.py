"""FREE-VENUE-1: kept, not kept, unknown; weapons and doors block, a place of power needs a clearance.

Not applicable: impossible but for a table about a policy (test_assess.py): whoever signed sat in some room.
"""

from typing import Any

import pytest

from app.foundation.roles import Role
from app.record.facts.sittings import LeaveAsked, RoomChecked
from app.voluntariness.finding import Result, Severity
from tests.voluntariness.table import WHOLE, Table, time

RULE = "FREE-VENUE-1"


def test_it_is_kept_where_the_room_was_looked_at_and_nobody_was_armed() -> None:
    finding = WHOLE.finding(RULE)
    assert (finding.result, finding.severity, finding.grade) == (Result.KEPT, Severity.BLOCKS, "E3")
    assert {WHOLE.number(f"{key}_s2") for key in ("came", "look", "relook", "leave", "sheet")} <= set(
        finding.evidence
    )


@pytest.mark.parametrize(
    ("key", "fields", "reason"),
    [
        ("look_s1", {"armed": 1}, "armed"),
        ("relook_s2", {"armed": 2}, "armed"),
        ("came_s2", {"armed": 1}, "armed"),
        ("look_s2", {"exits_locked": True}, "exits_locked"),
        ("look_s1", {"phones_taken": True}, "phones_taken"),
        ("leave_s2", {"minutes": -1}, "leave_refused"),
        ("leave_s1", {"minutes": 16}, "leave_granted_late"),
    ],
)
def test_weapons_doors_telephones_and_leave_block(key: str, fields: dict[str, Any], reason: str) -> None:
    table = WHOLE.with_fact(key, **fields)
    finding = table.finding(RULE)
    assert (finding.result, finding.reason, finding.severity) == (Result.NOT_KEPT, reason, Severity.BLOCKS)
    assert table.number(key) in finding.against
    assert table.verdict().verdict == "NOT_SUPPORTED"


def test_leave_granted_within_a_quarter_of_an_hour_is_kept() -> None:
    assert WHOLE.with_fact("leave_s2", minutes=15).says(RULE)[0] is Result.KEPT


@pytest.mark.parametrize("host", ["police", "district", "company", "party"])
def test_a_place_of_power_needs_a_clearance_and_nothing_more(host: str) -> None:
    table = WHOLE.with_fact("look_s1", host=host)
    finding = table.finding(RULE)
    assert (finding.reason, finding.severity) == ("place_of_power", Severity.CLEARANCE)
    assert table.verdict().verdict == "INCONCLUSIVE"


def test_a_place_of_power_beside_something_unknown_still_blocks_without_condemning() -> None:
    finding = WHOLE.with_fact("look_s1", host="police").without("relook_s2").finding(RULE)
    assert (finding.result, finding.severity) == (Result.UNKNOWN, Severity.BLOCKS)
    assert WHOLE.number("look_s1") in finding.against


def test_a_uniform_stands_beside_and_changes_nothing() -> None:
    finding = WHOLE.with_fact("came_s2", uniformed=2).finding(RULE)
    assert (finding.result, finding.reason) == (Result.KEPT, "kept_all_the_same")


def recounted(table: Table, count: int) -> Table:
    """The same table with another count on the sheet of its signing session."""
    return table.with_fact("sheet_s2", count=count)


def test_what_is_left_out_is_not_known_even_when_the_count_is_changed_with_it() -> None:
    assert WHOLE.without("leave_s2").says(RULE) == (Result.UNKNOWN, "sheet_count_differs")
    assert recounted(WHOLE.without("relook_s2"), 7).says(RULE) == (Result.UNKNOWN, "room_not_looked_at")
    assert recounted(WHOLE.without("came_s2"), 7).says(RULE) == (Result.UNKNOWN, "no_attendance")
    assert WHOLE.without("sheet_s1").says(RULE) == (Result.UNKNOWN, "no_sheet")


def test_something_written_after_the_sheet_was_closed_is_not_known() -> None:
    table = WHOLE.before("released", "witness", LeaveAsked("s2", 3))
    assert table.says(RULE) == (Result.UNKNOWN, "sheet_not_closed")


def test_a_sheet_of_a_session_that_was_not_opened_is_not_known() -> None:
    table = WHOLE.before("released", "witness", LeaveAsked("s9", 3))
    assert table.says(RULE) == (Result.UNKNOWN, "sheet_without_session")


def test_a_session_over_noon_needs_a_look_at_midday() -> None:
    long = WHOLE.with_line("closed_s2", at=time("2027-01-13T05:05"))
    assert long.says(RULE) == (Result.UNKNOWN, "room_not_looked_at")
    look = RoomChecked("s2", "midday", 0, 0, exits_locked=False, phones_taken=False, host="neutral")
    assert recounted(long.before("sheet_s2", "witness", look), 9).says(RULE)[0] is Result.KEPT


def test_a_sheet_by_a_hand_without_the_pen_is_not_known() -> None:
    table = WHOLE.before("released", "sopheap", LeaveAsked("s2", 3))
    assert table.says(RULE) == (Result.UNKNOWN, "wrong_hand")


def test_with_no_session_there_is_nothing_to_look_at() -> None:
    assert WHOLE.until("frozen").finding(RULE).result is Result.UNKNOWN


def test_whoever_may_leave_at_once_may_leave() -> None:
    assert WHOLE.with_fact("leave_s2", minutes=0).says(RULE)[0] is Result.KEPT


def test_of_a_session_whose_end_nobody_knows_no_look_at_midday_is_asked() -> None:
    assert WHOLE.without("closed_s2").says(RULE)[1] != "room_not_looked_at"


def test_uniforms_seen_in_the_room_speak_against_it_and_change_no_result() -> None:
    seen = WHOLE.with_fact("look_s1", uniformed=2).finding(RULE)
    assert (seen.result, seen.reason) == (Result.KEPT, "kept_all_the_same")
    assert seen.against == (WHOLE.number("look_s1"),)


def test_what_a_party_notes_in_an_observers_seat_proves_no_more_than_a_word_of_its_own() -> None:
    table = WHOLE
    for line in WHOLE.lines:
        if line.key.endswith(("_s1", "_s2")) and line.by == "witness":
            table = table.with_line(line.key, by="ravy", role=Role.OBSERVER, party="b")
    assert table.finding(RULE).grade == "E0"
