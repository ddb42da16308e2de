"""What waits for a person about offers, "If you say no", texts and signatures."""

from datetime import datetime

from sqlmodel import Session

from app.access.viewer import Viewer
from app.agreements.queries.answers import own_answers
from app.agreements.queries.if_no import CHAIR, if_no_of
from app.agreements.queries.offers import offers_to_answer
from app.agreements.text_waits import text_waits
from app.dialogues.queries import standing_of
from app.foundation.clock import from_text
from app.foundation.roles import Role
from app.parties.queries import deciders_of
from app.web.i18n import gettext as _
from app.web.waits import MOST, Wait
from app.web.words import number

STAFF = (Role.FACILITATOR, Role.MEDIATOR)


def waits_for(db: Session, dialogue: str, viewer: Viewer, now: datetime) -> list[Wait]:
    """What this person can do now, in the order it came."""
    standing = standing_of(db, dialogue)
    if standing.ended or standing.side_left:
        return []
    return [
        *_offers(db, dialogue, viewer),
        *_if_no(db, dialogue, viewer, now),
        *text_waits(db, dialogue, viewer, now),
    ]


def _offers(db: Session, dialogue: str, viewer: Viewer) -> list[Wait]:
    """Offers to answer, for those who decide.

    An offer waits until it is answered, and goes on waiting for whoever asked for more time.
    """
    if not any(person.id == viewer.person for person in deciders_of(db, dialogue)):
        return []
    page = f"/dialogues/{dialogue}/offers"
    still = offers_to_answer(db, dialogue, viewer.side, MOST + 1)
    newest, older = still[:MOST], still[MOST:]
    said = own_answers(db, dialogue, [offer.offer for offer in newest], viewer.person)
    return [
        Wait(
            _("Offer %(number)s waits for your answer") % {"number": number(offer.number)},
            f"{page}/{offer.offer}",
            from_text(offer.tabled_at),
        )
        for offer in newest
        if offer.offer not in said or said[offer.offer].choice == "longer"
    ] + [Wait(_("Older offers are still open"), page, from_text(offer.tabled_at)) for offer in older]


def _if_no(db: Session, dialogue: str, viewer: Viewer, now: datetime) -> list[Wait]:
    """The statement "If you say no", to write for staff, to sign for sides and chair."""
    view, place = if_no_of(db, dialogue), f"/dialogues/{dialogue}/if-you-say-no"
    if view is None:
        waits = viewer.holds(*STAFF)
        return [Wait(_("Write what happens if somebody says no"), place, now)] if waits else []
    signs = viewer.holds(Role.DELEGATE if viewer.side else Role.CHAIR)
    if signs and (viewer.side or CHAIR) in view.missing:
        return [Wait(_("Read and sign “If you say no”"), place, now)]
    return []
