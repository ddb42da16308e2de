"""The people of a rehearsal as its first page shows them: their seats, and what waits for each."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from app.people.queries import persons
from app.waiting.queries import waits_of
from app.web.i18n import language
from app.web.seat_words import seat_word
from app.web.waits import Wait


@dataclass(frozen=True, slots=True)
class Someone:
    """An invented person with seats in words, and what waits for them, oldest first."""

    id: str
    khmer: str
    latin: str
    seats: str
    waits: tuple[Wait, ...]

    @property
    def name(self) -> str:
        """The name in the reader's script."""
        return self.khmer if language() == "km" else self.latin


def everybody(db: Session, now: datetime) -> list[Someone]:
    """Everybody in this rehearsal; those for whom something waits come first."""
    found = []
    for person in persons(db):
        tables = waits_of(db, person.id, now)
        roles = sorted({role for table in tables for role in table.viewer.roles})
        waits = sorted((wait for table in tables for wait in table.waits), key=lambda wait: wait.since)
        seats = ", ".join(seat_word(role) for role in roles)
        found.append(Someone(person.id, person.khmer, person.latin, seats, tuple(waits)))
    return sorted(found, key=lambda one: not one.waits)
