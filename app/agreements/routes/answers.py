"""The four answers: looked at on a check page, confirmed, and a receipt. No choice stands in any address."""

from typing import Annotated, Any

from fastapi import APIRouter, Request
from sqlmodel import Session
from starlette.responses import Response

from app.agreements.commands import answers as commands
from app.agreements.forms.answers import AnswerForm, CheckForm
from app.agreements.queries.answers import own_answer
from app.agreements.queries.laid import laid_by
from app.agreements.queries.looks import look_at
from app.agreements.queries.offers import offer_view
from app.agreements.routes.offer_page import closed_answers, deciders_beside, decides, offer_page
from app.agreements.rules import answers as rules
from app.dialogues.forms import PlainForm
from app.dialogues.queries import standing_of
from app.foundation.errors import NotFound, Refusal
from app.web.acting import act
from app.web.dependencies import Db, Now, Seat
from app.web.forms import Filled, filled
from app.web.frame import Seated
from app.web.problems import status_of
from app.web.rendering import show

router = APIRouter(prefix="/dialogues/{dialogue}/offers/{offer}")


def _check(request: Request, db: Session, seat: Seated, offer: str, choice: str) -> Response:
    """What follows, who will learn what, and one button: of the same length whatever was chosen."""
    return show(
        request,
        "agreements/answer_check.html",
        form=Filled[AnswerForm](),
        offer=offer_view(db, seat.dialogue, offer, seat.viewer),
        choice=choice,
        beside=deciders_beside(db, seat),
    )


@router.post("/answer-checks", name="check_answer")
def check_answer(
    request: Request, db: Db, seat: Seat, offer: str, form: Annotated[Filled[CheckForm], filled(CheckForm)]
) -> Response:
    """Look at an answer before it counts. Writes nothing."""
    view = offer_view(db, seat.dialogue, offer, seat.viewer)
    if form.value is None:
        return offer_page(request, db, seat, offer, form, 422)
    try:
        rules.ensure_decides(decides=decides(db, seat))
        standing = standing_of(db, seat.dialogue)
        look = look_at(db, seat.dialogue, offer)
        if form.value.answer in closed_answers(standing, view, look)[0]:
            standing.ensure_talks_go_on()
            rules.ensure_stands(withdrawn=view.is_withdrawn)
            rules.ensure_looked(waits=look.waits, trades_liberty=look.trades_liberty)
    except Refusal as refusal:
        return offer_page(request, db, seat, offer, form.refused(refusal), status_of(refusal))
    return _check(request, db, seat, offer, form.value.answer)


@router.post("/answers", name="give_answer")
def give_answer(
    request: Request,
    db: Db,
    seat: Seat,
    now: Now,
    offer: str,
    form: Annotated[Filled[AnswerForm], filled(AnswerForm)],
) -> Response:
    """Confirm an answer."""
    return act(
        form,
        show=lambda form, status: offer_page(request, db, seat, offer, form, status),
        do=lambda typed: commands.give_answer(
            db,
            seat.dialogue,
            offer,
            typed.choice,
            typed.version,
            by=seat.viewer,
            at=now,
            once=typed.once,
        ),
        go_to=lambda _: f"/dialogues/{seat.dialogue}/offers/{offer}/answers/mine",
    )


def _mine(
    request: Request, db: Session, seat: Seated, offer: str, form: Filled[Any], status: int = 200
) -> Response:
    view = offer_view(db, seat.dialogue, offer, seat.viewer)
    if not decides(db, seat):
        raise NotFound
    said = own_answer(db, seat.dialogue, offer, seat.viewer.person)
    laid = laid_by(db, seat.dialogue, offer, seat.viewer.person)
    return show(
        request, "agreements/my_answer.html", status=status, form=form, offer=view, said=said, laid=laid
    )


@router.get("/answers/mine", name="show_my_answer")
def show_my_answer(request: Request, db: Db, seat: Seat, offer: str) -> Response:
    """What I said last, and the ways to say something else. Nobody else can open it for me."""
    return _mine(request, db, seat, offer, Filled())


@router.post("/answers/withdrawals", name="withdraw_answer")
def withdraw_answer(
    request: Request, db: Db, seat: Seat, offer: str, form: Annotated[Filled[PlainForm], filled(PlainForm)]
) -> Response:
    """Look at taking back a yes; the next tap confirms it by `give_answer`. Writes nothing itself."""
    if form.value is None or not decides(db, seat):
        return _mine(request, db, seat, offer, form, 422)
    return _check(request, db, seat, offer, rules.REVOKE)
