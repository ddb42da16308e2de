"""Reading what one person may do with one text, and what waits for the witness."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from app.agreements.rules.signatures import Told, earliest_signature, told_of
from app.agreements.tables import Agreement, Signature
from app.dialogues.queries import closures_in, dialogue_row, thresholds_of
from app.foundation.clock import from_text
from app.parties.queries import PersonView, deciders_of
from app.record.facts.agreements import TextHandedOver
from app.record.facts.understanding import TextScanned
from app.recordkeeping.reading import entries_of, places_of
from app.sessions.queries.agenda import agenda_of
from app.sessions.queries.schedule import SessionView, sessions_at_hand
from app.voluntariness.looked_through import GIVES_UP_CLAIM
from app.voluntariness.slots import release_slot


@dataclass(frozen=True, slots=True)
class OwnWay:
    """One decider's own way with the text in force. Shown to that person only.

    `earliest` is from when signing is possible (None without a copy); `until` the slot at least until which a yes
    can be taken back; `days` how long the text is thought over.
    """

    told: Told
    earliest: datetime | None
    until: datetime | None
    days: int


def own_way(db: Session, dialogue: str, row: Agreement, person: str, now: datetime) -> OwnWay:
    """What the record says about this person and the text in force, and the moments that follow from it."""
    entries = entries_of(db, dialogue, [row.agreement])
    places = places_of(db, dialogue, [entry.number for entry in entries])
    told = told_of(entries, places, person=person, text=row.text)
    frozen = thresholds_of(db, dialogue)
    if frozen is None:
        return OwnWay(told, None, None, 0)
    closures = closures_in(frozen)
    earliest = earliest_signature(told, frozen.reflection_min_days, closures)
    slot = dialogue_row(db, dialogue).slot_at
    begins = told.signed or max(now, earliest or now)
    until = from_text(slot) if slot else release_slot(begins, frozen.cooling_off_days, closures, frozen.slot)
    return OwnWay(told, earliest, until, frozen.reflection_min_days)


def decides(db: Session, dialogue: str, person: str) -> bool:
    """Is this person's own yes needed at this table?"""
    return any(row.id == person for row in deciders_of(db, dialogue))


def contents_of(db: Session, dialogue: str, row: Agreement) -> frozenset[str]:
    """What stands in the text in force that has rules of its own: the tags of all who looked through it."""
    return frozenset(
        tag
        for entry in entries_of(db, dialogue, [row.agreement])
        if isinstance(entry.fact, TextScanned) and entry.fact.text == row.text
        for tag in entry.fact.tags
    )


def gives_up_claims(db: Session, dialogue: str, row: Agreement) -> bool:
    """Does the text in force give up a claim, so that a signature needs a mark of its own for it?"""
    return GIVES_UP_CLAIM in contents_of(db, dialogue, row)


def without_copy(db: Session, dialogue: str, row: Agreement) -> list[PersonView]:
    """Those who decide and have no copy of the text in force noted."""
    reached = {
        person
        for entry in entries_of(db, dialogue, [row.agreement])
        if isinstance(entry.fact, TextHandedOver) and entry.fact.text == row.text
        for person in entry.fact.persons
    }
    return [person for person in deciders_of(db, dialogue) if person.id not in reached]


def waiting_signatures(db: Session, dialogue: str, row: Agreement) -> list[tuple[PersonView, Signature]]:
    """Signatures of the text in force that the witness has not attested."""
    query = select(Signature).where(
        col(Signature.dialogue) == dialogue,
        col(Signature.agreement) == row.agreement,
        col(Signature.text) == row.text,
        col(Signature.attested).is_(False),
    )
    waiting = {signature.person: signature for signature in db.exec(query)}
    return [(person, waiting[person.id]) for person in deciders_of(db, dialogue) if person.id in waiting]


def session_without_sign_item(db: Session, dialogue: str, now: datetime) -> SessionView | None:
    """The session that is open, or comes next, when its agenda does not say that something is signed.

    A warning; PRIOR-NOTICE judges it.
    """
    session = next(
        (one for one in sessions_at_hand(db, dialogue, now) if one.status in ("open", "planned")), None
    )
    if session is None:
        return None
    items = agenda_of(db, dialogue, session.agenda).items if session.agenda else ()
    return None if any(item.purpose == "sign" for item in items) else session
