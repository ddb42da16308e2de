"""Planning, moving, cancelling, opening and closing sessions; clashes told in words."""

from typing import Any

import pytest
from sqlmodel import Session

from app.dialogues.queries import dialogue_row
from app.parties.queries import viewer_of
from app.sessions.queries.schedule import open_session, sessions_of
from app.sessions.waits import schedule_waits
from tests.office import Office, hour, sentences
from tests.sessions.planning import furnish, plan, planned, table_with_numbers, when


@pytest.fixture
def home(office: Office) -> str:
    """A table with numbers, in an office with rooms."""
    furnish(office)
    return table_with_numbers(office)


def test_a_planned_session_stands_on_the_list_of_everybody_at_the_table(office: Office, home: str) -> None:
    session = planned(office, home)
    for person in ("dalin", "sopheap", "rattana", "vanny"):
        page = sentences(office.open(person, f"{home}/sessions"))
        assert "Session 1: Wednesday 20 January 2027" in page
        assert "08:30–11:30 · Commune hall" in page
        assert office.open(person, session).status_code == 200


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        (when(ends="08:00"), "The session would end before it begins"),
        (when(day=1), "This time has passed already"),
        (when(day=14), "Thursday 14 January 2027 is a closed day of this table"),
        (when(starts="07:30"), "held between 08:00 and 17:00"),
        (when(starts="15:00", ends="17:30"), "held between 08:00 and 17:00"),
        (when(ends="12:45"), "lasts 4 hours at most"),
        (when(room="elsewhere"), "Choose a place from the list"),
        (when(day=31, month=2), "There is no such day in that month"),
        (when(starts="25:00"), "Write the time with hours and minutes"),
    ],
)
def test_an_impossible_time_is_refused_in_words(
    office: Office, home: str, fields: dict[str, Any], says: str
) -> None:
    answer = plan(office, home, **fields, all_the_same="yes")
    assert answer.status_code == 422
    assert says in sentences(answer)
    assert f'value="{fields["starts"]}"' in answer.text, "what was typed is still there"


def test_the_same_room_is_not_given_twice_in_the_whole_office(office: Office, home: str) -> None:
    planned(office, home)
    other = (
        office.send(
            "dalin",
            "/dialogues",
            khmer="ព្រៃ",
            latin="Forest",
            summary_khmer="ព្រៃ",
            summary_latin="A forest.",
            resource="forest",
            province="Pursat",
        )
        .headers["location"]
        .removesuffix("/people")
    )
    answer = plan(office, other, **when(starts="11:00", ends="12:00"))
    assert answer.status_code == 422
    assert "Commune hall is taken on that day from 08:30 to 11:30" in sentences(answer)
    assert "At another session on that day from 08:30 to 11:30: Sok Dalin." in sentences(answer)
    assert "Farmland" not in answer.text.partition("<main")[2], "it is not told which table they sit at"
    assert plan(office, other, **when(starts="11:30", ends="12:00")).status_code == 303, "one after the other"


def test_clashes_are_told_while_choosing_with_and_without_script(office: Office, home: str) -> None:
    planned(office, home)
    asked = "&".join(f"{name}={value}" for name, value in when(room="school").items())
    page = office.open("dalin", f"{home}/sessions/new?{asked}")
    assert "At another session on that day" in sentences(page)
    part = office.browser("dalin").get(f"{home}/sessions/new?{asked}", headers={"HX-Request": "true"})
    assert part.text.startswith('<section id="clash"')
    assert "Thursday 21 January 2027 08:30–11:30" in sentences(part), "the same time on a day that works"
    free = asked.replace("on_day=20", "on_day=21")
    assert "Nothing stands against this time." in sentences(
        office.open("dalin", f"{home}/sessions/new?{free}")
    )
    unfinished = office.open("dalin", f"{home}/sessions/new?on_day=&starts=9")
    assert unfinished.status_code == 200
    assert "Choose day, time and place" in sentences(unfinished)


