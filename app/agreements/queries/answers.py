"""Reading answers from the record. Only commands and the person themselves come here: no page may show another
person's answer, and the sealed word of somebody else is opened for nobody but the rule that counts outcomes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from app.record.facts.agreements import AnswerGiven
from app.record.facts.understanding import AnswerWitnessed
from app.recordkeeping.reading import entries_of, place_of, places_of
from app.voluntariness.heard import changes


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
    return {said.person: said for _, said in _said(db, dialogue, [matter])}


def own_answer(db: Session, dialogue: str, matter: str, person: str) -> Said | None:
    """What this person said last, or None."""
    return own_answers(db, dialogue, [matter], person).get(matter)


def own_answers(db: Session, dialogue: str, matters: Iterable[str], person: str) -> dict[str, Said]:
    """What this person said last to each of these offers and texts."""
    return dict(_said(db, dialogue, matters, person))


def _said(db: Session, dialogue: str, matters: Iterable[str], only: str = "") -> list[tuple[str, Said]]:
    """The newest of each person to each matter. What was said before the recording was changed counts no more."""
    entries = entries_of(db, dialogue, matters)
    since = {version: found[-1].number for version, found in changes(entries).items()}
    newest = {
        (entry.fact.matter, person): (entry, entry.fact)
        for entry in entries
        if isinstance(entry.fact, AnswerGiven | AnswerWitnessed)
        and entry.number > since.get(entry.fact.version, -1)
        for person in [entry.fact.person if isinstance(entry.fact, AnswerWitnessed) else entry.by]
        if not only or person == only
    }
    places = places_of(db, dialogue, [entry.number for entry, _ in newest.values()])
    return [
        (matter, Said(person, place_of(places, entry, "words"), fact.version, entry.when))
        for (matter, person), (entry, fact) in newest.items()
    ]
