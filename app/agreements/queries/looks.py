"""Reading whether an offer's words ask for a second look, and what the monitor found when she looked."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from app.agreements.queries.offers import offer_row
from app.record.entry import Entry
from app.record.facts.audit import OfferLookedThrough
from app.record.facts.understanding import TextScanned
from app.recordkeeping.reading import body_of, entries_of, place_of, places_of
from app.voluntariness.looked_through import LIBERTY, SECOND_LOOK, claim_words_in, liberty_words_in


@dataclass(frozen=True, slots=True)
class Look:
    """`asks`: words of the offer that speak of a court or of somebody's freedom. `looked`: a monitor has looked;
    `tags` and `words` are what she found, all looks together and the newest words."""

    asks: tuple[str, ...]
    looked: bool
    tags: tuple[str, ...]
    words: str

    @property
    def waits(self) -> bool:
        """Must somebody look before anybody can accept?"""
        return bool(self.asks) and not self.looked

    @property
    def trades_liberty(self) -> bool:
        """Would somebody's freedom, charge or summons be given for a yes?"""
        return bool(LIBERTY.intersection(self.tags))


def text_look(db: Session, dialogue: str, agreement: str, text: str) -> Look:
    """What monitors found in the text in force; its words ask only the monitor (FREE-LIBERTY-1)."""
    found = [
        (entry, entry.fact)
        for entry in entries_of(db, dialogue, [agreement])
        if isinstance(entry.fact, TextScanned) and entry.fact.text == text and entry.role in SECOND_LOOK
    ]
    return _look(db, dialogue, (), found)


def look_at(db: Session, dialogue: str, offer: str) -> Look:
    """One offer, looked at for everybody alike. Raises NotFound."""
    row = offer_row(db, dialogue, offer)
    page = json.loads(body_of(db, dialogue, row.terms))
    found = [
        (entry, entry.fact)
        for entry in entries_of(db, dialogue, [offer])
        if isinstance(entry.fact, OfferLookedThrough) and entry.fact.terms == row.terms
    ]
    return _look(db, dialogue, (*liberty_words_in(page), *claim_words_in(page)), found)


def _look(
    db: Session,
    dialogue: str,
    asks: tuple[str, ...],
    found: Sequence[tuple[Entry, OfferLookedThrough | TextScanned]],
) -> Look:
    newest = found[-1][0] if found else None
    places = places_of(db, dialogue, [newest.number]) if newest else {}
    return Look(
        asks=asks,
        looked=bool(found),
        tags=tuple(sorted({tag for _, fact in found for tag in fact.tags})),
        words=place_of(places, newest, "words") if newest else "",
    )
