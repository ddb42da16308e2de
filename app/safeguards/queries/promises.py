"""Reading the promises of a table: named, claimed, confirmed, disputed; what is overdue. No table holds them."""

import json
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session, col, select

from app.agreements.queries.texts import agreement_row
from app.agreements.rules.offers import Row, read_rows
from app.agreements.tables import Agreement, Offer, Signature
from app.foundation.clock import local
from app.foundation.errors import NotFound
from app.parties.queries import SideView, sides_of
from app.record.entry import Entry
from app.record.facts.promises import PromiseClaimed, PromiseConfirmed, PromiseDisputed, PromiseNamed
from app.recordkeeping.reading import body_of, entries_of
from app.safeguards.rules.promises import OUTSIDE, NamedRow, is_overdue

_STATES = {PromiseClaimed: "claimed", PromiseConfirmed: "confirmed", PromiseDisputed: "disputed"}


@dataclass(frozen=True, slots=True)
class PromiseView:
    """One promise. `state`: named, claimed, confirmed, disputed, or condition for an authority outside;
    `since` is when it came into that state."""

    promise: str
    agreement: str
    code: str
    number: int
    terms: Row
    debtor: str
    creditor: str
    debtor_name: str
    creditor_name: str
    due: date
    state: str
    since: datetime
    released: bool
    overdue: bool


def rows_of(db: Session, dialogue: str, row: Agreement) -> list[Row]:
    """The rows of the offer a text came from. Raises NotFound."""
    offer = db.get(Offer, (dialogue, row.offer))
    if offer is None:
        raise NotFound
    return read_rows(json.loads(body_of(db, dialogue, offer.terms)))


def _named(entries: list[Entry], text: str) -> dict[int, tuple[Entry, PromiseNamed]]:
    """The newest naming of each row of one text."""
    return {
        entry.fact.row: (entry, entry.fact)
        for entry in entries
        if isinstance(entry.fact, PromiseNamed) and entry.fact.text == text
    }


def promises_of(db: Session, dialogue: str, now: datetime) -> list[PromiseView]:
    """All promises of the texts in force, by text and row."""
    query = select(Agreement).where(Agreement.dialogue == dialogue)
    rows = db.exec(query.order_by(col(Agreement.fixed_at), col(Agreement.agreement))).all()
    names = {side.id: side.name for side in sides_of(db, dialogue)}
    return [view for row in rows for view in _promises(db, row, names, local(now).date())]


def _promises(db: Session, row: Agreement, names: dict[str, str], today: date) -> list[PromiseView]:
    entries = entries_of(db, row.dialogue, [row.agreement])
    named = _named(entries, row.text)
    if not named:
        return []
    terms = rows_of(db, row.dialogue, row)
    found = []
    for place, (entry, fact) in sorted(named.items()):
        state, since = ("named" if fact.debtor else "condition"), entry.at
        for later in entries:
            kind = _STATES.get(type(later.fact))
            if kind and getattr(later.fact, "promise", "") == fact.promise:
                state, since = kind, later.at
        due = date.fromisoformat(fact.due)
        found.append(
            PromiseView(
                promise=fact.promise,
                agreement=row.agreement,
                code=row.code,
                number=place + 1,
                terms=terms[place] if place < len(terms) else Row(),
                debtor=fact.debtor,
                creditor=fact.creditor,
                debtor_name=names.get(fact.debtor, ""),
                creditor_name=names.get(fact.creditor, ""),
                due=due,
                state=state,
                since=since,
                released=row.status == "released",
                overdue=row.status == "released" and is_overdue(due, today, state),
            )
        )
    return found


def promise_of(db: Session, dialogue: str, agreement: str, number: int, now: datetime) -> PromiseView:
    """One promise by its text and number. Raises NotFound."""
    agreement_row(db, dialogue, agreement)
    found = [
        one for one in promises_of(db, dialogue, now) if (one.agreement, one.number) == (agreement, number)
    ]
    if not found:
        raise NotFound
    return found[0]


def is_named(db: Session, row: Agreement) -> bool:
    """Are the promises of the text in force named?"""
    return bool(_named(entries_of(db, row.dialogue, [row.agreement]), row.text))


def is_signed(db: Session, row: Agreement) -> bool:
    """Has anybody signed the text in force?"""
    query = select(Signature.person).where(
        col(Signature.dialogue) == row.dialogue,
        col(Signature.agreement) == row.agreement,
        col(Signature.text) == row.text,
    )
    return db.exec(query).first() is not None


def first_naming(rows: list[Row], sides: list[SideView]) -> list[NamedRow]:
    """What the sheet says before anybody changes it: the side that the row names; with two sides, the other one
    confirms; the day of the row."""
    found = []
    for place, row in enumerate(rows):
        debtor = next((side.id for side in sides if row.who in (side.khmer, side.latin)), "")
        if not debtor and row.who and len(sides) > 1:
            debtor = next((side.id for side in sides if _has(side, row.who)), "")
        others = [side.id for side in sides if side.id != debtor]
        creditor = others[0] if debtor and len(others) == 1 else ""
        found.append(NamedRow(place, debtor, creditor, date.fromisoformat(row.when) if row.when else None))
    return found


def _has(side: SideView, who: str) -> bool:
    return any(who in (person.khmer, person.latin) for person in side.people)


def naming_of(db: Session, row: Agreement) -> list[NamedRow]:
    """What was named last for the text in force, or the first naming."""
    named = _named(entries_of(db, row.dialogue, [row.agreement]), row.text)
    if not named:
        return first_naming(rows_of(db, row.dialogue, row), sides_of(db, row.dialogue))
    return [
        NamedRow(place, fact.debtor or OUTSIDE, fact.creditor, date.fromisoformat(fact.due))
        for place, (_, fact) in sorted(named.items())
    ]
