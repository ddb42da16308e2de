"""What waits for staff about a peace table as a whole: its numbers, and its closing when a side has left."""

from datetime import datetime

from sqlmodel import Session

from app.access.viewer import Viewer
from app.dialogues.queries import standing_of, thresholds_of
from app.foundation.roles import Role
from app.web.i18n import gettext as _
from app.web.waits import Wait


def waits_for(db: Session, dialogue: str, viewer: Viewer, now: datetime) -> list[Wait]:
    """The numbers while they are open; the closing statement once a side has left."""
    if not viewer.holds(Role.FACILITATOR, Role.MEDIATOR):
        return []
    if standing_of(db, dialogue).side_left:
        return [Wait(_("Write the closing"), f"/dialogues/{dialogue}/sheets/closing", now)]
    if thresholds_of(db, dialogue) is None:
        return [Wait(_("Fix the numbers of this table"), f"/dialogues/{dialogue}/thresholds", now)]
    return []
