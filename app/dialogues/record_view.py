"""The record as one person may read it: each entry as a sentence, newest first, a page at a time.

Addresses never carry the number of an entry: how many hidden ones lie between two would tell (settled.md 3). They
carry its key, the first of its sealed digests, which is drawn by lot and stands for no number.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, or_, select

from app.access.reading import audiences_of, may_read
from app.foundation.errors import NotFound
from app.foundation.roles import Role
from app.parties.queries import people_of, sides_of
from app.record.entry import Entry
from app.recordkeeping.node import node_of, origin_of
from app.recordkeeping.reading import place_of, places_of, read_line
from app.recordkeeping.tables import RecordLine
from app.web.frame import Seated
from app.web.rendering import as_markup, env
from app.web.seat_words import seat_word

PAGE = 20


@dataclass(frozen=True, slots=True)
class EntryView:
    """One entry in words. `number` is shown to monitors only; `key` stands for it in addresses."""

    number: int
    key: str
    when: datetime
    at: datetime
    sentence: str
    is_own: bool
    corrects: int | None


def entry_views(
    db: Session,
    seat: Seated,
    *,
    before: int | None = None,
    numbers: Iterable[int] | None = None,
    most: int = PAGE,
) -> list[EntryView]:
    """The newest entries this person may read, older than `before`, or only those with these numbers."""
    query = select(RecordLine.number, RecordLine.line).where(
        RecordLine.dialogue == seat.dialogue, _seen_by(seat)
    )
    if before is not None:
        query = query.where(RecordLine.number < before)
    if numbers is not None:
        query = query.where(col(RecordLine.number).in_(sorted(set(numbers))))
    origin = origin_of(node_of(db), seat.dialogue)
    rows = db.exec(query.order_by(col(RecordLine.number).desc()).limit(most))
    entries = [read_line(line, origin, number) for number, line in rows]
    places = places_of(db, seat.dialogue, [entry.number for entry in entries])
    names = {person.id: person.name for person in people_of(db, seat.dialogue)}
    names |= {side.id: side.name for side in sides_of(db, seat.dialogue)}
    return [_view(entry, places, names, seat) for entry in entries]


def _seen_by(seat: Seated) -> ColumnElement[bool]:
    audiences = sorted(audiences_of(seat.viewer))
    of_persons = "person:" if may_read(seat.viewer, "person:") else "nobody:"
    return or_(col(RecordLine.audience).in_(audiences), col(RecordLine.audience).startswith(of_persons))


def key_of(entry: Entry) -> str:
    """What stands for an entry in an address."""
    return entry.sealed[0]


def number_at(db: Session, seat: Seated, key: str) -> int:
    """The number of the entry with this key. Raises NotFound, also for one that this person may not read."""
    query = select(RecordLine.number, RecordLine.line).where(
        RecordLine.dialogue == seat.dialogue,
        _seen_by(seat),
        col(RecordLine.line).contains(key, autoescape=True),
    )
    origin = origin_of(node_of(db), seat.dialogue)
    for number, line in db.exec(query):
        if key_of(read_line(line, origin, number)) == key:
            return number
    raise NotFound


def entries_numbered(db: Session, seat: Seated, numbers: Iterable[int]) -> list[EntryView]:
    """These entries, those among them that this person may read."""
    wanted = set(numbers)
    return entry_views(db, seat, numbers=wanted, most=len(wanted))


def latest_entries(db: Session, seat: Seated) -> list[EntryView]:
    """The newest few entries for the overview."""
    return entry_views(db, seat, most=5)


def _view(entry: Entry, places: dict[str, tuple[str, str]], names: dict[str, str], seat: Seated) -> EntryView:
    kind = type(entry.fact).__name__
    writer = names.get(entry.by) or seat_word(Role.NODE)
    module = env.get_template(f"record/facts/{kind}.html")
    sentence = module.render(
        fact=entry.fact,
        by=writer,
        name_of=lambda key: names.get(key, "…"),
        words=place_of(places, entry, "words"),
        when=entry.when,
    )
    corrects = getattr(entry.fact, "corrects", None)
    own = entry.by == seat.viewer.person
    return EntryView(entry.number, key_of(entry), entry.when, entry.at, as_markup(sentence), own, corrects)
