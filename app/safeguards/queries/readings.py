"""What the sheet of a reading shows: who decides, who can have read, and what was noted before."""

import json
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from app.agreements.queries.texts import agreement_row, agreement_view
from app.foundation.clock import from_text
from app.foundation.roles import Role
from app.parties.queries import PersonView, deciders_of, people_of
from app.record.facts.understanding import ReadingHeld, UnderstandingShown
from app.recordkeeping.reading import body_of, entries_of
from app.safeguards.rules.readings import TextRead
from app.voluntariness.looked_through import count_words
from app.voluntariness.rules.inf_read import WORDS_A_MINUTE
from app.web.words import day_time

MAY_READ = (Role.INTERPRETER, Role.FACILITATOR, Role.MEDIATOR, Role.WITNESS, Role.PARALEGAL, Role.OBSERVER)
"""Seats from which a text is read aloud; no side reads it to the others."""


@dataclass(frozen=True, slots=True)
class Noted:
    """A reading that was noted: `entered` is None where it was entered as it happened."""

    reader: str
    language: str
    starts: datetime
    ends: datetime
    listeners: tuple[str, ...]
    entered: datetime | None


def readers_of(db: Session, dialogue: str, witness: str) -> list[PersonView]:
    """Those who can have read the text aloud, the interpreters first; never the witness who writes it down."""
    seated = [person for person in people_of(db, dialogue) if not person.side and person.id != witness]
    able = [person for person in seated if set(person.roles).intersection(MAY_READ)]
    return sorted(able, key=lambda person: Role.INTERPRETER not in person.roles)


def text_read(db: Session, dialogue: str, agreement: str, language: str) -> TextRead:
    """What is known about the text in force, for the rules. Raises NotFound."""
    row = agreement_row(db, dialogue, agreement)
    page = json.loads(body_of(db, dialogue, row.text))
    fixed = from_text(row.fixed_at)
    return TextRead(
        tuple(page["languages"]), fixed, day_time(fixed), count_words(page, language), WORDS_A_MINUTE
    )


def readings_of(db: Session, dialogue: str, agreement: str) -> list[Noted]:
    """The readings of the text in force, oldest first."""
    view = agreement_view(db, dialogue, agreement)
    names = {person.id: person.name for person in people_of(db, dialogue)}
    return [
        Noted(
            names.get(fact.reader, ""),
            fact.language,
            from_text(fact.starts),
            from_text(fact.ends),
            tuple(names.get(person, "") for person in fact.persons),
            entry.at if entry.via == "PAPER" else None,
        )
        for entry in entries_of(db, dialogue, [agreement])
        for fact in [entry.fact]
        if isinstance(fact, ReadingHeld) and fact.text == view.text
    ]


def held_readings(db: Session, dialogue: str, agreement: str) -> list[ReadingHeld]:
    """The readings as the record holds them: whoever saves the same sheet once more says nothing new."""
    return [e.fact for e in entries_of(db, dialogue, [agreement]) if isinstance(e.fact, ReadingHeld)]


def unread(db: Session, dialogue: str, agreement: str) -> list[str]:
    """Those who decide and are not among the listeners of any reading of the text in force."""
    return _missing(db, dialogue, agreement, heard=True)


def unasked(db: Session, dialogue: str, agreement: str) -> list[str]:
    """Those who decide and were not asked to tell back what the text in force means."""
    return _missing(db, dialogue, agreement, heard=False)


def _missing(db: Session, dialogue: str, agreement: str, *, heard: bool) -> list[str]:
    text = agreement_row(db, dialogue, agreement).text
    facts = [entry.fact for entry in entries_of(db, dialogue, [agreement])]
    reached: set[str] = set()
    for fact in facts:
        if heard and isinstance(fact, ReadingHeld) and fact.text == text:
            reached.update(fact.persons)
        elif not heard and isinstance(fact, UnderstandingShown) and fact.text == text:
            reached.add(fact.person)
    return [person.id for person in deciders_of(db, dialogue) if person.id not in reached]
