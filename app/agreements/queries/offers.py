"""Reading offers: those on the table, with what each side as a whole said, and a side's own drafts.

A side's outcome that is due because a session ended is shown as soon as somebody looks, and written into the
record with the next answer to that offer (settled.md 2: nothing is worked out by a job).
"""

import json
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from sqlmodel import Session, col, func, select

from app.access.viewer import Viewer
from app.agreements.lifecycle.offers import ACCEPTED, MORE_TIME, OPEN, WITHDRAWN, status_of
from app.agreements.rules.offers import Row, read_rows
from app.agreements.tables import Offer, OfferDraft, SideOutcome
from app.foundation.clock import from_text
from app.foundation.errors import NotFound
from app.parties.queries import SideView, sides_of
from app.record.code import short_code
from app.record.facts.sessions import SessionClosed
from app.recordkeeping.reading import body_of, entries_of
from app.sessions.tables import Meeting


@dataclass(frozen=True, slots=True)
class OfferView:
    """An offer on the table. `outcomes`: each side that decides, with its opened outcome or ''. `before`: the
    rows of the offer this one counters; `counters` its number, 0 for none. `is_own`: made by the viewer's side."""

    id: str
    number: int
    side: SideView
    to: tuple[SideView, ...]
    terms: str
    rows: tuple[Row, ...]
    counters: int
    before: tuple[Row, ...]
    status: str
    outcomes: tuple[tuple[SideView, str], ...]
    tabled_at: datetime
    is_own: bool

    @property
    def code(self) -> str:
        """The short code, to compare with paper."""
        return short_code(self.terms)

    @property
    def is_withdrawn(self) -> bool:
        """Taken back by its side."""
        return self.status == WITHDRAWN

    @property
    def is_accepted(self) -> bool:
        """Accepted in principle by every side; binds nobody yet."""
        return self.status == ACCEPTED


@dataclass(frozen=True, slots=True)
class DraftView:
    """Rows a side is still writing; `counters` is the id of the offer it answers, or ''. `version` is the digest of
    the rows, so that of two people who write at once nobody takes the other's away unread."""

    id: str
    version: str
    counters: str
    rows: tuple[Row, ...]


def offer_row(db: Session, dialogue: str, offer: str) -> Offer:
    """The row of one offer. Raises NotFound."""
    row = db.get(Offer, (dialogue, offer))
    if row is None:
        raise NotFound
    return row


def count_offers(db: Session, dialogue: str) -> int:
    """How many offers were ever tabled here."""
    return db.exec(select(func.count()).select_from(Offer).where(Offer.dialogue == dialogue)).one()


def rows_of(db: Session, dialogue: str, terms: str) -> tuple[Row, ...]:
    """The rows of one canonical file of terms."""
    return tuple(read_rows(json.loads(body_of(db, dialogue, terms))))


def session_closed_since(db: Session, dialogue: str, moment: str) -> bool:
    """Has a session ended after this instant (text as in the record)?"""
    query = select(Meeting.session).where(Meeting.dialogue == dialogue, Meeting.status == "closed")
    closed = entries_of(db, dialogue, list(db.exec(query)))
    return any(isinstance(e.fact, SessionClosed) and e.at >= from_text(moment) for e in closed)


def opened_outcomes(db: Session, dialogue: str, offer: str) -> dict[str, str]:
    """What stands in the record as each side's outcome."""
    query = select(SideOutcome).where(SideOutcome.dialogue == dialogue, SideOutcome.offer == offer)
    return {row.side: row.outcome for row in db.exec(query)}


def offers_of(db: Session, dialogue: str, viewer: Viewer) -> list[OfferView]:
    """All offers on the table, newest first: the same for everybody at it."""
    sides = sides_of(db, dialogue)
    query = select(Offer).where(Offer.dialogue == dialogue).order_by(col(Offer.number).desc())
    rows = list(db.exec(query))
    known = {row.offer: row for row in rows}
    return [_view(db, row, known.get(row.counters), sides, viewer) for row in rows]


def offers_to_answer(db: Session, dialogue: str, side: str, most: int) -> list[Offer]:
    """The newest offers that nobody took back and to which this side as a whole has not said yes or no."""
    said = select(SideOutcome.offer).where(
        SideOutcome.dialogue == dialogue, SideOutcome.side == side, SideOutcome.outcome != MORE_TIME
    )
    query = select(Offer).where(
        Offer.dialogue == dialogue, Offer.status != WITHDRAWN, col(Offer.offer).not_in(said)
    )
    return list(db.exec(query.order_by(col(Offer.number).desc()).limit(most)))


def offer_view(db: Session, dialogue: str, offer: str, viewer: Viewer) -> OfferView:
    """One offer. Raises NotFound."""
    row = offer_row(db, dialogue, offer)
    counters = db.get(Offer, (dialogue, row.counters)) if row.counters else None
    return _view(db, row, counters, sides_of(db, dialogue), viewer)


def _view(
    db: Session, row: Offer, counters: Offer | None, sides: list[SideView], viewer: Viewer
) -> OfferView:
    deciding = [side for side in sides if side.deciders]
    opened = opened_outcomes(db, row.dialogue, row.offer)
    if any(side.id not in opened for side in deciding) and session_closed_since(
        db, row.dialogue, row.tabled_at
    ):
        opened = {side.id: opened.get(side.id, MORE_TIME) for side in deciding}
    return OfferView(
        id=row.offer,
        number=row.number,
        side=next(side for side in sides if side.id == row.side),
        to=tuple(side for side in sides if side.id != row.side),
        terms=row.terms,
        rows=rows_of(db, row.dialogue, row.terms),
        counters=counters.number if counters else 0,
        before=rows_of(db, row.dialogue, counters.terms) if counters else (),
        status=WITHDRAWN if row.status == WITHDRAWN else status_of(opened, [side.id for side in deciding]),
        outcomes=tuple((side, opened.get(side.id, OPEN)) for side in deciding),
        tabled_at=from_text(row.tabled_at),
        is_own=bool(viewer.side) and row.side == viewer.side,
    )


def drafts_of(db: Session, dialogue: str, viewer: Viewer) -> list[DraftView]:
    """What the viewer's own side is still writing; nobody else ever gets it."""
    if not viewer.side:
        return []
    query = select(OfferDraft).where(OfferDraft.dialogue == dialogue, OfferDraft.side == viewer.side)
    return [_draft(row) for row in db.exec(query.order_by(col(OfferDraft.draft)))]


def draft_view(db: Session, dialogue: str, draft: str, viewer: Viewer) -> DraftView:
    """One draft of the viewer's own side. Raises NotFound for everybody else, as for an unknown one."""
    view = own_draft(db, dialogue, draft, viewer)
    if view is None:
        raise NotFound
    return view


def own_draft(db: Session, dialogue: str, draft: str, viewer: Viewer) -> DraftView | None:
    """The same, or None: it was put on the table, it is another side's, or it never was."""
    row = db.get(OfferDraft, (dialogue, draft))
    return _draft(row) if row is not None and viewer.side and row.side == viewer.side else None


def _draft(row: OfferDraft) -> DraftView:
    rows = tuple(read_rows({"rows": json.loads(row.rows)}))
    return DraftView(row.draft, sha256(row.rows.encode()).hexdigest(), row.counters, rows)
