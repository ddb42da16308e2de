"""What waits before people talk: one's own ties, a visit to each side, marks to witness, private talks."""

from datetime import datetime

from sqlmodel import Session, select

from app.access.viewer import Viewer
from app.agreements.tables import Agreement
from app.foundation.roles import Role
from app.parties.queries import deciders_of, mandates_of, sides_of
from app.safeguards.queries.preparation import CONFIRMATION, SCREENING, Preparation, preparation_of
from app.sessions.queries.schedule import sessions_at_hand
from app.voluntariness.neutrals import NEUTRAL
from app.web.i18n import gettext as _
from app.web.waits import Wait

MONITORS = (Role.MONITOR, Role.SAFEGUARD_OFFICER)


def waits_for(db: Session, dialogue: str, viewer: Viewer, now: datetime) -> list[Wait]:
    """For those who belong to no side; once both sides are named, so that there is somebody to have ties to."""
    sides = sides_of(db, dialogue)
    if not viewer.roles & NEUTRAL or len(sides) < 2 or not deciders_of(db, dialogue):
        return []
    known, home = preparation_of(db, dialogue), f"/dialogues/{dialogue}"
    found = []
    if viewer.person not in known.ties():
        found.append(Wait(_("Say which ties you have to the sides"), f"{home}/sheets/ties", now))
    if viewer.holds(Role.WITNESS):
        found += [
            Wait(_("See the marks under a mandate"), f"{home}/mandates/{row.mandate}", now)
            for row in mandates_of(db, dialogue)
            if not row.witnessed and not row.ended
        ]
    if viewer.holds(Role.FACILITATOR, Role.WITNESS):
        found += [
            Wait(_("Visit %(side)s") % {"side": side.name}, f"{home}/sheets/visits/{side.id}", now)
            for side in sides
            if not known.standstill(side.id)
        ]
    if viewer.holds(Role.FACILITATOR, Role.MEDIATOR, Role.WITNESS):
        found += [
            Wait(_("Ask whether what was changed was put right"), f"{home}/sheets/standstill", entry.when)
            for entry, _fact in known.open_breaches()[:1]
        ]
    if viewer.holds(*MONITORS):
        found += _talks(db, dialogue, known, home, now)
    return found


def _talks(db: Session, dialogue: str, known: Preparation, home: str, now: datetime) -> list[Wait]:
    """Talks before the first session, once one is planned; talks after signing, with all deciders alike."""
    everyone = {person.id for person in deciders_of(db, dialogue)}
    views = sessions_at_hand(db, dialogue, now)
    begun = any(view.status in ("open", "closed") for view in views)
    if views and not begun and everyone - known.talked(SCREENING):
        return [Wait(_("Talk with each person alone, before the first session"), f"{home}/sheets/talks", now)]
    rows = db.exec(select(Agreement).where(Agreement.dialogue == dialogue)).all()
    if any(row.status == "signed" for row in rows) and everyone - known.talked(CONFIRMATION):
        return [Wait(_("Talk with each person alone, after signing"), f"{home}/sheets/talks", now)]
    return []
