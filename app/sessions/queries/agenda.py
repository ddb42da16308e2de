"""Reading agendas: one version by its digest, and everything that happened to the agenda of a session."""

import json
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, select

from app.foundation.roles import Role
from app.parties.queries import PersonView, people_of
from app.record.entry import Entry
from app.record.facts.sessions import (
    AgendaDelivered,
    AgendaReviewed,
    AgendaSentForReview,
    AgendaVersioned,
    SuggestionAnswered,
)
from app.recordkeeping.reading import body_of, entries_of
from app.recordkeeping.tables import RecordLine
from app.sessions.rules.agenda_items import AgendaItem

_AWAY = {Role.FACILITATOR, Role.MEDIATOR, Role.MONITOR, Role.SAFEGUARD_OFFICER}
"""Seats that are sent no agenda: the office wrote it, the monitor is not in the room."""


@dataclass(frozen=True, slots=True)
class AgendaView:
    """One version of an agenda."""

    digest: str
    items: tuple[AgendaItem, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """A saved version: its number, digest, when and by whom."""

    number: int
    digest: str
    saved: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Sent:
    """A version that was put before the chairs."""

    digest: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Delivery:
    """A version that reached persons at one moment."""

    digest: str
    persons: tuple[str, ...]
    how: str
    when: datetime


@dataclass(frozen=True, slots=True)
class Review:
    """A chair's review. `entry` is its number in the record, by which suggestions are answered."""

    entry: Entry
    by: str
    digest: str
    outcome: str
    suggestions: str
    at: datetime


@dataclass(frozen=True, slots=True)
class AgendaHistory:
    """What happened to the agenda of one session, in order."""

    versions: tuple[Version, ...]
    sent: tuple[Sent, ...]
    deliveries: tuple[Delivery, ...]
    reviews: tuple[Review, ...]
    answers: dict[tuple[int, str], bool]

    def version(self, digest: str) -> Version | None:
        """The version with this digest, or None."""
        return next((one for one in self.versions if one.digest == digest), None)

    def numbered(self, number: int) -> Version | None:
        """The version with this number, or None."""
        return next((one for one in self.versions if one.number == number), None)

    def number(self, digest: str) -> int:
        """The number of a version; 0 for none."""
        found = self.version(digest)
        return found.number if found else 0

    @property
    def newest(self) -> Version | None:
        """The newest version, or None."""
        return self.versions[-1] if self.versions else None

    @property
    def before_chair(self) -> str:
        """The digest of the version sent last, or ''."""
        return self.sent[-1].digest if self.sent else ""

    def received(self, person: str) -> dict[str, datetime]:
        """The versions one person holds, with the moment each first reached them."""
        held: dict[str, datetime] = {}
        for one in sorted(self.deliveries, key=lambda one: one.when):
            if person in one.persons:
                held.setdefault(one.digest, one.when)
        return held

    def review_by(self, person: str, digest: str) -> Review | None:
        """The newest review of a version by one chair, or None."""
        mine = [one for one in self.reviews if one.by == person and one.digest == digest]
        return mine[-1] if mine else None


def agenda_of(db: Session, dialogue: str, digest: str) -> AgendaView:
    """One version by its digest; without items for ''. Raises NotFound for an unknown digest."""
    if not digest:
        return AgendaView("", ())
    written = json.loads(body_of(db, dialogue, digest))
    return AgendaView(digest, tuple(AgendaItem(**item) for item in written["items"]))


def history_of(db: Session, dialogue: str, session: str) -> AgendaHistory:
    """What happened to the agenda of a session. For rules, staff and chairs; a party reads deliveries only."""
    versions, sent, deliveries, reviews = [], [], [], []
    answers: dict[tuple[int, str], bool] = {}
    for entry in entries_of(db, dialogue, [session]):
        fact = entry.fact
        if isinstance(fact, AgendaVersioned):
            versions.append(Version(fact.number, fact.agenda, entry.at, entry.by))
        elif isinstance(fact, AgendaSentForReview):
            sent.append(Sent(fact.agenda, entry.at))
        elif isinstance(fact, AgendaDelivered):
            deliveries.append(Delivery(fact.agenda, fact.persons, fact.how, entry.when))
        elif isinstance(fact, AgendaReviewed):
            reviews.append(Review(entry, entry.by, fact.agenda, fact.outcome, fact.suggestions, entry.at))
        elif isinstance(fact, SuggestionAnswered):
            answers[fact.review, fact.item] = fact.taken
    return AgendaHistory(tuple(versions), tuple(sent), tuple(deliveries), tuple(reviews), answers)


def is_text_fixed(db: Session, dialogue: str) -> bool:
    """Does the record hold a fixed text? Asked by the fact's name: the floor of agreements lies above."""
    query = select(RecordLine.number).where(
        RecordLine.dialogue == dialogue,
        RecordLine.line.contains('"fact":"TextFixed"'),  # type: ignore[attr-defined]
    )
    return db.exec(query.limit(1)).first() is not None


def chairs_of(db: Session, dialogue: str) -> list[PersonView]:
    """The chairs of a table; there may be several."""
    return [one for one in people_of(db, dialogue) if Role.CHAIR in one.roles]


def readers_of(db: Session, dialogue: str) -> list[PersonView]:
    """Everybody to whom the agenda is brought: the sides first, then chair, witness, interpreter and others."""
    invited = [one for one in people_of(db, dialogue) if set(one.roles) - _AWAY]
    return sorted(invited, key=lambda one: not one.side)
