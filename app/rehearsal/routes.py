"""The rehearsal's own pages: its people, its clock, its walks, and beginning again. A real office has none."""

from datetime import datetime, timedelta
from typing import Annotated

from fastapi import APIRouter, Request
from fastapi import Form as Sent
from starlette.responses import Response

from app.foundation.clock import at_local, local
from app.foundation.errors import N_, NotFound, NotPossibleNow
from app.people import commands
from app.people.queries import person_of
from app.rehearsal.beginning import begin_again, begins_after
from app.rehearsal.clock import move_clock
from app.rehearsal.due import next_due
from app.rehearsal.exchange import kept_logs, newest_entry
from app.rehearsal.forms import ForwardForm, MomentForm
from app.rehearsal.own_cases import own_cases
from app.rehearsal.people import around_tables
from app.rehearsal.walks import WALKS, address_of, marks_of, walk_called
from app.web.acting import act
from app.web.dependencies import SIGN_IN, Db, Now, Visitor, doors
from app.web.forms import Filled, filled
from app.web.frame import WALK
from app.web.i18n import gettext
from app.web.rendering import go_to, show

router = APIRouter(prefix="/rehearsal")


class NothingDue(NotPossibleNow):
    """Nothing is planned after this moment."""

    says = N_("Nothing is planned after this moment. Move the clock by an hour or a day.")


def _first_page(
    request: Request, db: Db, now: datetime, form: Filled[MomentForm] | Filled[ForwardForm], status: int = 200
) -> Response:
    return show(
        request,
        "rehearsal/rehearsal.html",
        status=status,
        groups=around_tables(db, now),
        walks=[(walk.key, gettext(walk.title)) for walk in WALKS],
        own=own_cases(db),
        due=next_due(db, now),
        today=local(now),
        form=form,
    )


@router.get("", name="show_rehearsal")
def show_rehearsal(request: Request, db: Db, visitor: Visitor, now: Now) -> Response:
    """Everybody in this rehearsal with what waits for each, the clock, the walks."""
    return _first_page(request, db, now, Filled[MomentForm]())


@router.post("/people/{person}/sign-ins", name="become")
def become(
    request: Request,
    db: Db,
    now: Now,
    person: str,
    to: Annotated[str, Sent()] = "/",
    walk: Annotated[str, Sent()] = "",
) -> Response:
    """Become one of the invented people, and go to a page of this house; on a walk, keep the way back to it."""
    inside = to.startswith("/") and not to.startswith("//") and "\\" not in to
    answer = go_to(to if inside else "/")
    answer.set_cookie(SIGN_IN, commands.sign_in(db, person, at=now), httponly=True, samesite="lax")
    if walk_called(walk):
        answer.set_cookie(WALK, walk, httponly=True, samesite="lax")
    else:
        answer.delete_cookie(WALK)
    return answer


@router.post("/clock/steps", name="move_rehearsal_clock")
def move_rehearsal_clock(
    request: Request,
    db: Db,
    visitor: Visitor,
    now: Now,
    form: Annotated[Filled[ForwardForm], filled(ForwardForm)],
) -> Response:
    """Move the clock an hour, a day, or to the next thing due."""

    def do(typed: ForwardForm) -> None:
        to = now + {"hour": timedelta(hours=1), "day": timedelta(days=1)}.get(typed.by, timedelta(0))
        due = next_due(db, now) if typed.by == "next" else to
        if due is None:
            raise NothingDue
        move_clock(db, due)

    return act(
        form,
        show=lambda form, status: _first_page(request, db, now, form, status),
        do=do,
        go_to=lambda _: "/rehearsal",
    )


@router.post("/clock", name="set_rehearsal_clock")
def set_rehearsal_clock(
    request: Request,
    db: Db,
    visitor: Visitor,
    now: Now,
    form: Annotated[Filled[MomentForm], filled(MomentForm)],
) -> Response:
    """Move the clock to a moment."""
    return act(
        form,
        show=lambda form, status: _first_page(request, db, now, form, status),
        do=lambda typed: move_clock(db, at_local(typed.day, typed.time)),
        go_to=lambda _: "/rehearsal",
    )


@router.get("/walks/{walk}", name="show_walk")
def show_walk(request: Request, db: Db, visitor: Visitor, now: Now, walk: str) -> Response:
    """One walk: a short numbered list with people and pages."""
    found = walk_called(walk)
    if found is None:
        raise NotFound
    marks = marks_of(db, found.table)
    lines = [
        (gettext(step.says), person_of(db, step.person), address_of(step, marks)) for step in found.steps
    ]
    whole = all(
        address is not None for step, (_, _, address) in zip(found.steps, lines, strict=True) if step.person
    )
    return show(
        request,
        "rehearsal/walk.html",
        title=gettext(found.title),
        key=found.key,
        lines=lines,
        whole=whole,
        walks=[(other.key, gettext(other.title)) for other in WALKS if other is not found],
    )


@router.get("/retellings/new", name="show_retelling")
def show_retelling(request: Request, db: Db, visitor: Visitor, now: Now) -> Response:
    """What beginning again does; with own cases, whether they stay."""
    newest = newest_entry(db, kept_logs(db))
    return show(
        request,
        "rehearsal/retelling.html",
        own=own_cases(db),
        begins=begins_after(newest) if newest else None,
    )


@router.post("/retellings", name="begin_again")
def tell_again(request: Request, own: Annotated[str, Sent()] = "take") -> Response:
    """Tell the stories again; own cases stay only where that was chosen. Holds no connection meanwhile."""
    begin_again(doors(request).engine, request.app.state.house, leave_own=own == "leave")
    return go_to("/rehearsal")
