"""What waits for a person about sessions: invitations to answer, letters to deliver, a session to open or close."""

from datetime import datetime

from sqlmodel import Session

from app.access.viewer import Viewer
from app.dialogues.lifecycle import Stage
from app.dialogues.queries import dialogue_row, standing_of
from app.foundation.roles import Role
from app.parties.queries import sides_of
from app.sessions.agenda_waits import agenda_waits
from app.sessions.queries.invitations import invited_people, last_change, own_answer, unreached_of
from app.sessions.queries.schedule import SessionView, sessions_at_hand, sessions_of
from app.sessions.rules.schedule import EARLY
from app.web.i18n import gettext as _
from app.web.waits import Wait
from app.web.words import day_time, digits


def waits_for(db: Session, dialogue: str, viewer: Viewer, now: datetime) -> list[Wait]:
    """Everything about sessions and agendas that this person can do now."""
    if standing_of(db, dialogue).side_left:
        return _after_leaving(db, dialogue, viewer, now)
    return [*schedule_waits(db, dialogue, viewer, now), *agenda_waits(db, dialogue, viewer, now)]


def _after_leaving(db: Session, dialogue: str, viewer: Viewer, now: datetime) -> list[Wait]:
    """A side has left: nobody is asked to come any more; staff cancels what is still planned."""
    if dialogue_row(db, dialogue).ended or not viewer.holds(Role.FACILITATOR, Role.MEDIATOR):
        return []
    return [
        Wait(
            _("Cancel session %(number)s: a side has left") % {"number": digits(view.number)},
            f"/dialogues/{dialogue}/sessions/{view.id}/cancel",
            now,
            day_time(view.starts),
        )
        for view in sessions_of(db, dialogue)
        if view.status == "planned"
    ]


def schedule_waits(db: Session, dialogue: str, viewer: Viewer, now: datetime) -> list[Wait]:
    """Invitations, deliveries, and a session whose time has come or that is still open."""
    if dialogue_row(db, dialogue).ended:
        return []
    is_staff = viewer.holds(Role.FACILITATOR, Role.MEDIATOR)
    is_invited = any(one.id == viewer.person for one in invited_people(db, dialogue))
    waits: list[Wait] = []
    views = sessions_at_hand(db, dialogue, now)
    if is_staff and _may_plan(db, dialogue) and not any(view.status in ("planned", "open") for view in views):
        said = _("Plan the next session") if views else _("Plan the first session")
        waits.append(Wait(said, f"/dialogues/{dialogue}/sessions/new", now))
    for view in views:
        page = f"/dialogues/{dialogue}/sessions/{view.id}"
        when = day_time(view.starts)
        number = digits(view.number)
        ahead = view.status == "planned" and now < view.ends
        if ahead and is_invited and not own_answer(db, dialogue, view.id, viewer):
            waits.append(Wait(_("Say whether you come"), page, _since(db, dialogue, view), when))
        if ahead and is_staff and unreached_of(db, dialogue, view):
            said = _("Deliver the invitations to session %(number)s") % {"number": number}
            waits.append(Wait(said, f"{page}/invitations", _since(db, dialogue, view), when))
        if viewer.holds(Role.FACILITATOR, Role.MEDIATOR, Role.CHAIR):
            if ahead and now >= view.starts - EARLY:
                waits.append(
                    Wait(_("Open session %(number)s") % {"number": number}, page, view.starts - EARLY, when)
                )
            if view.status == "open":
                waits.append(Wait(_("Close session %(number)s") % {"number": number}, page, view.ends, when))
    return waits


def _may_plan(db: Session, dialogue: str) -> bool:
    """Talks go on, the numbers are fixed and there are sides to invite; after all have signed nobody need meet."""
    standing, row = standing_of(db, dialogue), dialogue_row(db, dialogue)
    goes_on = not (standing.paused or standing.side_left) and row.stage < Stage.MAY_WITHDRAW
    return goes_on and row.frozen and len(sides_of(db, dialogue)) > 1


def _since(db: Session, dialogue: str, view: SessionView) -> datetime:
    return last_change(db, dialogue, view.id)
