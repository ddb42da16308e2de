"""What tests of sittings share: a session that was held, and its sheet sent as a browser sends it."""

from typing import Any
from urllib.parse import urlencode

import httpx2
from sqlmodel import Session, select

from app.dialogues.tables import Dialogue
from app.record.entry import Entry
from app.recordkeeping.reading import entries_of
from app.rehearsal.page_forms import forms_of
from tests.office import Office, hour
from tests.sessions.planning import furnish, planned, table_with_numbers


def held(office: Office) -> tuple[str, str]:
    """A session on 20 January 2027, opened 08:30 and closed 11:00; the table's address and the session's id."""
    furnish(office)
    home = table_with_numbers(office)
    session = planned(office, home)
    office.now = hour("2027-01-20T08:30")
    office.send("rattana", f"{session}/openings")
    office.now = hour("2027-01-20T11:00")
    office.send("rattana", f"{session}/closings")
    return home, session.rpartition("/")[2]


def fill(office: Office, person: str, page: str, **wanted: Any) -> httpx2.Response:
    """Open a page, fill these fields of the form that leads back to it, leave all else as it stands, send it."""
    form = next(one for one in forms_of(office.open(person, page).text) if one.action == page)
    fields = {key: value if isinstance(value, list) else [value] for key, value in wanted.items()}
    assert form.fits(fields), form.names()
    head = {"content-type": "application/x-www-form-urlencoded"}
    return office.browser(person).post(page, content=urlencode(form.filled(fields)), headers=head)


def told(office: Office) -> list[Entry]:
    """The whole record of the only table."""
    with Session(office.engine) as db:
        return entries_of(db, db.exec(select(Dialogue.dialogue)).one())


def facts(office: Office, kind: type) -> list[Any]:
    """The facts of one kind, in order."""
    return [one.fact for one in told(office) if isinstance(one.fact, kind)]
