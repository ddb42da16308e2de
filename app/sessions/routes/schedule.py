"""Pages of the schedule: the sessions of a table, planning, moving, cancelling one."""

from collections.abc import Callable
from datetime import datetime
from typing import Annotated, Any, TypeVar

from fastapi import APIRouter, Request
from starlette.datastructures import QueryParams
from starlette.responses import Response

from app.foundation.clock import local
from app.foundation.errors import NotAllowed
from app.foundation.roles import Role
from app.sessions.commands import schedule as commands
from app.sessions.forms.schedule import CancelForm, MoveForm, PlanForm
from app.sessions.queries import schedule as queries
from app.sessions.queries.schedule import SessionView
from app.sessions.rules.days import days_that_work
from app.sessions.rules.schedule import Wish
from app.web.acting import act
from app.web.dependencies import Db, Now, Seat
from app.web.forms import Filled, filled, read_form
from app.web.frame import Seated
from app.web.rendering import asks_for_a_part, show

router = APIRouter(prefix="/dialogues/{dialogue}/sessions")
STAFF = (Role.FACILITATOR, Role.MEDIATOR)
Shape = TypeVar("Shape", bound=PlanForm)


@router.get("", name="list_sessions")
def list_sessions(request: Request, db: Db, seat: Seat) -> Response:
    """The sessions of this table."""
    return show(
        request,
        "sessions/list.html",
        sessions=queries.sessions_of(db, seat.dialogue),
        may_plan=seat.viewer.holds(*STAFF),
    )


def _ensure_plans(seat: Seated) -> None:
    if not seat.viewer.holds(*STAFF):
        raise NotAllowed


def _look(
    db: Db, seat: Seated, now: datetime, form: Filled[Shape], moving: SessionView | None = None
) -> dict[str, Any]:
    """What the part `_clash` shows: what stands against the typed time, and days that work."""
    wish = form.value.wish() if form.value else _wish(form)
    if wish is None:
        return {"against": None, "days": []}
    found = commands.look_for_clashes(db, seat.dialogue, wish, now, by=seat.viewer, moving=moving)
    days: list[Wish] = []
    if (found.refusals or found.notice) and wish.ends > wish.starts:
        days = _days(db, seat, now, wish, moving)
    return {"against": found, "days": [_day(day) for day in days]}


def _days(db: Db, seat: Seated, now: datetime, wish: Wish, moving: SessionView | None = None) -> list[Wish]:
    return days_that_work(
        wish,
        now=now,
        limits=queries.limits_of(db, seat.dialogue),
        rooms={room.id: room.name for room in queries.rooms(db)},
        busy=queries.busy_since(db, now, moving.id if moving else ""),
        persons={one.id: one.name for one in queries.needed_of(db, seat.dialogue)},
    )


def _wish(form: Filled[Shape]) -> Wish | None:
    """The time in a form whose other fields may still be open."""
    typed = {key: str(value) for key, value in form.typed.items() if key != "reason"}
    read = read_form(PlanForm, QueryParams({**typed, "once": form.once}))
    return read.value.wish() if read.value else None


def _day(day: Wish) -> dict[str, object]:
    """One day that works, with the address that chooses it."""
    return {"starts": day.starts, "ends": day.ends, "query": str(QueryParams(_choosing(day)))}


def _choosing(day: Wish) -> dict[str, object]:
    """The fields of the form that choose this day."""
    begin, end = local(day.starts), local(day.ends)
    return {
        "on_day": begin.day,
        "on_month": begin.month,
        "on_year": begin.year,
        "starts": f"{begin:%H:%M}",
        "ends": f"{end:%H:%M}",
        "room": day.room,
    }


def _asked(request: Request, shape: type[Shape]) -> Filled[Shape]:
    """The form as the address says it: what has been chosen so far; nothing for a first look."""
    asked = [(key, value) for key, value in request.query_params.multi_items() if key not in ("lang", "once")]
    if not asked:
        return Filled()
    fresh: Filled[Shape] = Filled()
    return read_form(shape, QueryParams([*asked, ("once", fresh.once)]))


def _proposed(db: Db, seat: Seated, now: datetime) -> Filled[PlanForm]:
    """The form as it first stands: hours and place of the last session, on the first day that works then."""
    wish = queries.proposed_wish(db, seat.dialogue, now)
    days = _days(db, seat, now, wish) if wish else []
    return Filled[PlanForm]().starting(**_choosing(days[0])) if days else Filled()


