"""What the sheet of a signing shows: whose room and whose copy are still to be noted."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from app.agreements.queries.texts import agreement_row
from app.parties.queries import PersonView, SideView, deciders_of, sides_of
from app.record.entry import Entry
from app.record.facts.agreements import SignatureGiven
from app.record.facts.understanding import CopyTaken, SigningRoomNoted
from app.recordkeeping.reading import entries_of


@dataclass(frozen=True, slots=True)
class Signer:
    """Somebody who signed the text in force, with their side; `beside` counts those who decide on it, `facing` those
    who decide on the others."""

    person: PersonView
    side: str
    beside: int
    facing: int


@dataclass(frozen=True, slots=True)
class SigningView:
    """Who signed; whose room is to be noted; who has no copy noted; and when sheets were entered later."""

    signers: tuple[Signer, ...]
    rooms: tuple[Signer, ...]
    copies: tuple[Signer, ...]
    later: tuple[tuple[datetime, datetime], ...]


def signing_view(db: Session, dialogue: str, agreement: str) -> SigningView:
    """The signing of the text in force, as its witness sees it. Raises NotFound."""
    text = agreement_row(db, dialogue, agreement).text
    entries = [e for e in entries_of(db, dialogue, [agreement]) if getattr(e.fact, "text", "") == text]
    signed = {entry.by: entry.number for entry in entries if isinstance(entry.fact, SignatureGiven)}
    noted = {e.fact.person: e.number for e in entries if isinstance(e.fact, SigningRoomNoted)}
    taken = {person: e.number for e in entries if isinstance(e.fact, CopyTaken) for person in e.fact.persons}
    sides = {side.id: side for side in sides_of(db, dialogue)}
    signers = tuple(_signer(person, sides) for person in deciders_of(db, dialogue) if person.id in signed)

    def after(found: dict[str, int]) -> tuple[Signer, ...]:
        return tuple(one for one in signers if found.get(one.person.id, -1) < signed[one.person.id])

    return SigningView(signers, after(noted), after(taken), _later(entries))


def _signer(person: PersonView, sides: dict[str, SideView]) -> Signer:
    """A signer with how many of each side decide: as many are in the room when nobody stays away."""
    there = {side: len(view.deciders) for side, view in sides.items()}
    beside = there[person.side]
    return Signer(person, sides[person.side].name, beside, sum(there.values()) - beside)


def blank_view(db: Session, dialogue: str, agreement: str) -> SigningView:
    """The sheet as it is printed for the hall: a row for everybody who decides, whoever signs. Raises NotFound.

    Staff do not learn from it who signed.
    """
    agreement_row(db, dialogue, agreement)
    sides = {side.id: side for side in sides_of(db, dialogue)}
    rows = tuple(Signer(one, sides[one.side].name, 0, 0) for one in deciders_of(db, dialogue))
    return SigningView(rows, rows, rows, ())


def _later(entries: list[Entry]) -> tuple[tuple[datetime, datetime], ...]:
    seen = [
        (entry.when, entry.at)
        for entry in entries
        if isinstance(entry.fact, SigningRoomNoted | CopyTaken) and entry.via == "PAPER"
    ]
    return tuple(dict.fromkeys(seen))
