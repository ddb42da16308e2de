"""Reading who is at one table."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, select

from app.access.viewer import Viewer
from app.foundation.errors import NotFound
from app.foundation.roles import Role
from app.parties.rules import Held, ensure_reaches
from app.parties.tables import Decider, Mandate, Participant, SeatHeld, Side
from app.record.facts.parties import TakingPartAgreed, TakingPartEnded
from app.recordkeeping.reading import entries_of
from app.recordkeeping.remembering import remembered
from app.web.i18n import language
from app.web.seat_words import seat_word


@dataclass(frozen=True, slots=True)
class Named:
    """A person or a side with the name in both scripts."""

    id: str
    khmer: str
    latin: str

    @property
    def name(self) -> str:
        """The name in the reader's script."""
        return self.khmer if language() == "km" else self.latin


@dataclass(frozen=True, slots=True)
class PersonView:
    """A person at the table: seats, side, and whether and why their own yes is needed."""

    id: str
    khmer: str
    latin: str
    sex: str
    roles: tuple[Role, ...]
    side: str
    because: str
    adult: str
    taking_part: bool

    @property
    def name(self) -> str:
        """The name in the reader's script."""
        return self.khmer if language() == "km" else self.latin

    @property
    def seats(self) -> str:
        """The seats in words."""
        return ", ".join(seat_word(role) for role in self.roles)


@dataclass(frozen=True, slots=True)
class SideView:
    """A side with its people and its closed list of deciders (count -1 while it is open)."""

    id: str
    khmer: str
    latin: str
    kind: str
    deciders_closed: int
    left: bool
    people: tuple[PersonView, ...]

    @property
    def name(self) -> str:
        """The name in the reader's script."""
        return self.khmer if language() == "km" else self.latin

    @property
    def deciders(self) -> tuple[PersonView, ...]:
        """Those whose own yes is needed."""
        return tuple(person for person in self.people if person.because)


def viewer_of(db: Session, dialogue: str, person: str) -> Viewer | None:
    """The person's seats at this table, or None when they have none."""
    held = db.exec(
        select(SeatHeld.role, SeatHeld.side).where(SeatHeld.dialogue == dialogue, SeatHeld.person == person)
    )
    rows = list(held)
    if not rows:
        return None
    return Viewer(
        person, frozenset(Role(role) for role, _ in rows), next((side for _, side in rows if side), "")
    )


@remembered
def people_of(db: Session, dialogue: str) -> list[PersonView]:
    """Everybody at this table, in the order they were introduced."""
    seats = list(db.exec(select(SeatHeld).where(SeatHeld.dialogue == dialogue)))
    deciders = {row.person: row for row in db.exec(select(Decider).where(Decider.dialogue == dialogue))}
    query = select(Participant).where(Participant.dialogue == dialogue).order_by(col(Participant.position))
    found = []
    for row in db.exec(query):
        decider = deciders.get(row.person)
        held = [seat for seat in seats if seat.person == row.person]
        found.append(
            PersonView(
                id=row.person,
                khmer=row.khmer,
                latin=row.latin,
                sex=row.sex,
                roles=tuple(sorted(Role(seat.role) for seat in held)),
                side=next((seat.side for seat in held if seat.side), ""),
                because=decider.because if decider else "",
                adult=decider.adult if decider else "",
                taking_part=bool(decider and decider.taking_part),
            )
        )
    return found


@remembered
def sides_of(db: Session, dialogue: str) -> list[SideView]:
    """The sides of this table with their people."""
    people = people_of(db, dialogue)
    query = select(Side).where(Side.dialogue == dialogue).order_by(col(Side.position))
    return [
        SideView(
            id=row.side,
            khmer=row.khmer,
            latin=row.latin,
            kind=row.kind,
            deciders_closed=row.deciders_closed,
            left=row.left,
            people=tuple(person for person in people if person.side == row.side),
        )
        for row in db.exec(query)
    ]


def declined_of(db: Session, dialogue: str) -> set[str]:
    """Those whose newest word is that they do not take part: nobody asks them again."""
    said: dict[str, bool] = {}
    for entry in entries_of(db, dialogue, [""]):
        if isinstance(entry.fact, TakingPartAgreed | TakingPartEnded):
            said[entry.by] = isinstance(entry.fact, TakingPartAgreed)
    return {person for person, takes_part in said.items() if not takes_part}


def deciders_of(db: Session, dialogue: str) -> list[PersonView]:
    """Everybody at this table whose own yes is needed."""
    return [person for person in people_of(db, dialogue) if person.because]


def mandates_of(db: Session, dialogue: str, person: str = "") -> list[Mandate]:
    """The mandates of this table, or of one person, oldest first."""
    query = select(Mandate).where(Mandate.dialogue == dialogue).order_by(col(Mandate.position))
    if person:
        query = query.where(Mandate.person == person)
    return list(db.exec(query))


def mandate_row(db: Session, dialogue: str, mandate: str) -> Mandate:
    """One mandate. Raises NotFound."""
    row = db.get(Mandate, (dialogue, mandate))
    if row is None:
        raise NotFound
    return row


def ensure_mandate_reaches(db: Session, dialogue: str, person: str, act: str, on: date) -> None:
    """Whoever decides for others may accept or sign only within their mandate. `act`: accept, sign.

    Asked by the commands of agreements; those who decide for themselves need none."""
    decider = db.get(Decider, (dialogue, person))
    if decider is not None and decider.because == "representative":
        held = [
            Held(frozenset(row.scope.split()), date.fromisoformat(row.until), row.witnessed, row.ended)
            for row in mandates_of(db, dialogue, person)
        ]
        ensure_reaches(held, act, on)
