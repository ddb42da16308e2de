"""The minutes of a session: everybody at the table reads them; each side answers for itself."""

from typing import Annotated

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.foundation.roles import Role
from app.safeguards.commands import minutes as commands
from app.safeguards.forms.sittings import MinutesForm
from app.safeguards.queries.minutes import minutes_of
from app.sessions.queries.schedule import session_view
from app.web.acting import act
from app.web.copies import copy_foot
from app.web.dependencies import Db, Now, Seat
from app.web.forms import Filled, filled
from app.web.frame import Seated
from app.web.rendering import show

router = APIRouter(prefix="/dialogues/{dialogue}/sheets/minutes/{session}")


def _page(
    request: Request, db: Db, seat: Seated, session: str, form: Filled[MinutesForm], status: int = 200
) -> Response:
    view = minutes_of(db, seat.dialogue, session)
    said = form.typed.get("objection", [])
    return show(
        request,
        "safeguards/minutes.html",
        status=status,
        session=session_view(db, seat.dialogue, session),
        view=view,
        foot=copy_foot(request, db, seat.dialogue, view.digest, session),
        own=view.standing_of(seat.viewer.side) if seat.viewer.side else "",
        may_answer=bool(view.digest) and seat.viewer.holds(Role.DELEGATE),
        said=[*said, *([""] * len(view.paragraphs))],
        form=form,
    )


@router.get("", name="show_minutes")
def show_minutes(request: Request, db: Db, seat: Seat, session: str) -> Response:
    """The minutes by paragraph, with what each side says beside them."""
    return _page(request, db, seat, session, Filled())


@router.post("", name="answer_minutes")
def answer_minutes(
    request: Request,
    db: Db,
    seat: Seat,
    now: Now,
    session: str,
    form: Annotated[Filled[MinutesForm], filled(MinutesForm)],
) -> Response:
    """Confirm the minutes, confirm them with words beside, or not confirm them."""

    def do(typed: MinutesForm) -> None:
        commands.answer_minutes(
            db,
            seat.dialogue,
            session,
            typed.minutes,
            typed.standing,
            typed.objection,
            by=seat.viewer,
            at=now,
            once=typed.once,
        )

    return act(
        form,
        show=lambda form, status: _page(request, db, seat, session, form, status),
        do=do,
        go_to=lambda _: f"/dialogues/{seat.dialogue}/sheets/minutes/{session}",
    )
