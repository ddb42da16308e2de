"""What tests of the schedule share: rooms, fixed numbers, and a form that plans a session."""

from typing import Any

import httpx2
from sqlmodel import Session

from app.sessions.tables import Room
from tests.office import Office

NUMBERS = {
    "track": "S",
    "reason": "Two neighbours.",
    "invite_min_days": "7",
    "agenda_min_days": "1",
    "reflection_min_days": "1",
    "cooling_off_days": "7",
    "session_max_hours": "4",
    "closures": "14.1.2027",
}


def furnish(office: Office) -> None:
    """Put two places on the office's list."""
    with Session(office.engine) as db:
        db.add(Room(id="hall", khmer="សាលាឃុំ", latin="Commune hall", position=0))
        db.add(Room(id="school", khmer="សាលារៀន", latin="School", position=1))
        db.commit()


def table_with_numbers(office: Office) -> str:
    """A peace table whose numbers are fixed, 14 January closed; returns its address. Time: 2 January, 08:00."""
    home = office.table()
    office.send("dalin", f"{home}/thresholds", **NUMBERS)
    return home


def when(
    day: int = 20, starts: str = "08:30", ends: str = "11:30", room: str = "hall", month: int = 1
) -> dict[str, Any]:
    """The fields of a time and place in 2027."""
    day_parts = {"on_day": str(day), "on_month": str(month), "on_year": "2027"}
    return {**day_parts, "starts": starts, "ends": ends, "room": room}


def plan(office: Office, home: str, **fields: Any) -> httpx2.Response:
    """Send the form that plans a session."""
    return office.send("dalin", f"{home}/sessions", **{**when(), **fields})


def planned(office: Office, home: str, **fields: Any) -> str:
    """Plan a session; returns its address."""
    answer = plan(office, home, **fields)
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


def delivery(persons: list[str], day: int = 5, at: str = "10:00", **fields: Any) -> dict[str, Any]:
    """The fields of a delivery in January 2027, by hand, by a paralegal."""
    moment = {"on_day": str(day), "on_month": "1", "on_year": "2027", "time": at}
    return {"persons": persons, "how": "by_hand", "carrier": "paralegal", **moment, **fields}
