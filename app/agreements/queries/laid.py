"""Whether somebody's newest answer was a card on the table, and what they had typed before it, where that differs.

Only that person reads it: the witness must not learn what was said on a screen (settled.md 3).
"""

from dataclasses import dataclass

from sqlmodel import Session

from app.agreements.queries.answers import Said
from app.record.facts.agreements import AnswerGiven
from app.record.facts.understanding import AnswerWitnessed
from app.recordkeeping.reading import entries_of, place_of, places_of


@dataclass(frozen=True, slots=True)
class Laid:
    """`card`: the newest answer was entered by a witness; `typed`: what was on the screen before, where it differs."""

    card: bool
    typed: Said | None


def laid_by(db: Session, dialogue: str, offer: str, person: str) -> Laid:
    """How this person's newest answer to an offer came here."""
    given = [
        (entry, entry.fact)
        for entry in entries_of(db, dialogue, [offer])
        if (isinstance(entry.fact, AnswerGiven) and entry.by == person)
        or (isinstance(entry.fact, AnswerWitnessed) and entry.fact.person == person)
    ]
    if not given or not isinstance(given[-1][1], AnswerWitnessed):
        return Laid(card=False, typed=None)
    places = places_of(db, dialogue, [entry.number for entry, _ in given])
    said = [
        (fact, Said(person, place_of(places, entry, "words"), fact.version, entry.when))
        for entry, fact in given
    ]
    typed = [one for fact, one in said if isinstance(fact, AnswerGiven)]
    differs = bool(typed) and typed[-1].choice != said[-1][1].choice
    return Laid(card=True, typed=typed[-1] if differs else None)
