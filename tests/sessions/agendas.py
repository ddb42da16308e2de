"""What tests of agendas share: a planned session, its rows as one sends them, what a page holds."""

import re
from typing import Any

import httpx2
import pytest
from sqlmodel import Session, select

from app.sessions.tables import Meeting
from tests.office import Office
from tests.sessions.planning import furnish, planned, table_with_numbers

ROWS = [
    ("បើក", "Opening", "inform", "15"),
    ("សំណើ", "Offer of Family A", "agree", "40"),
    ("បន្ទាប់", "Next steps", "discuss", "15"),
]


@pytest.fixture
def session(office: Office) -> str:
    """A session on 20 January 2027, 08:30 to 11:30; its address. Now: 2 January, 08:00."""
    furnish(office)
    return planned(office, table_with_numbers(office))


def columns(rows: list[tuple[str, str, str, str]], **more: Any) -> dict[str, Any]:
    """Rows of (Khmer, English, purpose, minutes) as the form sends them."""
    khmer, latin, purpose, minutes = (list(cells) for cells in zip(*rows, strict=True))
    return {"khmer": khmer, "latin": latin, "purpose": purpose, "minutes": minutes, **more}


def meeting(office: Office) -> Meeting:
    """The row of the only session."""
    with Session(office.engine) as db:
        return db.exec(select(Meeting)).one()


def items_on(answer: httpx2.Response) -> list[str]:
    """The ids of the items that a page's form holds."""
    return re.findall(r'name="item" value="(\w+)"', answer.text)


def save(
    office: Office, session: str, rows: list[tuple[str, str, str, str]] | None = None, **more: Any
) -> httpx2.Response:
    """Save rows as the next version, grown from the newest one."""
    given = {"agenda": meeting(office).agenda, **columns(rows or ROWS), **more}
    return office.send("dalin", f"{session}/agendas", **given)


def send_to_chair(office: Office, session: str) -> httpx2.Response:
    """Send the newest version to the chair."""
    return office.send("dalin", f"{session}/agenda-sendings", agenda=meeting(office).agenda)


def review(office: Office, session: str, outcome: str, **more: Any) -> httpx2.Response:
    """The chair reviews the newest version."""
    given = {"agenda": meeting(office).agenda, "outcome": outcome, **more}
    return office.send("rattana", f"{session}/agenda-reviews", **given)


def deliver(office: Office, session: str, persons: list[str], day: int, at: str) -> httpx2.Response:
    """Note that the newest version reached persons by hand on a day of January 2027."""
    moment = {"on_day": str(day), "on_month": "1", "on_year": "2027", "time": at}
    return office.send(
        "dalin",
        f"{session}/agenda-deliveries",
        agenda=meeting(office).agenda,
        persons=persons,
        how="by_hand",
        **moment,
    )
