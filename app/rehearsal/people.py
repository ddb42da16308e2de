"""The people of a rehearsal as its first page shows them: by table, with their seat, and what waits for each."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from app.parties.queries import sides_of
from app.people.queries import persons
from app.waiting.queries import TableWaits, waits_of
from app.web.i18n import language
from app.web.seat_words import seat_word
from app.web.waits import Wait


@dataclass(frozen=True, slots=True)
class Someone:
    """An invented person with seats in words, the side they belong to, and what waits for them, oldest first."""

    id: str
    khmer: str
    latin: str
    seats: str
    side: str
    waits: tuple[Wait, ...] = ()

    @property
    def name(self) -> str:
        """The name in the reader's script."""
        return self.khmer if language() == "km" else self.latin


@dataclass(frozen=True, slots=True)
class Around:
    """The people around one table; `table` is '' for those of several tables or of none, the office."""

    table: str
    title: str
    people: tuple[Someone, ...]


def around_tables(db: Session, now: datetime) -> list[Around]:
    """Everybody in this rehearsal: first whoever serves at several tables, then table by table.

    Tables where something waits come first, and in each of them the people for whom something waits.
    """
    titles: dict[str, str] = {}
    groups: dict[str, list[Someone]] = {"": []}
    for person in persons(db):
        tables = waits_of(db, person.id, now)
        titles.update((table.dialogue.id, table.dialogue.title) for table in tables)
        alone = len(tables) == 1 or any(table.viewer.side for table in tables)
        where = tables[0].dialogue.id if tables and alone else ""
        roles = sorted({role for table in tables for role in table.viewer.roles})
        waits = sorted((wait for table in tables for wait in table.waits), key=lambda wait: wait.since)
        seats = ", ".join(seat_word(role) for role in roles)
        one = Someone(person.id, person.khmer, person.latin, seats, _side(db, tables), tuple(waits))
        groups.setdefault(where, []).append(one)
    around = [
        Around(table, titles.get(table, ""), tuple(sorted(people, key=lambda one: not one.waits)))
        for table, people in groups.items()
        if people
    ]
    return sorted(around, key=lambda group: (group.table != "", not any(one.waits for one in group.people)))


def _side(db: Session, tables: list[TableWaits]) -> str:
    """The name of the side to which a person belongs, at the table under which they stand."""
    mine = tables[0] if tables and tables[0].viewer.side else None
    if mine is None:
        return ""
    return next((row.name for row in sides_of(db, mine.dialogue.id) if row.id == mine.viewer.side), "")
