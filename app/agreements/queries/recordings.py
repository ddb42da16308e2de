"""Reading recordings: the newest of each language for one offer or text, and the sound itself."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, func, select

from app.agreements.tables import Agreement, Offer, Recording
from app.foundation.errors import NotFound
from app.record.facts.understanding import RecordingBound, RecordingChanged
from app.recordkeeping.reading import entries_of
from app.voluntariness.heard import changes_of


@dataclass(frozen=True, slots=True)
class Heard:
    """One recording: its digest, the language that is spoken, and since when it stands in another's place, if so."""

    digest: str
    language: str
    changed: datetime | None


def version_in_force(db: Session, dialogue: str, matter: str) -> str:
    """The digest of an offer's terms, or of a text. Raises NotFound."""
    offer, text = db.get(Offer, (dialogue, matter)), db.get(Agreement, (dialogue, matter))
    if offer is None and text is None:
        raise NotFound
    return offer.terms if offer is not None else text.text if text is not None else ""


def recordings_of(db: Session, dialogue: str, matter: str, version: str) -> list[Heard]:
    """The newest recording in each language of exactly this wording; none where there is none."""
    entries = entries_of(db, dialogue, [matter])
    changes = {entry.number for entry in changes_of(entries, version)}
    newest = {
        entry.fact.language: Heard(
            entry.fact.recording, entry.fact.language, entry.at if entry.number in changes else None
        )
        for entry in entries
        if isinstance(entry.fact, RecordingBound | RecordingChanged) and entry.fact.version == version
    }
    return list(newest.values())


def is_bound(db: Session, dialogue: str, digest: str) -> bool:
    """Is this sound bound to something already?"""
    return db.get(Recording, (dialogue, digest)) is not None


def recording_digests(db: Session, dialogue: str) -> list[str]:
    """The digests of all sound files of a table, in order; none of the sound is read."""
    query = select(Recording.digest).where(Recording.dialogue == dialogue)
    return list(db.exec(query.order_by(col(Recording.digest))))


def sound_of(db: Session, dialogue: str, digest: str) -> bytes:
    """The bytes of one recording. Raises NotFound."""
    query = select(Recording.sound).where(Recording.dialogue == dialogue, Recording.digest == digest)
    sound = db.exec(query).first()
    if sound is None:
        raise NotFound
    return sound


def room_taken(db: Session, dialogue: str) -> int:
    """How many bytes the recordings of a table take together."""
    query = select(func.sum(func.length(Recording.sound))).where(Recording.dialogue == dialogue)
    return int(db.exec(query).one() or 0)


def recording_row(db: Session, dialogue: str, digest: str) -> Recording:
    """One recording. Raises NotFound."""
    row = db.get(Recording, (dialogue, digest))
    if row is None:
        raise NotFound
    return row
