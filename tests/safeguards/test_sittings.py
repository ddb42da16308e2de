"""The sheet of a sitting through its page: one Save, bad counts told in words, papers entered later, two at once."""

from typing import Any

import pytest

from app.foundation.clock import local
from app.record.facts.sittings import (
    AttendanceNoted,
    BreakHeld,
    HeadHandedOut,
    LeaveAsked,
    MinutesWritten,
    RoomChecked,
    SittingNoted,
    SpeakingTimed,
    TreatmentNoted,
    UltimatumNoted,
)
from tests.office import Office, sentences
from tests.safeguards.sat import facts, fill, held, told

TALK = {"talk_minutes": ["40", "35", "20"], "talk_women": ["40", "10", "0"]}


@pytest.fixture
def sheet(office: Office) -> str:
    """The address of the sheet of a session that was held."""
    home, session = held(office)
    return f"{home}/sheets/sittings/{session}"


def test_one_save_writes_everything_and_closes_it_with_its_count(office: Office, sheet: str) -> None:
    before = len(told(office))
    answer = fill(office, "dalin", sheet, breaks="15, 10", leaves="5 no", minutes="One.\nTwo.", **TALK)
    assert answer.status_code == 303
    written = [type(one.fact).__name__ for one in told(office)[before:]]
    assert written == [
        "AttendanceNoted",
        "RoomChecked",
        "RoomChecked",
        "LeaveAsked",
        "LeaveAsked",
        "BreakHeld",
        "BreakHeld",
        "SpeakingTimed",
        "SpeakingTimed",
        "SpeakingTimed",
        "TreatmentNoted",
        "MinutesWritten",
        "HeadHandedOut",
        "SittingNoted",
    ]
    assert [one.minutes for one in facts(office, LeaveAsked)] == [5, -1]
    (noted,) = facts(office, SittingNoted)
    assert noted.count == 11
    page = sentences(office.open("dalin", sheet))
    assert "It was entered on Wednesday 20 January 2027, 11:00." in page
    assert "It happened on" not in page
    assert "Family A: 40 minutes (of that women: 40)" in page


def test_the_normal_is_ticked_and_the_exception_typed(office: Office, sheet: str) -> None:
    fill(office, "dalin", sheet)
    (came,) = facts(office, AttendanceNoted)
    assert (came.count, came.women, came.men, came.armed, came.left) == (6, 4, 2, 0, 0)
    assert "vanny" not in came.persons  # a monitor is not needed in the room
    assert [one.moment for one in facts(office, RoomChecked)] == ["opening", "close"]
    (alike,) = facts(office, TreatmentNoted)
    assert alike.seats_alike
    assert alike.advisers_free


def test_what_was_otherwise_is_written(office: Office, sheet: str) -> None:
    fields: dict[str, Any] = {
        "room_armed": ["0", "0", "2"],
        "exits_locked": ["opening"],
        "host": "police",
        "alike": ["seats", "money", "advisers"],
        "ultimatum": "This is the only way.",
        "ultimatum_by": "chair",
    }
    assert fill(office, "sina", sheet, **fields).status_code == 303
    first, second = facts(office, RoomChecked)
    assert (first.exits_locked, first.armed, second.armed, second.host) == (True, 0, 2, "police")
    assert not facts(office, TreatmentNoted)[0].meals_alike
    assert facts(office, UltimatumNoted)[0].source == "chair"
    assert "This is the only way." not in told(office)[-3].line()


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"women": "9"}, "Women and men together are 11, but you wrote 6 people in all."),
        ({"left": "7"}, "More people left (7) than came (6)."),
        ({"count": "3", "women": "2", "men": "1"}, "You ticked 6 people, but wrote 3 people in all."),
        ({"armed": "7"}, "You wrote more people here than came (6)."),
        ({"under_18": "4", "over_60": "3"}, "You wrote more people here than came (6)."),
        ({"talk_minutes": ["10", "0", "0"], "talk_women": ["11", "0", "0"]}, "cannot have spoken longer"),
        ({"talk_minutes": ["100", "50", "1"]}, "spoke for 151 minutes, but the session lasted 150"),
        ({"breaks": "a quarter"}, "Write a whole number in digits, such as 12."),
        ({"ultimatum": "Now or never."}, "Write the words, and choose who said them"),
        ({"head": "12345 67890"}, "the record never ended with these digits"),
        ({"head": "123"}, "at least the first two groups of five digits"),
        (
            {"on_day": "21", "on_month": "1", "on_year": "2027", "time": "09:00"},
            "This time is still to come.",
        ),
        ({"on_day": "20", "on_month": "1", "on_year": "2027"}, "Write the time at which it happened too"),
    ],
)
def test_bad_input_is_told_in_words_and_nothing_typed_is_lost(
    office: Office, sheet: str, fields: dict[str, Any], says: str
) -> None:
    answer = fill(office, "dalin", sheet, minutes="Kept as typed.", **fields)
    assert answer.status_code == 422
    assert says in sentences(answer)
    assert "Kept as typed." in answer.text
    assert facts(office, SittingNoted) == []


