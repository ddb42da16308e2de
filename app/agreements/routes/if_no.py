"""The page "If you say no": what happens then, written by staff, signed by each side and the chair."""

from typing import Annotated, Final

from fastapi import APIRouter, Request
from sqlmodel import Session
from starlette.responses import Response

from app.agreements.commands import if_no as commands
from app.agreements.forms.if_no import IfNoForm, SignIfNoForm
from app.agreements.queries.if_no import CHAIR, if_no_of
from app.dialogues.queries import standing_of
from app.foundation.roles import Role
from app.parties.queries import sides_of
from app.web.acting import act
from app.web.dependencies import Db, Now, Seat
from app.web.forms import Filled, filled
from app.web.frame import Seated
from app.web.rendering import show

router = APIRouter(prefix="/dialogues/{dialogue}/if-you-say-no")

USUAL: Final = {
    "khmer": "បើ\u200bនរណា\u200bម្នាក់\u200bបដិសេធ អ្វីៗ\u200bនៅ\u200bដដែល\u200bដូច\u200bសព្វថ្ងៃ។ "
    "គ្មាន\u200bគេ\u200bបណ្ដេញ គ្មាន\u200bគេ\u200bកាត់\u200bជំនួយ "
    "គ្មាន\u200bគេ\u200bប្ដឹង\u200bដោយសារ\u200bការ\u200bបដិសេធ\u200bឡើយ។",
    "english": "If anybody says no, all stays as it is today. Nobody is sent away, loses help or is accused "
    "because of it, and nothing is held against whoever said no.",
    "stays_open": ["court", "cadastral", "nadr", "complaint"],
}
"""What a first statement begins from: the normal stands there, what is otherwise at this table is changed."""


def _page(
    request: Request,
    db: Session,
    seat: Seated,
    *,
    form: Filled[IfNoForm] | None = None,
    signing: Filled[SignIfNoForm] | None = None,
    status: int = 200,
) -> Response:
    view, viewer = if_no_of(db, seat.dialogue), seat.viewer
    open_still = not standing_of(db, seat.dialogue).ended
    signs = viewer.holds(Role.DELEGATE if viewer.side else Role.CHAIR)
    return show(
        request,
        "agreements/if_no.html",
        status=status,
        if_no=view,
        sides={side.id: side.name for side in sides_of(db, seat.dialogue)},
        form=form or (Filled() if view else Filled[IfNoForm]().starting(**USUAL)),
        signing=signing or Filled(),
        may_write=open_still and viewer.holds(Role.FACILITATOR, Role.MEDIATOR),
        may_sign=bool(view and open_still and signs and (viewer.side or CHAIR) not in view.signed),
    )


@router.get("", name="show_if_no")
def show_if_no(request: Request, db: Db, seat: Seat) -> Response:
    """What happens if somebody says no, and who signed that."""
    return _page(request, db, seat)


@router.post("/statements", name="state_if_no")
def state_if_no(
    request: Request, db: Db, seat: Seat, now: Now, form: Annotated[Filled[IfNoForm], filled(IfNoForm)]
) -> Response:
    """Write the statement; a new one voids the signatures under the old one."""
    return act(
        form,
        show=lambda form, status: _page(request, db, seat, form=form, status=status),
        do=lambda typed: commands.state_if_no(
            db,
            seat.dialogue,
            typed.khmer,
            typed.english,
            typed.stays_open,
            typed.consequences,
            by=seat.viewer,
            at=now,
            once=typed.once,
        ),
        go_to=lambda _: f"/dialogues/{seat.dialogue}/if-you-say-no",
    )


@router.post("/signatures", name="sign_if_no")
def sign_if_no(
    request: Request,
    db: Db,
    seat: Seat,
    now: Now,
    form: Annotated[Filled[SignIfNoForm], filled(SignIfNoForm)],
) -> Response:
    """Sign the statement for one's side, or as chair."""
    return act(
        form,
        show=lambda form, status: _page(request, db, seat, signing=form, status=status),
        do=lambda typed: commands.sign_if_no(
            db, seat.dialogue, typed.statement, by=seat.viewer, at=now, once=typed.once
        ),
        go_to=lambda _: f"/dialogues/{seat.dialogue}/if-you-say-no",
    )
