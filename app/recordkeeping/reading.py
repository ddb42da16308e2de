"""Reading the record: slices of entries, opened places, files."""

from collections.abc import Iterable

from sqlmodel import Session, col, select

from app.foundation.errors import NotFound
from app.record import seal
from app.record.entry import Entry, read_entry
from app.recordkeeping.node import node_of, origin_of
from app.recordkeeping.tables import Body, Disclosure, RecordLine


def entries_of(db: Session, dialogue: str, abouts: Iterable[str] | None = None) -> list[Entry]:
    """The entries that concern these things ('' = the dialogue as a whole), or all of them, in order."""
    query = select(RecordLine.number, RecordLine.line).where(RecordLine.dialogue == dialogue)
    if abouts is not None:
        query = query.where(col(RecordLine.about).in_(sorted(set(abouts))))
    origin = origin_of(node_of(db), dialogue)
    return [
        read_entry(line, origin, number) for number, line in db.exec(query.order_by(col(RecordLine.number)))
    ]


def places_of(db: Session, dialogue: str, numbers: Iterable[int] | None = None) -> dict[str, tuple[str, str]]:
    """The opened sealed places: digest -> (name of the place, value); of some entries or of all."""
    query = select(Disclosure.disclosure).where(Disclosure.dialogue == dialogue)
    if numbers is not None:
        query = query.where(col(Disclosure.number).in_(sorted(set(numbers))))
    opened = {}
    for disclosure in db.exec(query):
        _, name, value = seal.read(disclosure)
        opened[seal.digest(disclosure)] = (name, value)
    return opened


def place_of(places: dict[str, tuple[str, str]], entry: Entry, name: str) -> str:
    """What one sealed place of an entry holds; '' when it is not open to this reader or was never used."""
    return next(
        (
            value
            for digest in entry.sealed
            for found, value in [places.get(digest, ("", ""))]
            if found == name
        ),
        "",
    )


def body_of(db: Session, dialogue: str, digest: str) -> bytes:
    """A canonical file of the record by its digest. Raises NotFound."""
    body = db.exec(select(Body.body).where(Body.dialogue == dialogue, Body.digest == digest)).first()
    if body is None:
        raise NotFound
    return body


def last_line(db: Session, dialogue: str) -> tuple[int, bytes, str] | None:
    """Number, peaks and line of the newest entry, or None for a log that has not begun."""
    query = select(RecordLine.number, RecordLine.peaks, RecordLine.line).where(
        RecordLine.dialogue == dialogue
    )
    row = db.exec(query.order_by(col(RecordLine.number).desc()).limit(1)).first()
    return None if row is None else (row[0], row[1], row[2])


def entry_at(db: Session, dialogue: str, number: int) -> Entry | None:
    """One entry by its number, or None."""
    query = select(RecordLine.line).where(RecordLine.dialogue == dialogue, RecordLine.number == number)
    line = db.exec(query).first()
    return None if line is None else read_entry(line, origin_of(node_of(db), dialogue), number)
