"""What waits around a sitting: its sheet for staff, its minutes for each side."""

from datetime import datetime

from sqlmodel import Session

from app.access.viewer import Viewer
from app.foundation.roles import Role
from app.record.facts.sittings import SittingNoted
from app.recordkeeping.reading import entries_of
from app.safeguards.queries.minutes import minutes_of
from app.sessions.queries.schedule import sessions_at_hand
from app.web.i18n import gettext as _
from app.web.waits import Wait
from app.web.words import digits


def waits_for(db: Session, dialogue: str, viewer: Viewer, now: datetime) -> list[Wait]:
    """For staff: sheets of sessions that were held. For a side: minutes that it has not answered yet."""
    if viewer.holds(Role.FACILITATOR, Role.MEDIATOR):
        return [wait for wait in _sheets(db, dialogue, now) if wait.since <= now]
    return _minutes(db, dialogue, viewer.side, now) if viewer.holds(Role.DELEGATE) else []


def _sheets(db: Session, dialogue: str, now: datetime) -> list[Wait]:
    return [
        Wait(
            _("Fill in the sheet of session %(number)s") % {"number": digits(view.number)},
            f"/dialogues/{dialogue}/sheets/sittings/{view.id}",
            view.starts,
        )
        for view in sessions_at_hand(db, dialogue, now)
        if view.status in ("open", "closed")
        and not any(isinstance(one.fact, SittingNoted) for one in entries_of(db, dialogue, [view.id]))
    ]


def _minutes(db: Session, dialogue: str, side: str, now: datetime) -> list[Wait]:
    found = []
    for view in sessions_at_hand(db, dialogue, now):
        if view.status == "planned":
            continue
        minutes = minutes_of(db, dialogue, view.id)
        if minutes.written is not None and not minutes.standing_of(side):
            said = _("Read the minutes of session %(number)s and say whether they are right")
            page = f"/dialogues/{dialogue}/sheets/minutes/{view.id}"
            found.append(Wait(said % {"number": digits(view.number)}, page, minutes.written))
    return found
