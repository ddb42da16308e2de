"""The sheet of a signing: who was in the room with each person, and who took a copy."""

from typing import Annotated

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.agreements.queries.texts import agreement_view
from app.foundation.errors import NotAllowed
from app.foundation.roles import Role
from app.safeguards.commands import signing as commands
from app.safeguards.forms.rows import typed_in_rows
from app.safeguards.forms.signing import SigningForm
from app.safeguards.queries.signing import blank_view, signing_view
from app.safeguards.rules.signing import rooms_of
from app.sessions.queries.schedule import open_session
from app.web.acting import act
from app.web.dependencies import Db, Now, Seat
from app.web.forms import Filled, filled
from app.web.frame import Seated
from app.web.rendering import show

router = APIRouter(prefix="/dialogues/{dialogue}/sheets/signing/{agreement}")


def _page(
    request: Request, db: Db, seat: Seated, agreement: str, form: Filled[SigningForm], status: int = 200
) -> Response:
    may_save = seat.viewer.holds(Role.WITNESS)
    if not may_save and not seat.viewer.holds(Role.FACILITATOR, Role.MEDIATOR):
        raise NotAllowed
    return show(
        request,
        "safeguards/signing.html",
        status=status,
        form=form,
        rows=typed_in_rows(form.typed, "told", "own", "other", "officials", "mark"),
        view=agreement_view(db, seat.dialogue, agreement),
        signing=(signing_view if may_save else blank_view)(db, seat.dialogue, agreement),
        may_save=may_save,
        held=open_session(db, seat.dialogue),
    )


@router.get("", name="show_signing_sheet")
def show_signing_sheet(request: Request, db: Db, seat: Seat, agreement: str) -> Response:
    """Who signed, and what is still to be noted."""
    return _page(request, db, seat, agreement, Filled())


@router.post("", name="note_signing")
def note_signing(
    request: Request,
    db: Db,
    seat: Seat,
    now: Now,
    agreement: str,
    form: Annotated[Filled[SigningForm], filled(SigningForm)],
) -> Response:
    """Write down rooms and copies."""

    def do(typed: SigningForm) -> str:
        officials = [one.strip() or typed.officials_all for one in typed.officials]
        numbers = (typed.own, typed.other, officials)
        return commands.note_signing(
            db,
            seat.dialogue,
            agreement,
            rooms_of(typed.told, numbers, typed.support, typed.mark),
            typed.copies,
            typed.on,
            typed.time,
            by=seat.viewer,
            at=now,
            once=typed.once,
        )

    return act(
        form,
        show=lambda form, status: _page(request, db, seat, agreement, form, status),
        do=do,
        go_to=lambda _: f"/dialogues/{seat.dialogue}/sheets/signing/{agreement}",
    )
