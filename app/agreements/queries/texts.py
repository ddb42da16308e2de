"""Reading fixed texts: the list, one text with its clauses, and the accepted offers that have none yet."""

import json
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, func, select

from app.agreements.lifecycle.offers import WITHDRAWN
from app.agreements.lifecycle.texts import RELEASED
from app.agreements.queries.wording import first_wording
from app.agreements.rules.texts import Clause
from app.agreements.tables import Agreement, Offer, SideOutcome
from app.foundation.clock import from_text
from app.foundation.errors import NotFound
from app.parties.queries import sides_of
from app.record.facts.agreements import TextFixed
from app.recordkeeping.heads import spoken_head
from app.recordkeeping.reading import body_of, entries_of
from app.voluntariness.rules.inf_clear import is_whole
from app.web.i18n import language


@dataclass(frozen=True, slots=True)
class AgreementLine:
    """One text in a list. `status`: fixed, signed, released, returned."""

    id: str
    code: str
    text: str
    status: str
    title_km: str
    title_en: str

    @property
    def title(self) -> str:
        """The title in the reader's language."""
        return self.title_km if language() == "km" else self.title_en


@dataclass(frozen=True, slots=True)
class AgreementView:
    """A fixed text with its clauses.

    `head` is the code of the record's end at the entry that fixed it: it stays the same, whatever is said later.
    Nothing here tells how many had signed the text before this one: who can count would learn who refused.
    """

    id: str
    code: str
    text: str
    status: str
    title_km: str
    title_en: str
    clauses: tuple[Clause, ...]
    languages: tuple[str, ...]
    offer: str
    replaces: str
    fixed_at: datetime
    released_at: datetime | None
    head: str

    @property
    def title(self) -> str:
        """The title in the reader's language."""
        return self.title_km if language() == "km" else self.title_en


def agreement_row(db: Session, dialogue: str, agreement: str) -> Agreement:
    """The row of one agreement. Raises NotFound."""
    row = db.get(Agreement, (dialogue, agreement))
    if row is None:
        raise NotFound
    return row


def released_at(row: Agreement) -> datetime | None:
    """When the result was released; None before that, and again once a monitor sent the text back."""
    return from_text(row.released_at) if row.status == RELEASED else None


def agreements_of(db: Session, dialogue: str) -> list[AgreementLine]:
    """The texts of this table, oldest first."""
    query = select(Agreement).where(Agreement.dialogue == dialogue)
    found = []
    for row in db.exec(query.order_by(col(Agreement.fixed_at), col(Agreement.agreement))):
        page = json.loads(body_of(db, dialogue, row.text))
        found.append(
            AgreementLine(row.agreement, row.code, row.text, row.status, page["title_km"], page["title_en"])
        )
    return found


def agreement_view(db: Session, dialogue: str, agreement: str) -> AgreementView:
    """One text with its clauses, as everybody at the table reads it. Raises NotFound."""
    row = agreement_row(db, dialogue, agreement)
    page = json.loads(body_of(db, dialogue, row.text))
    entries = entries_of(db, dialogue, [agreement])
    number, fixed = next(
        (entry.number, entry.fact)
        for entry in reversed(entries)
        if isinstance(entry.fact, TextFixed) and entry.fact.text == row.text
    )
    return AgreementView(
        id=agreement,
        code=row.code,
        text=row.text,
        status=row.status,
        title_km=page["title_km"],
        title_en=page["title_en"],
        clauses=tuple((clause["km"], clause["en"]) for clause in page["clauses"]),
        languages=tuple(page["languages"]),
        offer=row.offer,
        replaces=fixed.replaces,
        fixed_at=from_text(row.fixed_at),
        released_at=released_at(row),
        head=spoken_head(db, dialogue, number + 1),
    )


def accepted_sides(db: Session, dialogue: str, offer: str) -> frozenset[str]:
    """The sides that accepted an offer in principle; none once the offer was withdrawn."""
    row = db.get(Offer, (dialogue, offer))
    if row is None or row.status == WITHDRAWN:
        return frozenset()
    query = select(SideOutcome.side).where(
        col(SideOutcome.dialogue) == dialogue,
        col(SideOutcome.offer) == offer,
        col(SideOutcome.outcome) == "accepted",
    )
    return frozenset(db.exec(query))


def has_text(db: Session, dialogue: str, offer: str) -> bool:
    """Has this offer become a text?"""
    query = select(Agreement.agreement).where(
        col(Agreement.dialogue) == dialogue, col(Agreement.offer) == offer
    )
    return db.exec(query).first() is not None


def deciding_sides(db: Session, dialogue: str) -> list[tuple[str, str, int]]:
    """The sides with people who decide: (id, name, closed count or -1)."""
    return [(side.id, side.name, side.deciders_closed) for side in sides_of(db, dialogue) if side.deciders]


def offers_to_fix(db: Session, dialogue: str) -> list[Offer]:
    """The offers that every deciding side accepted and that have no text, newest first."""
    sides = {side for side, _name, _closed in deciding_sides(db, dialogue)}
    accepted = select(SideOutcome.offer).where(
        SideOutcome.dialogue == dialogue, SideOutcome.outcome == "accepted", col(SideOutcome.side).in_(sides)
    )
    by_all = accepted.group_by(col(SideOutcome.offer)).having(func.count() == len(sides))
    written = select(Agreement.offer).where(Agreement.dialogue == dialogue)
    query = select(Offer).where(
        Offer.dialogue == dialogue,
        Offer.status != WITHDRAWN,
        col(Offer.offer).in_(by_all),
        col(Offer.offer).not_in(written),
    )
    return list(db.exec(query.order_by(col(Offer.number).desc()))) if sides else []


def offer_row(db: Session, dialogue: str, offer: str) -> Offer:
    """The offer a text is made from. Raises NotFound."""
    row = db.get(Offer, (dialogue, offer))
    if row is None:
        raise NotFound
    return row


def open_rows(db: Session, dialogue: str, offer: Offer) -> list[int]:
    """The numbers of an offer's rows that leave something open, which a text needs (INF-CLEAR-1)."""
    rows = json.loads(body_of(db, dialogue, offer.terms))["rows"]
    return [number for number, row in enumerate(rows, start=1) if not is_whole(row)]


def wording_of_offer(db: Session, dialogue: str, offer: Offer) -> list[Clause]:
    """The offer's rows as first sentences in both languages."""
    return first_wording(json.loads(body_of(db, dialogue, offer.terms)))
