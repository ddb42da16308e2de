"""Reading recordings: the newest of each language for one offer or text, and the sound itself."""

from dataclasses import dataclass

from sqlmodel import Session

from app.agreements.tables import Recording
from app.foundation.errors import NotFound
from app.record.facts.understanding import RecordingBound
from app.recordkeeping.reading import entries_of


@dataclass(frozen=True, slots=True)
class Heard:
    """One recording: its digest and the language that is spoken."""

    digest: str
    language: str


def recordings_of(db: Session, dialogue: str, matter: str, version: str) -> list[Heard]:
    """The newest recording in each language of exactly this wording; none where there is none."""
    newest = {
        entry.fact.language: Heard(entry.fact.recording, entry.fact.language)
        for entry in entries_of(db, dialogue, [matter])
        if isinstance(entry.fact, RecordingBound) and entry.fact.version == version
    }
    return list(newest.values())


def is_bound(db: Session, dialogue: str, digest: str) -> bool:
    """Is this sound bound to something already?"""
    return db.get(Recording, (dialogue, digest)) is not None


def recording_row(db: Session, dialogue: str, digest: str) -> Recording:
    """One recording. Raises NotFound."""
    row = db.get(Recording, (dialogue, digest))
    if row is None:
        raise NotFound
    return row
