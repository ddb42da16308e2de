"""Sound files compared with what entries say of them: there, the same bytes, and of no more than is named."""

from collections.abc import Iterable, Iterator
from hashlib import sha256

from sqlmodel import Session, col, select

from app.agreements.queries.recordings import sound_of
from app.agreements.rules.recordings import NoSound, TooLong, kind_of
from app.agreements.tables import Recording
from app.record.entry import Entry
from app.voluntariness.heard import named_recordings


def check_recordings(db: Session, dialogue: str, entries: Iterable[Entry]) -> Iterator[str]:
    """One sentence for each recording that is not what the record says. One is read at a time."""
    named = named_recordings(entries)
    query = select(Recording.digest, Recording.kind).where(Recording.dialogue == dialogue)
    kept = dict(db.exec(query.order_by(col(Recording.digest))).all())
    for digest in sorted(named - kept.keys()):
        yield f"{dialogue}: the recording {digest[:8]} that an entry names is not here."
    for digest, kind in kept.items():
        sound: object = sound_of(db, dialogue, digest)
        raw = sound if isinstance(sound, bytes) else str(sound).encode()  # SQLite keeps what it was given
        if sha256(raw).hexdigest() != digest:
            yield f"{dialogue}: the recording {digest[:8]} is not what its digest says."
        elif digest not in named:
            yield f"{dialogue}: no entry names the recording {digest[:8]}."
        elif kind != _kind(raw):
            yield f"{dialogue}: the recording {digest[:8]} is kept as another kind of sound than it is."


def _kind(sound: bytes) -> str:
    try:
        return kind_of(sound)
    except (NoSound, TooLong):
        return ""
