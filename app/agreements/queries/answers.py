"""Reading answers from the record. Only commands and the person themselves come here: no page may show another
person's answer, and the sealed word of somebody else is opened for nobody but the rule that counts outcomes."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from app.record.facts.agreements import AnswerGiven
from app.record.facts.understanding import AnswerWitnessed
from app.recordkeeping.reading import entries_of, place_of, places_of


@dataclass(frozen=True, slots=True)
class Said:
    """The newest answer of one person to one offer or text."""

    person: str
    choice: str
    version: str
    when: datetime


def answers_to(db: Session, dialogue: str, matter: str) -> dict[str, Said]:
    """The newest answer of each person to one offer or text, by person; a card that the witness saw is theirs.

    For rules; a page uses `own_answer`.
    """
    given = [
        (entry, entry.fact, entry.fact.person if isinstance(entry.fact, AnswerWitnessed) else entry.by)
        for entry in entries_of(db, dialogue, [matter])
        if isinstance(entry.fact, AnswerGiven | AnswerWitnessed)
    ]
    places = places_of(db, dialogue, [entry.number for entry, _, _ in given])
    return {
        person: Said(person, place_of(places, entry, "words"), fact.version, entry.when)
        for entry, fact, person in given
    }


def own_answer(db: Session, dialogue: str, matter: str, person: str) -> Said | None:
    """What this person said last, or None."""
    return answers_to(db, dialogue, matter).get(person)