def test_days_that_work_leave_out_closed_days_and_weekends(office: Office, home: str) -> None:
    office.now = hour("2027-01-06T08:00")
    planned(office, home, **when(day=13, room="school"))
    asked = "&".join(f"{name}={value}" for name, value in when(day=13).items())
    page = sentences(office.open("dalin", f"{home}/sessions/new?{asked}"))
    days = page.partition("Days that work")[2].partition("Plan this session")[0]
    assert "13 January" in days, "free after the other session"
    assert "14 January" not in days
    assert "15 January" in days
    assert "16 January" not in days
    assert "18 January" in days


def test_short_notice_is_a_warning_that_must_be_ticked(office: Office, home: str) -> None:
    early = when(day=8)
    answer = plan(office, home, **early)
    assert answer.status_code == 422
    assert "The letter must arrive at least 7 days before a session of this table" in sentences(answer)
    assert "Cham Sopheap, Ngem Ravy, Teth Malis" in sentences(answer)
    assert "Saturday 9 January 2027, 08:00 on" in sentences(answer)
    assert plan(office, home, **early, all_the_same="yes").status_code == 303


def test_closed_days_count_in_no_notice(office: Office, home: str) -> None:
    office.now = hour("2027-01-11T08:00")
    answer = plan(office, home, **when(day=18, starts="09:00"))
    assert "from Tuesday 19 January 2027, 08:00 on" in sentences(answer), "the 14th is closed"
    assert plan(office, home, **when(day=19, starts="08:00")).status_code == 303


def test_only_staff_plans_and_learns_who_is_elsewhere(office: Office, home: str) -> None:
    planned(office, home)
    asked = "&".join(f"{name}={value}" for name, value in when(room="school").items())
    for person in ("sopheap", "rattana", "vanny", "sina"):
        assert office.open(person, f"{home}/sessions/new?{asked}").status_code == 403
        answer = office.send(person, f"{home}/sessions", **when(room="school"))
        assert answer.status_code == 403
        assert "At another session" not in answer.text


def test_a_move_keeps_its_reason_and_asks_everybody_anew(office: Office, home: str) -> None:
    session = planned(office, home)
    office.send("sopheap", f"{session}/answers", answer="coming")
    assert "You said: I come." in sentences(office.open("sopheap", session))
    answer = office.send("dalin", f"{session}/moves", **when(day=21), reason="The road is under water.")
    assert answer.status_code == 303
    page = sentences(office.open("sopheap", session))
    assert "Thursday 21 January 2027" in page
    assert "You said" not in page
    assert "The road is under water." in sentences(office.open("sopheap", f"{home}/entries"))


def test_a_move_without_a_reason_comes_back_with_what_was_typed(office: Office, home: str) -> None:
    session = planned(office, home)
    answer = office.send("dalin", f"{session}/moves", **when(day=22), reason="")
    assert answer.status_code == 422
    assert 'value="22"' in answer.text


def test_a_session_may_be_moved_within_its_own_time(office: Office, home: str) -> None:
    session = planned(office, home)
    answer = office.send("dalin", f"{session}/moves", **when(starts="09:00"), reason="Half an hour later.")
    assert answer.status_code == 303, "it does not clash with itself"


def test_a_cancelled_session_frees_its_room_and_stays_readable(office: Office, home: str) -> None:
    session = planned(office, home)
    assert office.send("dalin", f"{session}/cancellations", reason="Illness.").status_code == 303
    assert "not held" in sentences(office.open("malis", session))
    again = office.send("dalin", f"{session}/cancellations", reason="Illness.")
    assert again.status_code == 409
    assert "This session is no longer ahead" in sentences(again)
    assert plan(office, home).status_code == 303


def test_a_session_opens_from_an_hour_before_and_only_on_its_day(office: Office, home: str) -> None:
    session = planned(office, home)
    office.now = hour("2027-01-20T07:29")
    early = office.send("dalin", f"{session}/openings")
    assert early.status_code == 409
    assert "can be opened from Wednesday 20 January 2027, 07:30 on" in sentences(early)
    office.now = hour("2027-01-21T08:00")
    late = office.send("dalin", f"{session}/openings")
    assert "The day of this session is over" in sentences(late)
    office.now = hour("2027-01-20T07:30")
    assert office.send("rattana", f"{session}/openings").status_code == 303


