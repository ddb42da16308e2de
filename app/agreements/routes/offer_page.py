"""The page of one offer, drawn for whoever sits at the table; shown again when something on it is refused."""

from collections.abc import Mapping
from typing import Any

from fastapi import Request
from sqlmodel import Session
from starlette.responses import Response

from app.agreements.queries.if_no import if_no_of
from app.agreements.queries.looks import Look, look_at
from app.agreements.queries.offers import OfferView, offer_view
from app.agreements.queries.recordings import recordings_of
from app.agreements.rules.answers import ACCEPT, WAIT_IN_A_PAUSE
from app.dialogues.queries import Standing, standing_of, thresholds_of
from app.foundation.roles import Role
from app.parties.queries import deciders_of, sides_of
from app.web.copies import copy_foot
from app.web.forms import Filled
from app.web.frame import Seated
from app.web.i18n import gettext as _
from app.web.rendering import show


def closed_answers(standing: Standing, offer: OfferView, look: Look) -> tuple[Mapping[str, str], str]:
    """Which answers are closed now, and the words that stand in their boxes instead."""
    if offer.is_withdrawn:
        return dict.fromkeys(WAIT_IN_A_PAUSE, ""), _("Not possible, the offer was withdrawn")
    if standing.ended or standing.side_left:
        return dict.fromkeys(WAIT_IN_A_PAUSE, ""), _("Not possible, the talks have stopped")
    if standing.paused:
        return dict.fromkeys(WAIT_IN_A_PAUSE, ""), ""
    if look.trades_liberty:
        return {ACCEPT: ""}, _("Not possible, nobody's freedom is given for a yes")
    return ({ACCEPT: ""}, _("Not possible before the monitor has looked")) if look.waits else ({}, "")


def decides(db: Session, seat: Seated) -> bool:
    """Is this person's own yes needed?"""
    return any(person.id == seat.viewer.person for person in deciders_of(db, seat.dialogue))


def deciders_beside(db: Session, seat: Seated) -> int:
    """How many people decide on this person's side, themselves included."""
    sides = sides_of(db, seat.dialogue)
    return next((len(side.deciders) for side in sides if side.id == seat.viewer.side), 0)


def offer_page(
    request: Request, db: Session, seat: Seated, offer: str, form: Filled[Any], status: int = 200
) -> Response:
    """One offer as this person may see it. Raises NotFound."""
    view = offer_view(db, seat.dialogue, offer, seat.viewer)
    standing = standing_of(db, seat.dialogue)
    frozen = thresholds_of(db, seat.dialogue)
    look = look_at(db, seat.dialogue, offer)
    closed, why = closed_answers(standing, view, look)
    return show(
        request,
        "agreements/offer.html",
        status=status,
        with_path=True,
        form=form,
        offer=view,
        if_no=if_no_of(db, seat.dialogue),
        order=frozen.answer_order if frozen else (),
        look=look,
        may_look=seat.viewer.holds(Role.MONITOR, Role.SAFEGUARD_OFFICER),
        closed=closed,
        why=why,
        answers_here=decides(db, seat),
        beside=deciders_beside(db, seat),
        deciders=[person.name for person in deciders_of(db, seat.dialogue)],
        may_counter=seat.viewer.is_party and not standing.ended,
        may_withdraw=view.is_own and not view.is_withdrawn and not standing.ended,
        foot=copy_foot(request, db, seat.dialogue, view.terms, view.id),
        recordings=recordings_of(db, seat.dialogue, view.id, view.terms),
        may_record=seat.viewer.holds(Role.FACILITATOR, Role.MEDIATOR),
        may_witness=seat.viewer.holds(Role.WITNESS),
        may_write_text=view.is_accepted and seat.viewer.holds(Role.FACILITATOR, Role.MEDIATOR),
    )
