"""Reading the statement "If you say no" and who signed it."""

import json
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from app.agreements.tables import IfNoStatement
from app.parties.queries import people_of, sides_of
from app.record.facts.agreements import IfNoSigned
from app.recordkeeping.reading import body_of, entries_of
from app.web.i18n import language

CHAIR = ""
"""The side under which the chair signs."""


@dataclass(frozen=True, slots=True)
class IfNoView:
    """The newest statement: its words, what stays open, what it threatens (nothing, if it is in order), and the
    signatures as side ('' the chair) -> (person's name, when); `missing` are those who have not signed."""

    statement: str
    khmer: str
    english: str
    stays_open: tuple[str, ...]
    consequences: tuple[str, ...]
    signed: dict[str, tuple[str, datetime]]
    missing: tuple[str, ...]

    @property
    def words(self) -> str:
        """The statement in the reader's language."""
        return self.khmer if language() == "km" else self.english


def if_no_of(db: Session, dialogue: str) -> IfNoView | None:
    """The newest statement of this table, or None while nothing is written."""
    row = db.get(IfNoStatement, dialogue)
    if row is None:
        return None
    body = json.loads(body_of(db, dialogue, row.statement))
    names = {person.id: person.name for person in people_of(db, dialogue)}
    signed = {
        entry.fact.side: (names.get(entry.by, ""), entry.when)
        for entry in entries_of(db, dialogue, [""])
        if isinstance(entry.fact, IfNoSigned) and entry.fact.statement == row.statement
    }
    needed = [side.id for side in sides_of(db, dialogue) if side.deciders] + [CHAIR]
    return IfNoView(
        statement=row.statement,
        khmer=body["khmer"],
        english=body["english"],
        stays_open=tuple(body["stays_open"]),
        consequences=tuple(row.consequences.split()),
        signed=signed,
        missing=tuple(side for side in needed if side not in signed),
    )
