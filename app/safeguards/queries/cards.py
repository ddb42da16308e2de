"""What a slip says: when somebody answered at the table, and until when at least it can be answered anew.

What they answered stands on no slip: whoever finds it, or makes somebody show it, learns nothing.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from app.dialogues.queries import closures_in, dialogue_row, thresholds_of
from app.foundation.clock import from_text
from app.foundation.errors import NotFound
from app.parties.queries import people_of
from app.record.facts.understanding import AnswerWitnessed
from app.recordkeeping.reading import entries_of
from app.voluntariness.slots import release_slot


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip: whose, when, and the moment until which it can change. It carries no number of an entry: two slips
    side by side would tell how many others answered between them."""

    name: str
    when: datetime
    until: datetime | None


def slip_of(db: Session, dialogue: str, offer: str, person: str, now: datetime) -> Slip:
    """The slip of somebody's newest answer at the table to this offer. Raises NotFound."""
    seen = [
        entry
        for entry in entries_of(db, dialogue, [offer])
        if isinstance(entry.fact, AnswerWitnessed) and entry.fact.person == person
    ]
    if not seen:
        raise NotFound
    names = {one.id: one.name for one in people_of(db, dialogue)}
    return Slip(names.get(person, ""), seen[-1].when, _until(db, dialogue, now))


def _until(db: Session, dialogue: str, now: datetime) -> datetime | None:
    """The slot before which no result of this offer can be released: a yes can be taken back at least until it."""
    slot, frozen = dialogue_row(db, dialogue).slot_at, thresholds_of(db, dialogue)
    if slot:
        return from_text(slot)
    if frozen is None:
        return None
    return release_slot(now, frozen.cooling_off_days, closures_in(frozen), frozen.slot)
