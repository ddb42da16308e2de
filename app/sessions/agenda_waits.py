"""What waits for a person about agendas: a chair's review, a facilitator's sending and answering."""

from datetime import datetime

from sqlmodel import Session

from app.access.viewer import Viewer
from app.dialogues.queries import standing_of
from app.foundation.roles import Role
from app.sessions.queries.agenda import chairs_of, history_of
from app.sessions.queries.review import suggestions_of
from app.sessions.queries.schedule import SessionView, sessions_at_hand
from app.web.i18n import gettext as _
from app.web.waits import Wait
from app.web.words import day, number

STAFF = (Role.FACILITATOR, Role.MEDIATOR)


def agenda_waits(db: Session, dialogue: str, viewer: Viewer, now: datetime) -> list[Wait]:
    """Reviews for a chair; agendas to write, to send and suggestions to answer for staff. Planned sessions only."""
    if not viewer.holds(Role.CHAIR, *STAFF) or standing_of(db, dialogue).ended:
        return []
    found = []
    for view in sessions_at_hand(db, dialogue, now):
        if view.status == "planned":
            found += (
                _for_chair(db, dialogue, view, viewer)
                if viewer.holds(Role.CHAIR)
                else _for_staff(db, dialogue, view, now)
            )
    return found


def _for_chair(db: Session, dialogue: str, view: SessionView, viewer: Viewer) -> list[Wait]:
    history = history_of(db, dialogue, view.id)
    if not history.sent or history.review_by(viewer.person, history.before_chair):
        return []
    label = _("Review the agenda of session %(number)s") % {"number": number(view.number)}
    url = f"/dialogues/{dialogue}/sessions/{view.id}/agenda-reviews/new"
    return [Wait(label, url, history.sent[-1].at, day(view.starts))]


def _for_staff(db: Session, dialogue: str, view: SessionView, now: datetime) -> list[Wait]:
    history = history_of(db, dialogue, view.id)
    url = f"/dialogues/{dialogue}/sessions/{view.id}/preparation"
    named = {"number": number(view.number)}
    if history.newest is None:
        return [Wait(_("Write the agenda of session %(number)s") % named, url, now, day(view.starts))]
    found = []
    unanswered = [one for one in suggestions_of(db, dialogue, history) if one.taken is None]
    if unanswered:
        label = _("Answer the chair's suggestions for session %(number)s") % named
        found.append(Wait(label, f"{url}#suggestions", unanswered[0].at, day(view.starts)))
    if chairs_of(db, dialogue) and history.before_chair != history.newest.digest:
        label = _("Send the agenda of session %(number)s to the chair") % named
        found.append(Wait(label, f"{url}#send", history.newest.saved, day(view.starts)))
    if not any(one.digest == history.newest.digest for one in history.deliveries):
        label = _("Bring the agenda of session %(number)s to everybody") % named
        found.append(Wait(label, f"{url}#deliver", history.newest.saved, day(view.starts)))
    return found
