"""Everything that can be done to the schedule. One verb, one function, one transaction."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import text
from sqlmodel import Session

from app.access.pens import PENS
from app.access.viewer import Viewer
from app.dialogues.queries import standing_of
from app.foundation.clock import to_text
from app.foundation.errors import NotAllowed, Refusal
from app.record.facts.sessions import (
    SessionCancelled,
    SessionClosed,
    SessionMoved,
    SessionOpened,
    SessionPlanned,
)
from app.recordkeeping.recording import recording
from app.sessions.queries import schedule
from app.sessions.queries.invitations import unreached_of
from app.sessions.queries.schedule import SessionView, session_view
from app.sessions.rules import schedule as rules
from app.sessions.rules.schedule import Wish


@dataclass(frozen=True, slots=True)
class Against:
    """What stands against a time: refusals in order, and short notice, which only asks for a tick."""

    refusals: tuple[Refusal, ...]
    notice: rules.NoticeShort | None


def look_for_clashes(
    db: Session, dialogue: str, wish: Wish, now: datetime, *, by: Viewer, moving: SessionView | None = None
) -> Against:
    """What stands against a time and place; the same list while choosing and when saving. Reads only.

    Raises NotAllowed for whoever plans no sessions: it tells when people are elsewhere.
    """
    if not by.roles & PENS[SessionPlanned]:
        raise NotAllowed
    limits = schedule.limits_of(db, dialogue)
    found = rules.against(
        wish,
        now=now,
        limits=limits,
        rooms={room.id: room.name for room in schedule.rooms(db)},
        busy=schedule.busy_since(db, now, moving.id if moving else ""),
        persons={one.id: one.name for one in schedule.needed_of(db, dialogue)},
    )
    unreached = unreached_of(db, dialogue, moving)
    return Against(tuple(found), rules.notice_against(wish, now=now, limits=limits, unreached=unreached))


def plan_session(
    db: Session, dialogue: str, wish: Wish, *, all_the_same: bool, by: Viewer, at: datetime, once: str
) -> str:
    """Plan a session. Returns its id."""
    with recording(db, dialogue, by=by, at=at, once=once) as record:
        _hold_the_schedule(db)
        standing_of(db, dialogue).ensure_open()
        found = look_for_clashes(db, dialogue, wish, at, by=by)
        rules.ensure_time_is_free(found.refusals, found.notice, all_the_same=all_the_same)
        session = record.new_id()
        number = schedule.count_sessions(db, dialogue) + 1
        record.append(SessionPlanned(session, number, to_text(wish.starts), to_text(wish.ends), wish.room))
        record.result = session
    return session


def move_session(
    db: Session,
    dialogue: str,
    session: str,
    wish: Wish,
    reason: str,
    *,
    all_the_same: bool,
    by: Viewer,
    at: datetime,
    once: str,
) -> str:
    """Give a planned session another time or place, with the reason. Returns its id."""
    with recording(db, dialogue, by=by, at=at, once=once) as record:
        _hold_the_schedule(db)
        standing_of(db, dialogue).ensure_open()
        view = session_view(db, dialogue, session)
        rules.ensure_ahead(status=view.status)
        found = look_for_clashes(db, dialogue, wish, at, by=by, moving=view)
        rules.ensure_time_is_free(found.refusals, found.notice, all_the_same=all_the_same)
        record.append(
            SessionMoved(session, to_text(wish.starts), to_text(wish.ends), wish.room), words=reason
        )
        record.result = session
    return session


def cancel_session(
    db: Session, dialogue: str, session: str, reason: str, *, by: Viewer, at: datetime, once: str
) -> str:
    """Say that a session will not be held, with the reason. Returns its id."""
    with recording(db, dialogue, by=by, at=at, once=once) as record:
        view = session_view(db, dialogue, session)
        rules.ensure_ahead(status=view.status)
        record.append(SessionCancelled(session), words=reason)
        record.result = session
    return session


def open_session(db: Session, dialogue: str, session: str, *, by: Viewer, at: datetime, once: str) -> str:
    """Begin a session. Returns its id."""
    with recording(db, dialogue, by=by, at=at, once=once) as record:
        standing_of(db, dialogue).ensure_open()
        view = session_view(db, dialogue, session)
        other = schedule.open_session(db, dialogue)
        rules.ensure_may_open(
            status=view.status,
            starts=view.starts,
            now=record.at,
            open_number=other.number if other else None,
        )
        record.append(SessionOpened(session))
        record.result = session
    return session


def close_session(db: Session, dialogue: str, session: str, *, by: Viewer, at: datetime, once: str) -> str:
    """End a session; late is written, never refused. Returns its id."""
    with recording(db, dialogue, by=by, at=at, once=once) as record:
        rules.ensure_may_close(status=session_view(db, dialogue, session).status)
        record.append(SessionClosed(session))
        record.result = session
    return session


def _hold_the_schedule(db: Session) -> None:
    """Rooms and persons are shared by all tables: one at a time. SQLite's writers wait for each other anyway."""
    if db.connection().dialect.name == "postgresql":
        db.execute(text("SELECT pg_advisory_xact_lock(hashtextextended('schedule', 0))"))
