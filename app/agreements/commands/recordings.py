"""Binding a recording to an offer or a text, by the digest of its bytes."""

from datetime import datetime
from hashlib import sha256

from sqlmodel import Session

from app.access.viewer import Viewer
from app.agreements.queries.recordings import is_bound, recordings_of, room_taken, version_in_force
from app.agreements.queries.texts import has_text, released_at
from app.agreements.rules import recordings as rules
from app.agreements.tables import Agreement, Recording
from app.dialogues.queries import standing_of
from app.record.code import short_code
from app.record.facts.understanding import RecordingBound, RecordingChanged
from app.recordkeeping.recording import recording


def bind_recording(
    db: Session,
    dialogue: str,
    matter: str,
    version: str,
    language: str,
    sound: bytes,
    *,
    by: Viewer,
    at: datetime,
    once: str,
) -> str:
    """Keep a sound file and write to what it belongs. Returns `matter`.

    `version` is the digest of the terms or of the text that is read aloud in it, which must be the one in force.
    Where there is a recording in this language already, this one takes its place, and whatever was answered or signed
    before is asked anew.
    """
    kind = rules.kind_of(sound)
    digest = sha256(sound).hexdigest()
    with recording(db, dialogue, by=by, at=at, once=once) as record:
        newest = version_in_force(db, dialogue, matter)
        rules.ensure_newest(read=version, newest=newest, code=short_code(newest))
        standing_of(db, dialogue).ensure_open()
        rules.ensure_free(bound=is_bound(db, dialogue, digest))
        rules.ensure_room(taken=room_taken(db, dialogue), size=len(sound))
        record.db.add(Recording(dialogue=dialogue, digest=digest, kind=kind, sound=sound))
        before = {one.language: one.digest for one in recordings_of(db, dialogue, matter, version)}
        if language in before:
            _ensure_may_change(db, dialogue, matter)
            record.append(RecordingChanged(matter, version, digest, language, before[language]))
        else:
            record.append(RecordingBound(matter, version, digest, language))
        record.result = matter
    return matter


def _ensure_may_change(db: Session, dialogue: str, matter: str) -> None:
    text = db.get(Agreement, (dialogue, matter))
    rules.ensure_may_change(
        has_text=text is None and has_text(db, dialogue, matter), released=bool(text and released_at(text))
    )
