"""What a monitor looks through: an offer or a text, the words in it that ask for it, and who looked before."""

import json
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from app.agreements.lifecycle.offers import WITHDRAWN
from app.agreements.rules.offers import Row, read_rows
from app.agreements.tables import Agreement, Offer
from app.dialogues.queries import standing_of
from app.foundation.clock import from_text
from app.foundation.errors import NotFound
from app.record.code import short_code
from app.record.facts.audit import OfferLookedThrough
from app.record.facts.understanding import TextScanned
from app.recordkeeping.reading import body_of, entries_of
from app.voluntariness.looked_through import (
    SECOND_LOOK,
    claim_words_in,
    clauses_in,
    liberty_words_in,
    wording,
)


@dataclass(frozen=True, slots=True)
class Matter:
    """An offer (`number`) or a text (number 0). `asks`: words in it that ask; `looked`: a monitor has looked."""

    id: str
    number: int
    version: str
    rows: tuple[Row, ...]
    clauses: tuple[tuple[str, str], ...]
    asks: tuple[str, ...]
    looked: bool
    since: datetime

    @property
    def is_offer(self) -> bool:
        """An offer, not a text."""
        return self.number > 0

    @property
    def code(self) -> str:
        """The short code, to compare with paper."""
        return short_code(self.version)

    @property
    def waits(self) -> bool:
        """Its words ask, and no monitor has looked."""
        return bool(self.asks) and not self.looked


def matter_of(db: Session, dialogue: str, matter: str) -> Matter:
    """One offer or text of this table. Raises NotFound."""
    offer = db.get(Offer, (dialogue, matter))
    if offer is not None:
        return _matter(db, dialogue, offer.offer, offer.number, offer.terms, offer.tabled_at)
    text = db.get(Agreement, (dialogue, matter))
    if text is None:
        raise NotFound
    return _matter(db, dialogue, text.agreement, 0, text.text, text.fixed_at)


def _matter(db: Session, dialogue: str, matter: str, number: int, version: str, since: str) -> Matter:
    page = json.loads(body_of(db, dialogue, version))
    looked = any(
        entry.role in SECOND_LOOK
        and version in (getattr(entry.fact, "terms", ""), getattr(entry.fact, "text", ""))
        for entry in entries_of(db, dialogue, [matter])
        if isinstance(entry.fact, OfferLookedThrough | TextScanned)
    )
    return Matter(
        id=matter,
        number=number,
        version=version,
        rows=tuple(read_rows(page)) if number else (),
        clauses=tuple((wording(one, "km"), wording(one, "en")) for one in clauses_in(page)),
        asks=(*liberty_words_in(page), *claim_words_in(page)),
        looked=looked,
        since=from_text(since),
    )


def matters_waiting(db: Session, dialogue: str) -> list[Matter]:
    """The offers and texts whose words ask, and which no monitor has looked through; none once talks are over."""
    standing = standing_of(db, dialogue)
    if standing.ended or standing.side_left:
        return []
    offers = select(Offer).where(Offer.dialogue == dialogue, Offer.status != WITHDRAWN)
    texts = select(Agreement).where(
        Agreement.dialogue == dialogue, col(Agreement.status).in_(("fixed", "signed"))
    )
    found = [
        *(_matter(db, dialogue, one.offer, one.number, one.terms, one.tabled_at) for one in db.exec(offers)),
        *(_matter(db, dialogue, one.agreement, 0, one.text, one.fixed_at) for one in db.exec(texts)),
    ]
    return [one for one in found if one.waits]
