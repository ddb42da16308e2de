"""A table with a promise: what its sheet sends, what the record then holds, and its release."""

from sqlmodel import Session

from app.access.viewer import Viewer
from app.agreements.queries.texts import agreement_row
from app.dialogues.queries import dialogue_row
from app.foundation.roles import Role
from app.parties.queries import sides_of
from app.record.facts.audit import AgreementReleased
from app.recordkeeping.reading import entries_of
from app.recordkeeping.recording import recording
from tests.agreements.signing import Signing
from tests.office import hour

DUE = {"due_1_day": "30", "due_1_month": "6", "due_1_year": "2027"}


def naming(table: Signing, **other: str) -> dict[str, str]:
    """What the sheet of a text with one row sends."""
    first, second = sides(table)
    return {"debtor_1": first, "creditor_1": second, **DUE, **other}


def sides(table: Signing) -> list[str]:
    """The two sides, family A first."""
    with Session(table.office.engine) as db:
        return [side.id for side in sides_of(db, table.home.rpartition("/")[2])]


def facts(table: Signing) -> list[object]:
    """What the record of the table holds."""
    with Session(table.office.engine) as db:
        return [entry.fact for entry in entries_of(db, table.home.rpartition("/")[2])]


def stage(table: Signing) -> int:
    """The stop of its path."""
    with Session(table.office.engine) as db:
        return dialogue_row(db, table.home.rpartition("/")[2]).stage


def release(table: Signing) -> None:
    """The release as the monitor writes it; what it rests on is tested with the audit."""
    dialogue, moment = table.home.rpartition("/")[2], hour("2027-01-25T09:00")
    monitor = Viewer("vanny", frozenset({Role.MONITOR}))
    with Session(table.office.engine) as db, recording(db, dialogue, by=monitor, at=moment) as record:
        text = agreement_row(db, dialogue, table.agreement).text
        record.append(AgreementReleased(table.agreement, text, record.size))
    table.office.now = moment