def test_a_paper_that_is_entered_later_says_both_times(office: Office, sheet: str) -> None:
    later = {"on_day": "20", "on_month": "1", "on_year": "2027", "time": "១០:៣០"}
    assert fill(office, "dalin", sheet, **later).status_code == 303
    (entry,) = [one for one in told(office) if isinstance(one.fact, AttendanceNoted)]
    assert (f"{local(entry.when):%H:%M}", f"{local(entry.at):%H:%M}", entry.via) == (
        "10:30",
        "11:00",
        "PAPER",
    )
    page = sentences(office.open("dalin", sheet))
    assert "It happened on Wednesday 20 January 2027, 10:30." in page
    assert "It was entered on Wednesday 20 January 2027, 11:00." in page


def test_a_second_save_adds_only_what_is_new(office: Office, sheet: str) -> None:
    fill(office, "dalin", sheet, breaks="10", minutes="One.", **TALK)
    assert "There is nothing new on this sheet." in sentences(fill(office, "dalin", sheet))
    assert fill(office, "dalin", sheet, breaks="5").status_code == 303
    assert [one.minutes for one in facts(office, BreakHeld)] == [10, 5]
    for kind, count in ((AttendanceNoted, 1), (SpeakingTimed, 3), (MinutesWritten, 1), (HeadHandedOut, 1)):
        assert len(facts(office, kind)) == count
    assert [one.count for one in facts(office, SittingNoted)] == [8, 9]


def test_two_people_with_one_sheet_lose_nothing_and_double_nothing(office: Office, sheet: str) -> None:
    stale = {"seen": "0", "breaks": "15", "minutes": "Words of the second."}
    assert fill(office, "sina", sheet, breaks="15").status_code == 303
    answer = office.send("dalin", sheet, **stale)
    assert answer.status_code == 409
    assert "Somebody else saved this sheet while you filled it in." in sentences(answer)
    assert "Words of the second." in answer.text
    assert len(facts(office, BreakHeld)) == 1
    assert 'name="seen" value="1"' in answer.text


def test_a_sheet_is_for_those_in_the_room_and_after_the_opening(office: Office, sheet: str) -> None:
    for person in ("sopheap", "rattana"):
        assert office.open(person, sheet).status_code == 403
        assert office.send(person, sheet, seen="0").status_code == 403
    for person in ("dalin", "sina", "vanny"):
        assert office.open(person, sheet).status_code == 200


def test_the_next_session_begins_with_this_ones_hours_and_place(office: Office, sheet: str) -> None:
    page = office.open("dalin", sheet).text
    address = page.partition('href="/dialogues/')[2]
    link = next(part.partition('"')[0] for part in page.split('href="') if "/sessions/new?" in part)
    planning = office.open("dalin", link.replace("&amp;", "&"))
    assert address
    assert planning.status_code == 200
    assert 'value="08:30"' in planning.text
    assert "Plan this session" in sentences(planning)
    assert "sessions/new" not in office.open("sina", sheet).text


def test_the_attendance_list_says_that_it_is_attendance_only(office: Office, sheet: str) -> None:
    attendance = sheet.replace("/sittings/", "/attendance/")
    before = sentences(office.open("sopheap", attendance))
    assert "This is attendance only. It is not agreement to anything." in before
    fill(office, "dalin", sheet)
    after = sentences(office.open("sopheap", attendance))
    assert "All people 6" in after
    assert "Record, as of Wednesday 20 January 2027, 11:00:" in after


def test_each_side_has_its_copy_of_the_end_of_the_record(office: Office, sheet: str) -> None:
    heads = sheet.replace("/sittings/", "/heads/")
    page = sentences(office.open("dalin", heads))
    assert page.count("These sixty digits stand for everything") == 2
    assert "Copy for: Family A" in page
    fill(office, "dalin", sheet)
    (handed,) = facts(office, HeadHandedOut)
    assert handed.sides == tuple(office.sides)
    closed = next(one.number for one in told(office) if type(one.fact).__name__ == "SessionClosed")
    assert handed.size == closed + 1
    assert office.open("sopheap", heads).status_code == 403
