"""What waits for a person about who is at the table."""

from datetime import datetime

from sqlmodel import Session

from app.access.viewer import Viewer
from app.parties.queries import deciders_of
from app.web.i18n import gettext as _
from app.web.waits import Wait


def waits_for(db: Session, dialogue: str, viewer: Viewer, now: datetime) -> list[Wait]:
    """Consent to take part, where this person decides and has not been asked."""
    me = next((person for person in deciders_of(db, dialogue) if person.id == viewer.person), None)
    if me is None or me.taking_part:
        return []
    return [Wait(_("Say whether you take part"), f"/dialogues/{dialogue}/taking-part", now)]
