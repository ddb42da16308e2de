"""What waits for a witness: cards at an open table, a text to be read aloud, rooms and copies of a signing."""

from datetime import datetime

from sqlmodel import Session, select

from app.access.viewer import Viewer
from app.agreements.queries.offers import offers_of
from app.agreements.tables import Agreement
from app.foundation.clock import from_text
from app.foundation.roles import Role
from app.safeguards.queries.readings import unread
from app.safeguards.queries.signing import signing_view
from app.sessions.queries.schedule import open_session
from app.web.i18n import gettext as _
from app.web.waits import Wait
from app.web.words import digits


def waits_for(db: Session, dialogue: str, viewer: Viewer, _now: datetime) -> list[Wait]:
    """For the witness alone, while a session is open; the last offer only, since cards are laid for that one."""
    view = open_session(db, dialogue) if viewer.holds(Role.WITNESS) else None
    if view is None:
        return []
    home, found = f"/dialogues/{dialogue}/sheets", []
    for row in db.exec(
        select(Agreement).where(Agreement.dialogue == dialogue, Agreement.status != "released")
    ):
        since, what = from_text(row.fixed_at), {"code": row.code}
        if unread(db, dialogue, row.agreement):
            said = _("Note how text %(code)s was read aloud") % what
            found.append(Wait(said, f"{home}/readings/{row.agreement}", since))
        if signing_view(db, dialogue, row.agreement).rooms:
            said = _("Note who was in the room when text %(code)s was signed") % what
            found.append(Wait(said, f"{home}/signing/{row.agreement}", since))
    offers = [one for one in offers_of(db, dialogue, viewer) if not one.is_withdrawn]
    if offers and not found:
        said = _("If somebody lays a card: enter it for offer %(number)s")
        page = f"{home}/cards/{offers[-1].id}"
        found.append(Wait(said % {"number": digits(offers[-1].number)}, page, offers[-1].tabled_at))
    return found