def test_opening_the_first_session_moves_the_path_to_talk(office: Office, home: str) -> None:
    session = planned(office, home)
    dialogue = home.rpartition("/")[2]
    with Session(office.engine) as db:
        assert dialogue_row(db, dialogue).stage == 0
        assert open_session(db, dialogue) is None
    office.now = hour("2027-01-20T08:20")
    office.send("dalin", f"{session}/openings")
    with Session(office.engine) as db:
        assert dialogue_row(db, dialogue).stage == 1
        assert open_session(db, dialogue) == sessions_of(db, dialogue)[0]


def test_a_party_neither_opens_nor_closes(office: Office, home: str) -> None:
    session = planned(office, home)
    office.now = hour("2027-01-20T08:30")
    assert office.send("sopheap", f"{session}/openings").status_code == 403
    office.send("dalin", f"{session}/openings")
    assert office.send("sopheap", f"{session}/closings").status_code == 403


def test_a_session_is_closed_even_late_at_night(office: Office, home: str) -> None:
    session = planned(office, home)
    assert "This session is not open." in sentences(office.send("dalin", f"{session}/closings"))
    office.now = hour("2027-01-20T08:30")
    office.send("dalin", f"{session}/openings")
    office.now = hour("2027-01-20T21:40")
    assert office.send("rattana", f"{session}/closings").status_code == 303
    assert "held" in sentences(office.open("sopheap", session))


def test_one_session_of_a_table_is_open_at_a_time(office: Office, home: str) -> None:
    first = planned(office, home)
    second = planned(office, home, **when(starts="13:00", ends="15:00"))
    office.now = hour("2027-01-20T12:30")
    office.send("dalin", f"{first}/openings")
    answer = office.send("dalin", f"{second}/openings")
    assert answer.status_code == 409
    assert "Session 1 of this table is still open" in sentences(answer)


def test_an_unknown_session_is_not_found(office: Office, home: str) -> None:
    for page in ("", "/move", "/cancel", "/invitations", "/letter", "/calendar.ics"):
        assert office.open("dalin", f"{home}/sessions/unknown{page}").status_code == 404


def test_the_calendar_shows_the_month_of_everybodys_own_tables(office: Office, home: str) -> None:
    session = planned(office, home)
    page = office.open("sopheap", "/sessions?month=2027-01")
    assert f'href="{session}"' in page.text
    assert "08:30 Farmland" in sentences(page)
    assert "closed day" in sentences(page)
    assert "No sessions this month." in sentences(office.open("sopheap", "/sessions?month=2027-03"))
    assert office.open("sopheap", "/sessions?month=13").status_code == 200
    assert "January 2027" in sentences(office.open("sopheap", "/sessions"))


def test_what_waits_follows_the_session(office: Office, home: str) -> None:
    dialogue = home.rpartition("/")[2]

    def waiting(person: str) -> list[str]:
        with Session(office.engine) as db:
            viewer = viewer_of(db, dialogue, person)
            assert viewer is not None
            return [wait.url.removeprefix(home) for wait in schedule_waits(db, dialogue, viewer, office.now)]

    assert waiting("sopheap") == []
    session = planned(office, home)
    page = session.removeprefix(home)
    assert waiting("sopheap") == [page]
    assert waiting("dalin") == [f"{page}/invitations"]
    assert waiting("vanny") == []
    office.send("sopheap", f"{session}/answers", answer="notyet")
    assert waiting("sopheap") == []
    office.now = hour("2027-01-20T08:00")
    assert page in waiting("rattana")
    office.send("rattana", f"{session}/openings")
    office.now = hour("2027-01-20T12:00")
    assert waiting("dalin") == [page], "to be closed"
