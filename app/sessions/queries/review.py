"""Reading a chair's review: what lies before the chair, what changed, which suggestions wait."""

import json
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from app.recordkeeping.reading import body_of, place_of, places_of
from app.sessions.queries.agenda import (
    AgendaHistory,
    AgendaView,
    Review,
    Sent,
    Version,
    agenda_of,
    history_of,
)
from app.sessions.rules.agenda_items import Change, changes_between


@dataclass(frozen=True, slots=True)
class BeforeChair:
    """The version a chair reviews, with what changed since the version sent before (None: it is the first)."""

    version: Version
    agenda: AgendaView
    changes: list[Change]
    earlier: Version | None
    earlier_sent: datetime | None
    newest: Version


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A chair's words on one item ('' = on the whole), and whether they were taken (None: not answered).

    `superseded`: the chair has reviewed the same version again since; nobody answers these words any more.
    """

    review: int
    by: str
    at: datetime
    version: int
    item: str
    title: str
    words: str
    taken: bool | None
    superseded: bool


def before_chair(db: Session, dialogue: str, history: AgendaHistory) -> BeforeChair | None:
    """What lies before the chair, or None when nothing was sent."""
    version = history.version(history.before_chair)
    if version is None or history.newest is None:
        return None
    agenda = agenda_of(db, dialogue, version.digest)
    others = [one for one in history.sent if one.digest != version.digest]
    last: Sent | None = others[-1] if others else None
    earlier = history.version(last.digest) if last else None
    changes: list[Change] = []
    if earlier is not None:
        changes = changes_between(agenda_of(db, dialogue, earlier.digest).items, agenda.items)
    return BeforeChair(version, agenda, changes, earlier, last.at if last else None, history.newest)


def suggestions_of(db: Session, dialogue: str, history: AgendaHistory) -> list[Suggestion]:
    """The suggestions of all chairs that count, oldest first: those that were answered, and those that wait."""
    return [one for one in _all_of(db, dialogue, history) if one.taken is not None or not one.superseded]


def _all_of(db: Session, dialogue: str, history: AgendaHistory) -> list[Suggestion]:
    places = places_of(db, dialogue, [review.entry.number for review in history.reviews])
    found = []
    for review in history.reviews:
        words = place_of(places, review.entry, "words")
        by_item = _by_item(db, dialogue, review)
        titles = {item.id: item.title for item in agenda_of(db, dialogue, review.digest).items}
        for item, said in [*by_item.items(), *([("", words)] if words else [])]:
            found.append(
                Suggestion(
                    review=review.entry.number,
                    by=review.by,
                    at=review.at,
                    version=history.number(review.digest),
                    item=item,
                    title=titles.get(item, ""),
                    words=said,
                    taken=history.answers.get((review.entry.number, item)),
                    superseded=history.review_by(review.by, review.digest) != review,
                )
            )
    return found


def suggestion_of(db: Session, dialogue: str, session: str, review: int, item: str) -> Suggestion | None:
    """One suggestion by its review's entry and item, even of a superseded review; or None."""
    history = history_of(db, dialogue, session)
    return next(
        (one for one in _all_of(db, dialogue, history) if one.review == review and one.item == item),
        None,
    )


def _by_item(db: Session, dialogue: str, review: Review) -> dict[str, str]:
    if not review.suggestions:
        return {}
    written = json.loads(body_of(db, dialogue, review.suggestions))["items"]
    return {line["item"]: line["words"] for line in written}
