"""The ways out of a whole table: pause and leave, and the statement of its ending. Plain forms, without script."""

from typing import Annotated

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.dialogues import commands, queries
from app.dialogues.forms import PlainForm
from app.foundation.roles import Role
from app.parties.queries import sides_of
from app.web.acting import act
from app.web.copies import copy_foot
from app.web.dependencies import Db, Now, Seat
from app.web.forms import Filled, filled
from app.web.frame import Seated
from app.web.rendering import show

router = APIRouter(prefix="/dialogues/{dialogue}")
PlainBody = Annotated[Filled[PlainForm], filled(PlainForm)]


def _pause(request: Request, db: Db, seat: Seated, form: Filled[PlainForm], status: int = 200) -> Response:
    row = queries.dialogue_row(db, seat.dialogue)
    is_monitor = seat.viewer.holds(Role.MONITOR, Role.SAFEGUARD_OFFICER)
    return show(
        request,
        "dialogues/pause.html",
        status=status,
        form=form,
        is_paused=bool(row.pause),
        may_end=bool(row.pause) and (row.paused_by == seat.viewer.person or is_monitor),
    )


@router.get("/pauses/new", name="show_pause")
def show_pause(request: Request, db: Db, seat: Seat) -> Response:
    """What a pause does, and the button."""
    return _pause(request, db, seat, Filled())


@router.post("/pauses", name="ask_for_pause")
def ask_for_pause(request: Request, db: Db, seat: Seat, now: Now, form: PlainBody) -> Response:
    """Pause the table."""
    return act(
        form,
        show=lambda form, status: _pause(request, db, seat, form, status),
        do=lambda typed: commands.ask_for_pause(db, seat.dialogue, by=seat.viewer, at=now, once=typed.once),
        go_to=lambda _: f"/dialogues/{seat.dialogue}",
    )


@router.post("/pauses/ends", name="end_pause")
def end_pause(request: Request, db: Db, seat: Seat, now: Now, form: PlainBody) -> Response:
    """End the pause."""
    return act(
        form,
        show=lambda form, status: _pause(request, db, seat, form, status),
        do=lambda typed: commands.end_pause(db, seat.dialogue, by=seat.viewer, at=now, once=typed.once),
        go_to=lambda _: f"/dialogues/{seat.dialogue}",
    )


def _leaving(request: Request, db: Db, seat: Seated, form: Filled[PlainForm], status: int = 200) -> Response:
    side = next((side for side in sides_of(db, seat.dialogue) if side.id == seat.viewer.side), None)
    return show(request, "dialogues/leaving.html", status=status, form=form, side=side)


@router.get("/leaving/new", name="show_leaving")
def show_leaving(request: Request, db: Db, seat: Seat) -> Response:
    """What leaving does, and the button."""
    return _leaving(request, db, seat, Filled())


@router.post("/leaving", name="leave_table")
def leave_table(request: Request, db: Db, seat: Seat, now: Now, form: PlainBody) -> Response:
    """A side leaves the table."""
    return act(
        form,
        show=lambda form, status: _leaving(request, db, seat, form, status),
        do=lambda typed: commands.leave_table(db, seat.dialogue, by=seat.viewer, at=now, once=typed.once),
        go_to=lambda _: f"/dialogues/{seat.dialogue}",
    )


@router.get("/statement", name="show_statement")
def show_statement(request: Request, db: Db, seat: Seat) -> Response:
    """The neutral statement of a table that ended without agreement (D18)."""
    row = queries.dialogue_row(db, seat.dialogue)
    return show(
        request,
        "dialogues/statement.html",
        row=row,
        sides=sides_of(db, seat.dialogue),
        kept=queries.statement_of(db, seat.dialogue),
        foot=copy_foot(request, db, seat.dialogue, queries.statement_digest(db, seat.dialogue), ""),
    )