def _planning(
    request: Request, db: Db, seat: Seated, now: datetime, form: Filled[PlanForm], status: int = 200
) -> Response:
    return show(
        request,
        "sessions/new.html",
        part="sessions/_clash.html",
        status=status,
        form=form,
        rooms=queries.rooms(db),
        here=f"/dialogues/{seat.dialogue}/sessions/new",
        **_look(db, seat, now, form),
    )


@router.get("/new", name="show_planning")
def show_planning(request: Request, db: Db, seat: Seat, now: Now) -> Response:
    """The form that plans a session; with a time in the address, what stands against it."""
    _ensure_plans(seat)
    form = _asked(request, PlanForm)
    if not form.typed:
        form = _proposed(db, seat, now)
    return _planning(request, db, seat, now, form)


@router.post("", name="plan_session")
def plan_session(
    request: Request, db: Db, seat: Seat, now: Now, form: Annotated[Filled[PlanForm], filled(PlanForm)]
) -> Response:
    """Plan a session."""
    return act(
        form,
        show=lambda form, status: _planning(request, db, seat, now, form, status),
        do=lambda typed: commands.plan_session(
            db,
            seat.dialogue,
            typed.wish(),
            all_the_same=bool(typed.all_the_same),
            by=seat.viewer,
            at=now,
            once=typed.once,
        ),
        go_to=_to_session(seat),
    )


def _moving(
    request: Request,
    db: Db,
    seat: Seated,
    now: datetime,
    session: str,
    form: Filled[MoveForm],
    status: int = 200,
) -> Response:
    view = queries.session_view(db, seat.dialogue, session)
    return show(
        request,
        "sessions/move.html",
        part="sessions/_clash.html",
        status=status,
        form=form,
        view=view,
        starts=local(view.starts),
        ends=local(view.ends),
        rooms=queries.rooms(db),
        here=f"/dialogues/{seat.dialogue}/sessions/{session}/move",
        **_look(db, seat, now, form, view),
    )


@router.get("/{session}/move", name="show_moving")
def show_moving(request: Request, db: Db, seat: Seat, now: Now, session: str) -> Response:
    """The form that moves a session."""
    _ensure_plans(seat)
    form = _asked(request, MoveForm)
    if not asks_for_a_part(request):
        form = Filled(form.value, form.typed, {k: v for k, v in form.errors.items() if k != "reason"})
    return _moving(request, db, seat, now, session, form)


@router.post("/{session}/moves", name="move_session")
def move_session(
    request: Request,
    db: Db,
    seat: Seat,
    now: Now,
    session: str,
    form: Annotated[Filled[MoveForm], filled(MoveForm)],
) -> Response:
    """Move a session."""
    return act(
        form,
        show=lambda form, status: _moving(request, db, seat, now, session, form, status),
        do=lambda typed: commands.move_session(
            db,
            seat.dialogue,
            session,
            typed.wish(),
            typed.reason,
            all_the_same=bool(typed.all_the_same),
            by=seat.viewer,
            at=now,
            once=typed.once,
        ),
        go_to=_to_session(seat),
    )


def _cancelling(
    request: Request, db: Db, seat: Seated, session: str, form: Filled[CancelForm], status: int = 200
) -> Response:
    view = queries.session_view(db, seat.dialogue, session)
    return show(request, "sessions/cancel.html", status=status, form=form, view=view)


@router.get("/{session}/cancel", name="show_cancelling")
def show_cancelling(request: Request, db: Db, seat: Seat, session: str) -> Response:
    """The form that cancels a session."""
    _ensure_plans(seat)
    return _cancelling(request, db, seat, session, Filled())


@router.post("/{session}/cancellations", name="cancel_session")
def cancel_session(
    request: Request,
    db: Db,
    seat: Seat,
    now: Now,
    session: str,
    form: Annotated[Filled[CancelForm], filled(CancelForm)],
) -> Response:
    """Cancel a session."""
    return act(
        form,
        show=lambda form, status: _cancelling(request, db, seat, session, form, status),
        do=lambda typed: commands.cancel_session(
            db, seat.dialogue, session, typed.reason, by=seat.viewer, at=now, once=typed.once
        ),
        go_to=_to_session(seat),
    )


def _to_session(seat: Seated) -> Callable[[str], str]:
    return lambda session: f"/dialogues/{seat.dialogue}/sessions/{session}"
