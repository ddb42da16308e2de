"""Looks at the room, whose place it is, and talk times that are set right: nothing typed is dropped without a word."""

from typing import Any

import pytest

from app.record.facts.sittings import RoomChecked, SittingNoted, SpeakingTimed
from app.rehearsal.page_forms import forms_of
from tests.office import Office, hour, sentences
from tests.safeguards.sat import facts, fill, held
from tests.sessions.planning import furnish, planned, table_with_numbers

TALK = {"talk_minutes": ["40", "35", "20"], "talk_women": ["40", "10", "0"]}
LONG = {"starts": "08:30", "ends": "12:30"}


@pytest.fixture
def sheet(office: Office) -> str:
    """The address of the sheet of a session that was held, from 08:30 to 11:00."""
    home, session = held(office)
    return f"{home}/sheets/sittings/{session}"


@pytest.fixture
def running(office: Office) -> str:
    """The address of the sheet of a session that is open since 08:30."""
    furnish(office)
    home = table_with_numbers(office)
    session = planned(office, home, **LONG)
    office.now = hour("2027-01-20T08:30")
    office.send("rattana", f"{session}/openings")
    office.now = hour("2027-01-20T08:45")
    return f"{home}/sheets/sittings/{session.rpartition('/')[2]}"


def looks(office: Office) -> list[tuple[str, int, int, bool, bool]]:
    """The looks at the room, in order: moment, weapons, uniforms, locked, telephones."""
    return [
        (one.moment, one.armed, one.uniformed, one.exits_locked, one.phones_taken)
        for one in facts(office, RoomChecked)
    ]


def ticked(office: Office, sheet: str) -> list[str]:
    """The moments that a fresh sheet ticks."""
    form = next(one for one in forms_of(office.open("dalin", sheet).text) if one.action == sheet)
    return [value for name, value in form.filled({}) if name == "moments"]


@pytest.mark.parametrize(
    ("fields", "look"),
    [
        ({"room_armed": ["0", "2", "0"]}, ("midday", 2, 0, False, False)),
        ({"room_uniformed": ["0", "១", "0"]}, ("midday", 0, 1, False, False)),
        ({"exits_locked": ["midday"]}, ("midday", 0, 0, True, False)),
        ({"phones_taken": ["midday"]}, ("midday", 0, 0, False, True)),
    ],
    ids=["armed", "uniformed", "locked", "phones"],
)
def test_whoever_found_something_has_looked(
    office: Office, sheet: str, fields: dict[str, Any], look: tuple[Any, ...]
) -> None:
    assert fill(office, "sina", sheet, **fields).status_code == 303
    assert looks(office)[1:] == [look, ("close", 0, 0, False, False)]
    assert (
        fill(office, "sina", sheet, **fields).status_code == 303
    )  # later: no moment is ticked beforehand any more
    assert looks(office)[3:] == [look]


def test_whose_place_it_is_changes_with_a_look_at_the_room_or_is_refused_in_words(
    office: Office, sheet: str
) -> None:
    assert fill(office, "sina", sheet, host="district").status_code == 303
    answer = fill(office, "sina", sheet, host="police", breaks="15")
    assert answer.status_code == 422
    assert 'id="host-error"' in answer.text
    assert "tick above when you looked at the room" in sentences(answer)
    assert len(facts(office, SittingNoted)) == 1
    assert fill(office, "sina", sheet, breaks="15").status_code == 303  # the same place says nothing new
    assert fill(office, "sina", sheet, host="police", moments=["midday"]).status_code == 303
    assert [one.host for one in facts(office, RoomChecked)] == ["district", "district", "police"]


def test_a_wrong_talk_time_is_set_back_to_nothing(office: Office, sheet: str) -> None:
    fill(office, "sina", sheet, **TALK)
    right = {"talk_minutes": ["0", "35", "20"], "talk_women": ["0", "10", "0"]}
    assert fill(office, "sina", sheet, **right).status_code == 303
    assert [one.minutes for one in facts(office, SpeakingTimed)] == [40, 35, 20, 0]
    assert "There is nothing new on this sheet." in sentences(fill(office, "sina", sheet))


def test_no_minutes_are_said_of_a_side_of_which_none_were_noted(office: Office, sheet: str) -> None:
    fill(office, "sina", sheet, talk_minutes=["40", "0", ""])
    assert [one.side for one in facts(office, SpeakingTimed)] == [office.sides[0]]


def test_a_sheet_ticks_only_moments_that_have_come(office: Office, running: str) -> None:
    assert ticked(office, running) == ["opening"]
    office.now = hour("2027-01-20T12:05")
    assert ticked(office, running) == ["opening", "midday"]
    assert fill(office, "dalin", running, minutes="One.").status_code == 303
    assert [one.moment for one in facts(office, RoomChecked)] == ["opening", "midday"]
    assert ticked(office, running) == []
    office.send("rattana", f"{running.replace('/sheets/sittings/', '/sessions/')}/closings")
    assert ticked(office, running) == ["close"]


@pytest.mark.parametrize("fields", [{"moments": ["close"]}, {"room_armed": ["0", "0", "2"]}])
def test_nobody_has_seen_the_room_at_a_close_that_is_still_to_come(
    office: Office, running: str, fields: dict[str, Any]
) -> None:
    answer = fill(office, "dalin", running, minutes="Kept as typed.", **fields)
    assert answer.status_code == 422
    assert "This session is still open. Look at the room when it closes" in sentences(answer)
    assert 'id="moments-error"' in answer.text
    assert "Kept as typed." in answer.text
    assert facts(office, RoomChecked) == []


def test_talk_times_that_are_wrong_come_back_beside_their_side(office: Office, sheet: str) -> None:
    answer = office.send(
        "sina",
        sheet,
        seen="0",
        talk_side=[office.sides[1], office.sides[0]],
        talk_minutes=["10", "20"],
        talk_women=["11", "5"],
    )
    assert answer.status_code == 422
    form = next(one for one in forms_of(answer.text) if one.action == sheet)
    assert [value for name, value in form.filled({}) if name == "talk_minutes"] == ["20", "10", ""]
    assert [value for name, value in form.filled({}) if name == "talk_women"] == ["5", "11", ""]
