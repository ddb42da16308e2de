"""What waits for a witness: cards at an open table, a text to be read aloud, rooms and copies of a signing."""

from datetime import datetime

from sqlmodel import Session, col, select

from app.access.viewer import Viewer
from app.agreements.lifecycle.offers import WITHDRAWN
from app.agreements.tables import Agreement, Offer
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
    tabled = select(Offer).where(Offer.dialogue == dialogue, Offer.status != WITHDRAWN)
    offer = db.exec(tabled.order_by(col(Offer.number).desc()).limit(1)).first()
    if offer is not None and not found:
        said = _("If somebody lays a card: enter it for offer %(number)s")
        page = f"{home}/cards/{offer.offer}"
        found.append(Wait(said % {"number": digits(offer.number)}, page, from_text(offer.tabled_at)))
    return found
