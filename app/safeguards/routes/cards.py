"""Cards on the table: four pictures to cut out, the witness's two taps, and the slip the person takes home."""

from typing import Annotated

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.agreements.queries.looks import look_at
from app.agreements.queries.offers import offer_view
from app.agreements.routes.offer_page import closed_answers
from app.dialogues.queries import standing_of, thresholds_of
from app.foundation.clock import local
from app.foundation.errors import NotAllowed, Refusal
from app.foundation.roles import Role
from app.parties.queries import deciders_of
from app.safeguards.commands import cards as commands
from app.safeguards.forms.cards import CardForm, WitnessForm
from app.safeguards.queries.cards import slip_of
from app.web.acting import act
from app.web.dependencies import Db, Now, Seat
from app.web.forms import Filled, filled
from app.web.frame import Seated
from app.web.problems import status_of
from app.web.rendering import show

router = APIRouter(prefix="/dialogues/{dialogue}/sheets/cards/{offer}")
Card = Annotated[Filled[CardForm], filled(CardForm)]
Witnessed = Annotated[Filled[WitnessForm], filled(WitnessForm)]


def _cards(
    request: Request,
    db: Db,
    seat: Seated,
    offer: str,
    form: Filled[CardForm] | Filled[WitnessForm],
    status: int = 200,
) -> Response:
    may_save = seat.viewer.holds(Role.WITNESS)
    if not may_save and not seat.viewer.holds(Role.FACILITATOR, Role.MEDIATOR):
        raise NotAllowed
    view = offer_view(db, seat.dialogue, offer, seat.viewer)
    closed, why = closed_answers(standing_of(db, seat.dialogue), view, look_at(db, seat.dialogue, offer))
    frozen = thresholds_of(db, seat.dialogue)
    return show(
        request,
        "safeguards/cards.html",
        status=status,
        form=form,
        offer=view,
        order=frozen.answer_order if frozen else (),
        closed=closed,
        why=why,
        people=[(one.id, one.name) for one in deciders_of(db, seat.dialogue)],
        may_save=may_save,
    )


@router.get("", name="show_cards")
def show_cards(request: Request, db: Db, seat: Seat, offer: str) -> Response:
    """The four cards, and the form of the witness."""
    return _cards(request, db, seat, offer, Filled())


@router.post("/checks", name="check_card")
def check_card(request: Request, db: Db, seat: Seat, now: Now, offer: str, form: Card) -> Response:
    """Look at the card together before it counts. Writes nothing."""
    if not seat.viewer.holds(Role.WITNESS):
        raise NotAllowed
    if form.value is None:
        return _cards(request, db, seat, offer, form, 422)
    typed, today = form.value, local(now).date()
    try:
        commands.ensure_may_count(db, seat.dialogue, offer, typed.person, typed.answer, on=today)
    except Refusal as refusal:
        return _cards(request, db, seat, offer, form.refused(refusal), status_of(refusal))
    names = {one.id: one.name for one in deciders_of(db, seat.dialogue)}
    return show(
        request,
        "safeguards/card_check.html",
        form=Filled[WitnessForm](),
        offer=offer_view(db, seat.dialogue, offer, seat.viewer),
        person=typed.person,
        name=names[typed.person],
        choice=typed.answer,
    )


@router.post("", name="witness_answer")
def witness_answer(request: Request, db: Db, seat: Seat, now: Now, offer: str, form: Witnessed) -> Response:
    """The witness confirms by own hand."""
    return act(
        form,
        show=lambda form, status: _cards(request, db, seat, offer, form, status),
        do=lambda typed: commands.witness_answer(
            db,
            seat.dialogue,
            offer,
            typed.person,
            typed.choice,
            typed.version,
            by=seat.viewer,
            at=now,
            once=typed.once,
        ),
        go_to=lambda person: f"/dialogues/{seat.dialogue}/sheets/cards/{offer}/slips/{person}",
    )


@router.get("/slips/{person}", name="show_slip")
def show_slip(request: Request, db: Db, seat: Seat, now: Now, offer: str, person: str) -> Response:
    """The slip: a code and until when at least, never the answer."""
    if not seat.viewer.holds(Role.WITNESS):
        raise NotAllowed
    return show(
        request,
        "safeguards/slip.html",
        offer=offer_view(db, seat.dialogue, offer, seat.viewer),
        slip=slip_of(db, seat.dialogue, offer, person, now),
    )
