"""The sheet of a sitting, its attendance list, and the end of the record to hand out."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.foundation.errors import NotAllowed
from app.foundation.roles import Role
from app.safeguards.commands import sittings as commands
from app.safeguards.forms.rows import typed_in_rows
from app.safeguards.forms.sittings import SittingForm
from app.safeguards.queries import sittings as queries
from app.safeguards.queries.minutes import minutes_of
from app.safeguards.queries.sittings import SittingView
from app.sessions.queries.schedule import session_view
from app.web.acting import act
from app.web.dependencies import Db, Now, Seat
from app.web.forms import Filled, filled
from app.web.frame import Seated
from app.web.i18n import gettext as _
from app.web.rendering import show

router = APIRouter(prefix="/dialogues/{dialogue}/sheets")
STAFF = (Role.FACILITATOR, Role.MEDIATOR)


def _ensure_fills(seat: Seated) -> None:
    if not queries.may_fill(seat.viewer):
        raise NotAllowed


def _beginning(view: SittingView, now: datetime) -> dict[str, object]:
    """What a fresh sheet begins with: the normal, so that only the exception is typed."""
    came = view.came
    women = sum(one.sex == "f" for one in view.attending)
    treated = view.treated
    alike = ("seats", "meals", "money", "advisers")
    return {
        "persons": [one.id for one in view.attending],
        "count": came.count if came else len(view.attending),
        "women": came.women if came else women,
        "men": came.men if came else len(view.attending) - women,
        "under_18": came.under_18 if came else 0,
        "over_60": came.over_60 if came else 0,
        "uniformed": came.uniformed if came else 0,
        "armed": came.armed if came else 0,
        "left": came.left if came else 0,
        "moments": view.due_moments(now),
        "host": view.rooms[-1].host if view.rooms else "neutral",
        "alike": [
            name
            for name in alike
            if treated is None or getattr(treated, f"{name}_{'free' if name == 'advisers' else 'alike'}")
        ],
        "head_sides": [
            one.id for one in view.sides if view.session.status == "closed" and one.id not in view.handed
        ],
    }


def _talk(view: SittingView, form: Filled[SittingForm]) -> list[tuple[str, str, object, object]]:
    """Side, name, minutes and women's minutes, as typed or so far; '' where nothing is; chair and office last."""
    rows = typed_in_rows(form.typed, "talk_side", "talk_minutes", "talk_women")
    minutes: dict[str, object] = {**rows["talk_minutes"]}
    women: dict[str, object] = {**rows["talk_women"]}
    if not form.typed:
        minutes = {one.side: one.minutes for one in view.spoken}
        women = {one.side: one.women for one in view.spoken}
    order = [*((one.id, one.name) for one in view.sides), ("", _("Chair and office"))]
    return [(side, name, minutes.get(side, ""), women.get(side, "")) for side, name in order]


def _sheet(
    request: Request,
    db: Db,
    seat: Seated,
    now: datetime,
    session: str,
    form: Filled[SittingForm],
    status: int = 200,
) -> Response:
    _ensure_fills(seat)
    view = queries.sitting_of(db, seat.dialogue, session_view(db, seat.dialogue, session))
    minutes = minutes_of(db, seat.dialogue, session)
    return show(
        request,
        "safeguards/sitting.html",
        status=status,
        view=view,
        begins=_beginning(view, now),
        people=[(one.id, one.name, one.seats) for one in view.people],
        sides=[(one.id, one.name) for one in view.sides],
        talk=_talk(view, form),
        minutes=minutes,
        head=queries.head_for(db, seat),
        next_session=queries.next_session_address(db, seat.dialogue, view.session, now)
        if seat.viewer.holds(*STAFF)
        else "",
        form=form,
    )


@router.get("/sittings/{session}", name="show_sitting")
def show_sitting(request: Request, db: Db, seat: Seat, now: Now, session: str) -> Response:
    """The sheet of one session: what is noted, and the form that notes more."""
    return _sheet(request, db, seat, now, session, Filled())


@router.post("/sittings/{session}", name="save_sitting")
def save_sitting(
    request: Request,
    db: Db,
    seat: Seat,
    now: Now,
    session: str,
    form: Annotated[Filled[SittingForm], filled(SittingForm)],
) -> Response:
    """Save the sheet: everything on it at once."""

    def do(typed: SittingForm) -> str:
        return commands.save_sitting(
            db,
            seat.dialogue,
            session,
            typed.sitting(),
            seen=typed.seen,
            on=typed.on,
            hour=typed.time,
            by=seat.viewer,
            at=now,
            once=typed.once,
        )

    return act(
        form,
        show=lambda form, status: _sheet(request, db, seat, now, session, form, status),
        do=do,
        go_to=lambda _: f"/dialogues/{seat.dialogue}/sheets/sittings/{session}",
    )


@router.get("/attendance/{session}", name="show_attendance")
def show_attendance(request: Request, db: Db, seat: Seat, session: str) -> Response:
    """The attendance list, to print: before the session for signing, afterwards with who came."""
    view = queries.sitting_of(db, seat.dialogue, session_view(db, seat.dialogue, session))
    return show(request, "safeguards/attendance.html", view=view, head=queries.head_for(db, seat))


@router.get("/heads/{session}", name="show_head")
def show_head(request: Request, db: Db, seat: Seat, session: str) -> Response:
    """The end of the record, a copy for each side, to print and read out."""
    _ensure_fills(seat)
    view = queries.sitting_of(db, seat.dialogue, session_view(db, seat.dialogue, session))
    return show(request, "safeguards/head.html", view=view, head=queries.head_for(db, seat))
