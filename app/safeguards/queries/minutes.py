"""Reading the minutes of a session: the newest, by paragraph, with what each side says beside them."""

import json
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from app.parties.queries import Named, sides_of
from app.record.code import short_code
from app.record.entry import Entry
from app.record.facts.sittings import MinutesAnswered, MinutesWritten
from app.recordkeeping.reading import body_of, entries_of


@dataclass(frozen=True, slots=True)
class Beside:
    """What one side says about the minutes: its standing ('' for no answer yet), words by paragraph, and when."""

    side: Named
    standing: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph with what sides say beside it: (name of the side, words)."""

    number: int
    words: str
    beside: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class MinutesView:
    """The newest minutes of a session; `digest` is '' while there are none."""

    digest: str
    code: str
    paragraphs: tuple[Paragraph, ...]
    answers: tuple[Beside, ...]
    written: datetime | None
    happened: datetime | None

    def standing_of(self, side: str) -> str:
        """How a side answered, or ''."""
        return next((one.standing for one in self.answers if one.side.id == side), "")


def newest_minutes(entries: list[Entry]) -> tuple[Entry, str] | None:
    """The entry and the digest of the newest minutes among the entries of one session."""
    found = [(one, one.fact.minutes) for one in entries if isinstance(one.fact, MinutesWritten)]
    return found[-1] if found else None


def minutes_of(db: Session, dialogue: str, session: str) -> MinutesView:
    """The minutes of one session, for everybody at the table."""
    entries = entries_of(db, dialogue, [session])
    sides = [Named(one.id, one.khmer, one.latin) for one in sides_of(db, dialogue)]
    newest = newest_minutes(entries)
    if newest is None:
        return MinutesView("", "", (), tuple(Beside(one, "", None) for one in sides), None, None)
    entry, digest = newest
    answered: dict[str, tuple[Entry, MinutesAnswered]] = {}
    for one in entries:
        if isinstance(one.fact, MinutesAnswered) and one.fact.minutes == digest:
            answered[one.fact.side] = (one, one.fact)
    beside: dict[int, list[tuple[str, str]]] = {}
    for side in sides:
        objections = answered[side.id][1].objections if side.id in answered else ""
        for said in json.loads(body_of(db, dialogue, objections))["objections"] if objections else []:
            beside.setdefault(said["paragraph"], []).append((side.name, said["words"]))
    written = json.loads(body_of(db, dialogue, digest))["paragraphs"]
    return MinutesView(
        digest=digest,
        code=short_code(digest),
        paragraphs=tuple(
            Paragraph(number, words, tuple(beside.get(number, ()))) for number, words in enumerate(written, 1)
        ),
        answers=tuple(
            Beside(one, answered[one.id][1].standing, answered[one.id][0].when)
            if one.id in answered
            else Beside(one, "", None)
            for one in sides
        ),
        written=entry.at,
        happened=entry.when,
    )
