"""Opening a peace table from somebody's own list of invented people: whole, in one change of one record."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, func, select

from app.access.viewer import Viewer
from app.dialogues.commands import Matter, write_opening
from app.dialogues.queries import dialogue_row, next_position
from app.dialogues.tables import Dialogue
from app.foundation.errors import NotFound
from app.foundation.pasted import key_of
from app.foundation.roles import Role
from app.parties.commands import write_seat, write_side
from app.parties.forms.lists import Listed, both_names
from app.parties.queries import SideView, people_of, sides_of
from app.people.queries import person_of
from app.people.tables import Person
from app.recordkeeping.node import chance, identifier, node_of
from app.recordkeeping.recording import recording
from app.rehearsal.people import Someone
from app.rehearsal.tables import OwnCase
from app.web.i18n import language

FAMILY = "family"
"""Sides of a pasted list are families until somebody says otherwise: the smallest that a side can be."""


def open_own_case(db: Session, matter: Matter, people: list[Listed], *, at: datetime, once: str) -> str:
    """Make the table with its sides, people and seats, written by its first facilitator. Returns its id."""
    position = next_position(db)
    node = node_of(db)
    dialogue = identifier(chance(node, f"dialogue/{position}"))
    ids = [identifier(chance(node, f"dialogue/{position}/person/{n}")) for n in range(len(people))]
    first = next(n for n, one in enumerate(people) if one.role is Role.FACILITATOR)
    by = Viewer(ids[first], frozenset({Role.FACILITATOR}))
    with recording(db, dialogue, by=by, at=at, once=once) as record:
        newest = db.exec(select(func.max(col(Person.position)))).one() or 0
        persons = [
            _person(one, key, newest + 1 + n) for n, (key, one) in enumerate(zip(ids, people, strict=True))
        ]
        db.add_all([*persons, OwnCase(dialogue=dialogue)])
        write_opening(record, matter, position, by=persons[first])
        sides: dict[str, str] = {}
        for one in people:
            if one.side and key_of(one.side) not in sides:
                khmer, latin = both_names(one.side)
                sides[key_of(one.side)] = write_side(record, khmer, latin, FAMILY)
        for n, one in enumerate(people):
            if n != first:
                side = sides.get(key_of(one.side), "")
                write_seat(record, persons[n], one.role, side, one.because, one.adult)
        record.result = dialogue
    return dialogue


def _person(one: Listed, key: str, position: int) -> Person:
    is_staff = one.role in (Role.FACILITATOR, Role.MEDIATOR)
    return Person(id=key, khmer=one.khmer, latin=one.latin, sex=one.sex, staff=is_staff, position=position)


@dataclass(frozen=True, slots=True)
class Case:
    """An own case with its people."""

    id: str
    khmer: str
    latin: str
    people: tuple[Someone, ...]

    @property
    def title(self) -> str:
        """The title in the reader's language."""
        return self.khmer if language() == "km" else self.latin


def own_cases(db: Session) -> list[Case]:
    """Every own case of this rehearsal, oldest first."""
    query = select(Dialogue.dialogue).join(OwnCase, col(OwnCase.dialogue) == col(Dialogue.dialogue))
    return [own_case(db, dialogue) for dialogue in db.exec(query.order_by(col(Dialogue.position)))]


def own_case(db: Session, dialogue: str) -> Case:
    """One own case. Raises NotFound, for the table of a story too."""
    if db.get(OwnCase, dialogue) is None:
        raise NotFound
    row = dialogue_row(db, dialogue)
    sides = {side.id: side for side in sides_of(db, dialogue)}
    people = [
        Someone(one.id, one.khmer, one.latin, one.seats, _named(sides.get(one.side)))
        for one in people_of(db, dialogue)
    ]
    return Case(dialogue, row.khmer, row.latin, tuple(people))


def _named(side: SideView | None) -> str:
    return side.name if side else ""


def own_person(db: Session, person: str) -> tuple[Case, Someone]:
    """A person of an own case, with the case. Raises NotFound for everybody else, so that no code leads to them."""
    if person_of(db, person) is None:
        raise NotFound
    for case in own_cases(db):
        for one in case.people:
            if one.id == person:
                return case, one
    raise NotFound
