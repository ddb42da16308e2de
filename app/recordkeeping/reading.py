"""Reading the record: slices of entries, opened places, files."""

from collections.abc import Iterable
from functools import lru_cache

from sqlmodel import Session, col, select

from app.foundation.errors import NotFound
from app.record import seal
from app.record.entry import Entry, read_entry
from app.recordkeeping.node import node_of, origin_of
from app.recordkeeping.remembering import remembered
from app.recordkeeping.tables import Body, Disclosure, RecordLine

read_line = lru_cache(maxsize=4096)(read_entry)
"""A line as its entry. A line never changes, so those that pages read again and again are kept, some 8 MB."""


def entries_of(db: Session, dialogue: str, abouts: Iterable[str] | None = None) -> list[Entry]:
    """The entries that concern these things ('' = the dialogue as a whole), or all of them, in order."""
    return _slice(db, dialogue, None if abouts is None else tuple(sorted(set(abouts))))


@remembered
def _slice(db: Session, dialogue: str, abouts: tuple[str, ...] | None) -> list[Entry]:
    query = select(RecordLine.number, RecordLine.line).where(RecordLine.dialogue == dialogue)
    if abouts is not None:
        query = query.where(col(RecordLine.about).in_(abouts))
    origin = origin_of(node_of(db), dialogue)
    # Put in order here: asked to sort, SQLite reads the whole record by number instead of the slice by its index.
    return [read_line(line, origin, number) for number, line in sorted(map(tuple, db.exec(query)))]


def places_of(db: Session, dialogue: str, numbers: Iterable[int] | None = None) -> dict[str, tuple[str, str]]:
    """The opened sealed places: digest -> (name of the place, value); of some entries or of all."""
    query = select(Disclosure.disclosure).where(Disclosure.dialogue == dialogue)
    if numbers is not None:
        wanted = sorted(set(numbers))
        if not wanted:
            return {}
        query = query.where(col(Disclosure.number).in_(wanted))
    return opened_by(db.exec(query))


def opened_by(disclosures: Iterable[str]) -> dict[str, tuple[str, str]]:
    """The sealed places that these disclosures open: digest -> (name of the place, value)."""
    opened = {}
    for disclosure in disclosures:
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
    return None if line is None else read_line(line, origin_of(node_of(db), dialogue), number)
