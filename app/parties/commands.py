"""Everything that can be done about who is at the table. One verb, one function, one transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from app.access.viewer import Viewer
from app.foundation.errors import NotAllowed, NotFound
from app.foundation.pasted import key_of
from app.foundation.roles import Role
from app.parties import rules
from app.parties.queries import PersonView, people_of, sides_of
from app.people.queries import person_of
from app.people.tables import Person
from app.record import canonical
from app.record.facts.parties import (
    DeciderListed,
    DecidersClosed,
    PersonIntroduced,
    RoleGiven,
    SideNamed,
    TakingPartAgreed,
    TakingPartEnded,
)
from app.recordkeeping.recording import OpenRecord, recording
from app.web.seat_words import SEATS, seat_word

STAFF = (Role.FACILITATOR, Role.MEDIATOR)


def name_side(
    db: Session, dialogue: str, khmer: str, latin: str, kind: str, *, by: Viewer, at: datetime, once: str
) -> str:
    """Name a side of the table. Returns its id."""
    with recording(db, dialogue, by=by, at=at, once=once) as record:
        record.result = write_side(record, khmer, latin, kind)
    return record.result


def write_side(record: OpenRecord, khmer: str, latin: str, kind: str) -> str:
    """The entry that names a side, in a record that is open. Returns the side's id."""
    side = record.new_id()
    record.append(SideNamed(side, kind), name=canonical.write({"khmer": khmer, "latin": latin}))
    return side


def seat_person(
    db: Session,
    dialogue: str,
    person: str,
    role: Role,
    side: str,
    because: str,
    adult: str,
    *,
    by: Viewer,
    at: datetime,
    once: str,
) -> str:
    """Give a person a seat; introduce them if they are new here; list them as decider where they decide."""
    with recording(db, dialogue, by=by, at=at, once=once) as record:
        if not by.holds(*STAFF):
            raise NotAllowed
        known = person_of(db, person)
        if known is None or (side and side not in {row.id for row in sides_of(db, dialogue)}):
            raise NotFound
        write_seat(record, known, role, side, because, adult)
        record.result = person
    return person


def write_seat(record: OpenRecord, known: Person, role: Role, side: str, because: str, adult: str) -> None:
    """The entries that give a person a seat, in a record that is open. Raises what `seat_person` raises."""
    person = known.id
    seated: PersonView | None = next(
        (row for row in people_of(record.db, record.dialogue) if row.id == person), None
    )
    held = frozenset(seated.roles) if seated else frozenset()
    words = {seat: seat_word(seat) for seat in SEATS}
    # Whoever was seated without a word on deciding may be listed afterwards, from the same form.
    is_listed_now = role in held and bool(because) and seated is not None and not seated.because
    own_side = seated.side if seated else ""
    if is_listed_now:
        rules.ensure_same_side(name=known.latin, side=side, seated=own_side)
    else:
        rules.ensure_may_sit(
            name=known.latin, held=held, wanted=role, side=side, own_side=own_side, words=words
        )
    if because:
        rules.ensure_may_decide(role=role, adult=adult)
    if seated is None:
        name = canonical.write({"khmer": known.khmer, "latin": known.latin, "sex": known.sex})
        record.append(PersonIntroduced(person), name=name)
    if not is_listed_now:
        record.append(RoleGiven(person, role.value, side))
    if because:
        record.append(DeciderListed(side, person, because, adult))


@dataclass(frozen=True, slots=True)
class Place:
    """One line of a list: a person of the office, the seat, the side by its two names, why and whether they decide.

    `alone`: a holder without spouse or other co-holder.
    """

    person: Person
    role: Role
    side: tuple[str, str]
    because: str
    adult: str
    alone: bool


def seat_list(
    db: Session,
    dialogue: str,
    places: Sequence[Place],
    kind: str,
    count: int | None,
    *,
    by: Viewer,
    at: datetime,
    once: str,
) -> str:
    """Seat everybody on a list, whole or not at all; name the sides it names for the first time, of this `kind`.

    `count` closes the lists of those who decide, when so many stand on all of them together; None leaves them open.
    Returns "closed" or "".
    """
    with recording(db, dialogue, by=by, at=at, once=once) as record:
        sides = {key_of(name): row.id for row in sides_of(db, dialogue) for name in (row.khmer, row.latin)}
        for one in places:
            khmer, latin = one.side
            found = sides.get(key_of(khmer)) or sides.get(key_of(latin), "")
            if khmer and not found:
                found = write_side(record, khmer, latin, kind)
            if khmer:
                sides |= {key_of(khmer): found, key_of(latin): found}
            write_seat(record, one.person, one.role, found, one.because, one.adult)
        if count is not None:
            _close_all(record, count, [one.person.id for one in places if one.alone])
            record.result = "closed"
    return record.result


def _close_all(record: OpenRecord, count: int, alone: list[str]) -> None:
    """Close every list of those who decide that is still open, when the count of all of them is right."""
    views = [row for row in sides_of(record.db, record.dialogue) if row.deciders and row.deciders_closed < 0]
    rules.ensure_counted(count=count, listed=sum(len(view.deciders) for view in views))
    for view in views:
        deciders = [(row.id, row.name, row.because) for row in view.deciders]
        rules.ensure_may_close(count=len(deciders), deciders=deciders, alone=alone)
        record.append(DecidersClosed(view.id, len(deciders)))


def close_deciders(
    db: Session,
    dialogue: str,
    side: str,
    count: int,
    alone: list[str],
    *,
    by: Viewer,
    at: datetime,
    once: str,
) -> None:
    """Say that a side's list of deciders is complete, with its count."""
    with recording(db, dialogue, by=by, at=at, once=once) as record:
        view = next((row for row in sides_of(db, dialogue) if row.id == side), None)
        if view is None:
            raise NotFound
        deciders = [(row.id, row.name, row.because) for row in view.deciders]
        rules.ensure_may_close(count=count, deciders=deciders, alone=alone)
        record.append(DecidersClosed(side, count))


def agree_to_take_part(db: Session, dialogue: str, *, by: Viewer, at: datetime, once: str) -> None:
    """Agree to talk, for oneself, knowing that it may stop at any time. Binds nobody (CONSENT-PROC-1)."""
    with recording(db, dialogue, by=by, at=at, once=once) as record:
        if not any(row.id == by.person and row.because for row in people_of(db, dialogue)):
            raise rules.NotADecider
        record.append(TakingPartAgreed(by.side))


def end_taking_part(db: Session, dialogue: str, *, by: Viewer, at: datetime, once: str) -> None:
    """Stop taking part, for oneself: an exit, without a reason."""
    with recording(db, dialogue, by=by, at=at, once=once, is_exit=True) as record:
        record.append(TakingPartEnded(by.side))
