"""What facts about an agenda do to the row of its session."""

from sqlmodel import Session

from app.record.facts import sessions
from app.recordkeeping.projections import Opened, projects
from app.sessions.tables import Meeting


def _meeting(db: Session, opened: Opened, session: str) -> Meeting:
    row = db.get(Meeting, (opened.dialogue, session))
    assert row is not None, "a session is planned before it has an agenda"
    return row


@projects(sessions.AgendaVersioned)
def _versioned(db: Session, fact: sessions.AgendaVersioned, opened: Opened) -> None:
    row = _meeting(db, opened, fact.session)
    row.agenda, row.agenda_number = fact.agenda, fact.number


@projects(sessions.AgendaSentForReview)
def _sent(db: Session, fact: sessions.AgendaSentForReview, opened: Opened) -> None:
    _meeting(db, opened, fact.session).in_review = fact.agenda
