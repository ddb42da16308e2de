"""The page on which a monitor looks through an offer or a text whose words ask for it. For all others: nothing."""

from typing import Annotated

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.audit import commands
from app.audit.forms import LookForm
from app.audit.queries.looks import matter_of
from app.audit.routes.reviews import Auditor
from app.web.acting import act
from app.web.dependencies import Db, Now
from app.web.forms import Filled, filled
from app.web.frame import Seated
from app.web.rendering import show

router = APIRouter(prefix="/dialogues/{dialogue}/looks/{matter}")


def _look(
    request: Request, db: Db, seat: Seated, matter: str, form: Filled[LookForm], status: int = 200
) -> Response:
    view = matter_of(db, seat.dialogue, matter)
    return show(request, "audit/look.html", status=status, view=view, form=form)


@router.get("", name="show_look")
def show_look(request: Request, db: Db, seat: Auditor, matter: str) -> Response:
    """What stands there, the words that ask, and the form."""
    return _look(request, db, seat, matter, Filled())


@router.post("", name="look_through")
def look_through(
    request: Request,
    db: Db,
    seat: Auditor,
    now: Now,
    matter: str,
    form: Annotated[Filled[LookForm], filled(LookForm)],
) -> Response:
    """Say what was found."""
    view = matter_of(db, seat.dialogue, matter)
    home = f"/dialogues/{seat.dialogue}"
    return act(
        form,
        show=lambda form, status: _look(request, db, seat, matter, form, status),
        do=lambda typed: commands.look_through(
            db,
            seat.dialogue,
            matter,
            typed.version,
            typed.contains,
            typed.words,
            by=seat.viewer,
            at=now,
            once=typed.once,
        ),
        go_to=lambda _: f"{home}/{'offers' if view.is_offer else 'texts'}/{matter}",
    )
