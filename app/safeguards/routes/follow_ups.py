"""The sheet of talks afterwards: the plan, what is due, and the form that says with whom they were held."""

from datetime import date, datetime
from typing import Annotated

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.foundation.clock import local
from app.foundation.errors import NotAllowed
from app.foundation.roles import Role
from app.record.facts.promises import FollowUpHeld
from app.safeguards.commands import follow_ups as commands
from app.safeguards.forms.follow_ups import FollowUpForm
from app.safeguards.queries.follow_ups import FollowUp, follow_ups_of
from app.safeguards.queries.later import entered_later
from app.web.acting import act
from app.web.dependencies import Db, Now, Seat
from app.web.forms import Filled, filled
from app.web.frame import Seated
from app.web.rendering import show

router = APIRouter(prefix="/dialogues/{dialogue}/sheets/follow-ups")
READERS = (Role.FACILITATOR, Role.MEDIATOR, Role.MONITOR, Role.SAFEGUARD_OFFICER)


def _next(found: list[FollowUp], today: date) -> FollowUp | None:
    """The first day of the plan that has come and at which somebody is still to be talked with."""
    return next((one for one in found if one.is_due(today)), None)


def _page(
    request: Request, db: Db, seat: Seated, now: datetime, form: Filled[FollowUpForm], status: int = 200
) -> Response:
    if not seat.viewer.holds(*READERS):
        raise NotAllowed
    found, today = follow_ups_of(db, seat.dialogue), local(now).date()
    return show(
        request,
        "safeguards/follow_ups.html",
        status=status,
        entered_later=entered_later(db, seat.dialogue, (FollowUpHeld,)),
        form=form,
        follow_ups=found,
        following=_next(found, today),
        today=today,
    )


@router.get("", name="show_follow_ups")
def show_follow_ups(request: Request, db: Db, seat: Seat, now: Now) -> Response:
    """The plan with what was held, and the form."""
    return _page(request, db, seat, now, Filled())


@router.post("", name="hold_follow_ups")
def hold_follow_ups(
    request: Request,
    db: Db,
    seat: Seat,
    now: Now,
    form: Annotated[Filled[FollowUpForm], filled(FollowUpForm)],
) -> Response:
    """Write down with whom talks were held."""

    def do(typed: FollowUpForm) -> str:
        return commands.hold_follow_ups(
            db,
            seat.dialogue,
            typed.day,
            typed.persons,
            typed.on,
            typed.time,
            alone=bool(typed.alone),
            by=seat.viewer,
            at=now,
            once=typed.once,
        )

    return act(
        form,
        show=lambda form, status: _page(request, db, seat, now, form, status),
        do=do,
        go_to=lambda _: f"/dialogues/{seat.dialogue}/sheets/follow-ups",
    )
