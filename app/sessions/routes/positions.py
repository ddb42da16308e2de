"""Pages of positions: what each side says it wants, plain forms without script."""

from typing import Annotated, Any

from fastapi import APIRouter, Request
from sqlmodel import Session
from starlette.responses import Response

from app.foundation.errors import NotAllowed
from app.foundation.roles import Role
from app.parties.queries import people_of, sides_of
from app.sessions.commands import positions as commands
from app.sessions.forms.positions import PositionForm, PositionVersionForm, TablingForm
from app.sessions.queries.positions import position_view, positions_by_side
from app.web.acting import act
from app.web.dependencies import Db, Now, Seat
from app.web.forms import Filled, filled
from app.web.frame import Seated
from app.web.rendering import show

router = APIRouter(prefix="/dialogues/{dialogue}/positions")


def _may_state(seat: Seated) -> bool:
    return seat.viewer.holds(Role.DELEGATE) and bool(seat.viewer.side) and not seat.ended


@router.get("", name="list_positions")
def list_positions(request: Request, db: Db, seat: Seat) -> Response:
    """The positions this person may read, by side."""
    return show(
        request,
        "sessions/positions.html",
        sides=positions_by_side(db, seat.dialogue, seat.viewer),
        may_state=_may_state(seat),
    )


def _new(request: Request, seat: Seated, form: Filled[PositionForm], status: int = 200) -> Response:
    if not _may_state(seat):
        raise NotAllowed
    return show(request, "sessions/position_new.html", status=status, form=form)


@router.get("/new", name="show_position_form")
def show_position_form(request: Request, seat: Seat) -> Response:
    """Say what matters."""
    return _new(request, seat, Filled())


@router.post("", name="state_position")
def state_position(
    request: Request,
    db: Db,
    seat: Seat,
    now: Now,
    form: Annotated[Filled[PositionForm], filled(PositionForm)],
) -> Response:
    """State a position of one's own side."""
    return act(
        form,
        show=lambda form, status: _new(request, seat, form, status),
        do=lambda typed: commands.state_position(
            db,
            seat.dialogue,
            typed.item,
            typed.words,
            typed.audience,
            by=seat.viewer,
            at=now,
            once=typed.once,
        ),
        go_to=lambda position: f"/dialogues/{seat.dialogue}/positions/{position}",
    )


def _page(
    request: Request,
    db: Session,
    seat: Seated,
    position: str,
    *,
    form: Filled[Any] | None = None,
    tabling: Filled[Any] | None = None,
    status: int = 200,
) -> Response:
    view = position_view(db, seat.dialogue, position, seat.viewer)
    return show(
        request,
        "sessions/position.html",
        status=status,
        view=view,
        side=next(side for side in sides_of(db, seat.dialogue) if side.id == view.side),
        names={one.id: one.name for one in people_of(db, seat.dialogue)},
        may_restate=view.is_own and _may_state(seat),
        form=form or Filled().starting(item=view.newest.item, words=view.newest.words),
        tabling=tabling or Filled(),
    )


@router.get("/{position}", name="show_position")
def show_position(request: Request, db: Db, seat: Seat, position: str) -> Response:
    """One position with those of its versions that this person may read."""
    return _page(request, db, seat, position)


@router.post("/{position}/versions", name="restate_position")
def restate_position(
    request: Request,
    db: Db,
    seat: Seat,
    now: Now,
    position: str,
    form: Annotated[Filled[PositionVersionForm], filled(PositionVersionForm)],
) -> Response:
    """Say it anew."""
    return act(
        form,
        show=lambda form, status: _page(request, db, seat, position, form=form, status=status),
        do=lambda typed: commands.restate_position(
            db,
            seat.dialogue,
            position,
            typed.version,
            typed.item,
            typed.words,
            typed.audience,
            by=seat.viewer,
            at=now,
            once=typed.once,
        ),
        go_to=lambda _: f"/dialogues/{seat.dialogue}/positions/{position}",
    )


@router.post("/{position}/tablings", name="table_position")
def table_position(
    request: Request,
    db: Db,
    seat: Seat,
    now: Now,
    position: str,
    form: Annotated[Filled[TablingForm], filled(TablingForm)],
) -> Response:
    """Move the newest words to the table."""
    return act(
        form,
        show=lambda form, status: _page(request, db, seat, position, tabling=form, status=status),
        do=lambda typed: commands.table_position(
            db, seat.dialogue, position, typed.version, by=seat.viewer, at=now, once=typed.once
        ),
        go_to=lambda _: f"/dialogues/{seat.dialogue}/positions/{position}",
    )
