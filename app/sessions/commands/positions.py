"""A side says what it wants, in its own words, and alone decides who reads it (settled.md 6)."""

from datetime import datetime

from sqlmodel import Session

from app.access.reading import TABLE
from app.access.viewer import Viewer
from app.dialogues.queries import standing_of
from app.foundation.errors import NotAllowed, NotFound
from app.foundation.roles import Role
from app.record.facts.sessions import PositionStated
from app.recordkeeping.recording import OpenRecord, recording
from app.sessions.rules import positions as rules
from app.sessions.tables import Position


def state_position(
    db: Session,
    dialogue: str,
    item: str,
    words: str,
    audience: str,
    *,
    by: Viewer,
    at: datetime,
    once: str,
) -> str:
    """State a position for one's own side, for that side only or for the table. Returns its id."""
    with recording(db, dialogue, by=by, at=at, once=once) as record:
        if not by.side or not by.holds(Role.DELEGATE):
            raise NotAllowed
        _ensure_open(db, dialogue, audience)
        record.result = record.new_id()
        _append(record, record.result, 1, item, words, audience)
    return record.result


def restate_position(
    db: Session,
    dialogue: str,
    position: str,
    read: str,
    item: str,
    words: str,
    audience: str,
    *,
    by: Viewer,
    at: datetime,
    once: str,
) -> str:
    """Say it anew; every version stays, for those who could read it."""
    with recording(db, dialogue, by=by, at=at, once=once) as record:
        row = _own(db, dialogue, position, by)
        _ensure_open(db, dialogue, audience)
        rules.ensure_newest(read=read, newest=row.version)
        if (row.item, row.words, row.audience == TABLE) == (item, words, audience == TABLE):
            raise rules.SameWords
        _append(record, position, row.version + 1, item, words, audience)
        record.result = position
    return position


def table_position(
    db: Session, dialogue: str, position: str, read: str, *, by: Viewer, at: datetime, once: str
) -> str:
    """Move the newest words to the table: an act of the owner alone."""
    with recording(db, dialogue, by=by, at=at, once=once) as record:
        row = _own(db, dialogue, position, by)
        _ensure_open(db, dialogue, TABLE)
        rules.ensure_newest(read=read, newest=row.version)
        if row.audience == TABLE:
            raise rules.OnTableAlready
        _append(record, position, row.version + 1, row.item, row.words, TABLE)
        record.result = position
    return position


def _own(db: Session, dialogue: str, position: str, by: Viewer) -> Position:
    row = db.get(Position, (dialogue, position))
    if row is None:
        raise NotFound
    rules.ensure_own(side=row.side, own=by.side)
    return row


def _ensure_open(db: Session, dialogue: str, audience: str) -> None:
    """A pause closes tabling (settled.md 1); one's own side may write on."""
    standing = standing_of(db, dialogue)
    if audience == TABLE:
        standing.ensure_talks_go_on()
    else:
        standing.ensure_open()


def _append(record: OpenRecord, position: str, version: int, item: str, words: str, audience: str) -> None:
    kept = record.keep_body({"item": item, "words": words})
    record.append(PositionStated(position, record.by.side, version, kept, audience))
