"""What a chair's review does to the row of its session. Silence does nothing: no entry, no projection."""

from sqlmodel import Session

from app.record.facts import sessions
from app.recordkeeping.projections import Opened, projects
from app.sessions.tables import Meeting

APPROVING = frozenset({"approved", "approved_with_suggestions"})
"""Outcomes after which the version stands approved."""


@projects(sessions.AgendaReviewed)
def _reviewed(db: Session, fact: sessions.AgendaReviewed, opened: Opened) -> None:
    row = db.get(Meeting, (opened.dialogue, fact.session))
    assert row is not None, "a session is planned before its agenda is reviewed"
    if row.in_review == fact.agenda:
        row.in_review = ""
    if fact.outcome in APPROVING:
        row.approved = fact.agenda
    elif row.approved == fact.agenda:
        row.approved = ""
