"""The calendar file: stable name, growing sequence, neutral words."""

from datetime import UTC, datetime
from typing import Any

import pytest
from icalendar import Calendar

from tests.office import Office
from tests.sessions.planning import delivery, furnish, planned, table_with_numbers, when


@pytest.fixture
def session(office: Office) -> str:
    """A session planned for 20 January, 08:30."""
    furnish(office)
    return planned(office, table_with_numbers(office))


def event_of(office: Office, session: str, person: str = "sopheap") -> tuple[Any, Any]:
    """The calendar and its one event, as one person gets it."""
    answer = office.open(person, f"{session}/calendar.ics")
    assert answer.headers["content-type"].startswith("text/calendar")
    calendar = Calendar.from_ical(answer.content)
    (event,) = calendar.walk("VEVENT")
    return calendar, event


def test_the_file_says_when_and_where_in_universal_time(office: Office, session: str) -> None:
    calendar, event = event_of(office, session)
    assert calendar["METHOD"] == "REQUEST"
    assert event.decoded("DTSTART") == datetime(2027, 1, 20, 1, 30, tzinfo=UTC)
    assert event.decoded("DTEND") == datetime(2027, 1, 20, 4, 30, tzinfo=UTC)
    assert event["LOCATION"] == "Commune hall"
    assert len(event.walk("VALARM")) == 2


def test_the_file_tells_nothing_over_a_shoulder(office: Office, session: str) -> None:
    text = office.open("sopheap", f"{session}/calendar.ics").text
    _, event = event_of(office, session)
    assert event["SUMMARY"] == "Meeting"
    for word in ("Farmland", "peace", "Sopheap", "Dalin", "Family"):
        assert word not in text.replace("PRODID:-//Peace Table//Meeting//EN", "")


def test_a_move_keeps_the_name_and_raises_the_sequence(office: Office, session: str) -> None:
    _, first = event_of(office, session)
    office.send("dalin", f"{session}/moves", **when(day=21), reason="Rain.")
    _, second = event_of(office, session)
    assert second["UID"] == first["UID"]
    assert (first["SEQUENCE"], second["SEQUENCE"]) == (0, 1)
    assert second.decoded("DTSTART") == datetime(2027, 1, 21, 1, 30, tzinfo=UTC)


def test_a_cancelled_session_takes_itself_out_of_the_calendar(office: Office, session: str) -> None:
    _, first = event_of(office, session)
    office.send("dalin", f"{session}/moves", **when(day=21), reason="Rain.")
    office.send("dalin", f"{session}/cancellations", reason="Rain.")
    calendar, event = event_of(office, session)
    assert calendar["METHOD"] == "CANCEL"
    assert (event["STATUS"], event["SEQUENCE"], event["UID"]) == ("CANCELLED", 2, first["UID"])


def test_everybody_gets_the_same_file_whatever_was_answered(office: Office, session: str) -> None:
    before = office.open("ravy", f"{session}/calendar.ics").content
    office.send("malis", f"{session}/answers", answer="absent")
    office.send("dalin", f"{session}/invitations", **delivery(["malis"], day=2, at="08:00"))
    assert office.open("ravy", f"{session}/calendar.ics").content == before
    assert office.open("malis", f"{session}/calendar.ics").content == before
