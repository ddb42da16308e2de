"""What waits for a person about who is at the table."""

from datetime import datetime

from sqlmodel import Session

from app.access.viewer import Viewer
from app.foundation.roles import Role
from app.parties.queries import SideView, declined_of, people_of, sides_of
from app.web.i18n import gettext as _
from app.web.seat_words import seat_word
from app.web.waits import Wait

STAFF = (Role.FACILITATOR, Role.MEDIATOR)
NEEDED = (Role.CHAIR, Role.WITNESS, Role.MONITOR)
"""The seats without which a table cannot reach a signature and a release."""


def waits_for(db: Session, dialogue: str, viewer: Viewer, now: datetime) -> list[Wait]:
    """Consent to take part, where this person decides and has not been asked; for staff, who is still missing."""
    people = people_of(db, dialogue)
    waits = []
    me = next((person for person in people if person.id == viewer.person and person.because), None)
    declined = (
        declined_of(db, dialogue) if any(one.because and not one.taking_part for one in people) else set()
    )
    if me is not None and not me.taking_part and me.id not in declined:
        waits.append(Wait(_("Say whether you take part"), f"/dialogues/{dialogue}/taking-part", now))
    if viewer.holds(*STAFF) and not any(side.left for side in sides_of(db, dialogue)):
        held = {role for person in people for role in person.roles}
        place = f"/dialogues/{dialogue}/people"
        waits += _missing(sides_of(db, dialogue), held, place, now)
        asked = [one.name for one in people if one.because and not one.taking_part and one.id not in declined]
        if asked:
            said = _("Ask those who decide whether they take part")
            waits.append(Wait(said, place, now, ", ".join(asked)))
    return waits


def _missing(sides: list[SideView], held: set[Role], place: str, now: datetime) -> list[Wait]:
    """What staff still has to enter about people, in the order in which it is entered."""
    waits = []
    if len(sides) < 2:
        waits.append(Wait(_("Name the sides, at least two"), f"{place}#add-side", now))
    empty = [seat_word(role) for role in NEEDED if role not in held]
    if empty:
        waits.append(Wait(_("Give the empty seats"), f"{place}#add-person", now, ", ".join(empty)))
    for side in sides:
        if not side.deciders:
            said = _("Name those who decide for %(side)s") % {"side": side.name}
            waits.append(Wait(said, f"{place}#add-person", now))
        elif side.deciders_closed < 0:
            said = _("Say that the list of %(side)s is complete") % {"side": side.name}
            waits.append(Wait(said, f"{place}#side-{side.id}", now))
    return waits
