"""What facts about the schedule do to the row of a session."""

from sqlmodel import Session

from app.dialogues.lifecycle import Stage, move_to
from app.dialogues.tables import Dialogue
from app.record.facts import sessions
from app.recordkeeping.projections import Opened, projects
from app.sessions.tables import Meeting

PLANNED, OPEN, CLOSED, CANCELLED = "planned", "open", "closed", "cancelled"


@projects(sessions.SessionPlanned)
def _planned(db: Session, fact: sessions.SessionPlanned, opened: Opened) -> None:
    db.add(
        Meeting(
            dialogue=opened.dialogue,
            session=fact.session,
            number=fact.number,
            starts=fact.starts,
            ends=fact.ends,
            room=fact.room,
            status=PLANNED,
            sequence=0,
            agenda="",
            agenda_number=0,
            in_review="",
            approved="",
        )
    )


@projects(sessions.SessionMoved)
def _moved(db: Session, fact: sessions.SessionMoved, opened: Opened) -> None:
    row = meeting_row(db, opened.dialogue, fact.session)
    row.starts, row.ends, row.room = fact.starts, fact.ends, fact.room
    row.sequence += 1


@projects(sessions.SessionCancelled)
def _cancelled(db: Session, fact: sessions.SessionCancelled, opened: Opened) -> None:
    row = meeting_row(db, opened.dialogue, fact.session)
    row.status = CANCELLED
    row.sequence += 1


@projects(sessions.SessionOpened)
def _opened(db: Session, fact: sessions.SessionOpened, opened: Opened) -> None:
    meeting_row(db, opened.dialogue, fact.session).status = OPEN
    row = db.get(Dialogue, opened.dialogue)
    if row is not None and row.stage == Stage.PREPARE:
        move_to(db, opened.dialogue, Stage.TALK)


@projects(sessions.SessionClosed)
def _closed(db: Session, fact: sessions.SessionClosed, opened: Opened) -> None:
    meeting_row(db, opened.dialogue, fact.session).status = CLOSED


def meeting_row(db: Session, dialogue: str, session: str) -> Meeting:
    """The row of a session that the record has planned; for projections."""
    row = db.get(Meeting, (dialogue, session))
    assert row is not None, "a session begins with SessionPlanned"
    return row
