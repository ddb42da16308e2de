"""The sheet of the standstill: who agreed and until when, what was changed all the same, what was put right."""

from typing import Annotated

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.foundation.clock import local
from app.foundation.roles import Role
from app.record.facts.preparation import StandstillBreached, StandstillRepaired
from app.safeguards.commands import standstill as commands
from app.safeguards.commands.standstill import Changed
from app.safeguards.forms.standstill import StandstillForm
from app.safeguards.queries.later import entered_later
from app.safeguards.queries.standstill import stills_of
from app.web.acting import act
from app.web.dependencies import Db, Now, Seat
from app.web.forms import Filled, filled
from app.web.frame import Seated
from app.web.rendering import show

router = APIRouter(prefix="/dialogues/{dialogue}/sheets/standstill")
WRITERS = (Role.FACILITATOR, Role.MEDIATOR, Role.WITNESS)


def _standstill(
    request: Request, db: Db, seat: Seated, now: Now, form: Filled[StandstillForm], status: int = 200
) -> Response:
    stills, breaches = stills_of(db, seat.dialogue)
    return show(
        request,
        "safeguards/standstill.html",
        status=status,
        entered_later=entered_later(db, seat.dialogue, (StandstillBreached, StandstillRepaired)),
        form=form,
        stills=stills,
        breaches=breaches,
        today=local(now).date(),
        may_write=seat.viewer.holds(*WRITERS),
    )


@router.get("", name="show_standstill")
def show_standstill(request: Request, db: Db, seat: Seat, now: Now) -> Response:
    """Who agreed to change nothing on the land, what was changed, and what was put right."""
    return _standstill(request, db, seat, now, Filled())


@router.post("", name="note_standstill")
def note_standstill(
    request: Request,
    db: Db,
    seat: Seat,
    now: Now,
    form: Annotated[Filled[StandstillForm], filled(StandstillForm)],
) -> Response:
    """Note a breach, or that one was put right."""

    def do(typed: StandstillForm) -> str:
        changed = Changed(typed.side, typed.kind, typed.words, typed.repaired, typed.how)
        return commands.note_standstill(
            db, seat.dialogue, changed, typed.on, typed.time, by=seat.viewer, at=now, once=typed.once
        )

    return act(
        form,
        show=lambda form, status: _standstill(request, db, seat, now, form, status),
        do=do,
        go_to=lambda breach: (
            f"/dialogues/{seat.dialogue}/sheets/standstill" + (f"#breach-{breach}" if breach else "")
        ),
    )
