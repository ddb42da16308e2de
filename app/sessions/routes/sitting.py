"""The page of one session for everybody at the table: when, where, coming or not; opening and closing it."""

from typing import Annotated

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.foundation.roles import Role
from app.sessions.calendar_file import calendar_file
from app.sessions.commands import invitations as answering
from app.sessions.commands import schedule as commands
from app.sessions.forms.invitations import AnswerForm
from app.sessions.forms.schedule import PlainForm
from app.sessions.queries import invitations
from app.sessions.queries.schedule import session_view
from app.sessions.rules.schedule import EARLY
from app.web.acting import act
from app.web.dependencies import Db, Now, Seat
from app.web.forms import Filled, filled
from app.web.frame import Seated
from app.web.rendering import show

router = APIRouter(prefix="/dialogues/{dialogue}/sessions/{session}")
STAFF = (Role.FACILITATOR, Role.MEDIATOR)
READERS = (*STAFF, Role.MONITOR, Role.SAFEGUARD_OFFICER)
PlainBody = Annotated[Filled[PlainForm], filled(PlainForm)]


def session_page(
    request: Request,
    db: Db,
    seat: Seated,
    session: str,
    *,
    answer: Filled[AnswerForm] | None = None,
    sitting: Filled[PlainForm] | None = None,
    status: int = 200,
) -> Response:
    """The page with its two forms; the one that was sent comes back as it was."""
    view = session_view(db, seat.dialogue, session)
    invited = invitations.invited_people(db, seat.dialogue)
    return show(
        request,
        "sessions/session.html",
        status=status,
        view=view,
        is_invited=any(one.id == seat.viewer.person for one in invited),
        own_answer=invitations.own_answer(db, seat.dialogue, session, seat.viewer),
        invited=invitations.invited_to(db, seat.dialogue, view) if seat.viewer.holds(*READERS) else [],
        reads_list=seat.viewer.holds(*READERS),
        may_change=seat.viewer.holds(*STAFF),
        may_note=seat.viewer.holds(*READERS, Role.WITNESS, Role.OBSERVER),
        opens=view.starts - EARLY,
        too_early=request.state.now < view.starts - EARLY,
        may_sit=seat.viewer.holds(*STAFF, Role.CHAIR),
        answer=answer or Filled(),
        sitting=sitting or Filled(),
    )


@router.get("", name="show_session")
def show_session(request: Request, db: Db, seat: Seat, session: str) -> Response:
    """One session."""
    return session_page(request, db, seat, session)


@router.post("/answers", name="answer_invitation")
def answer_invitation(
    request: Request,
    db: Db,
    seat: Seat,
    now: Now,
    session: str,
    form: Annotated[Filled[AnswerForm], filled(AnswerForm)],
) -> Response:
    """Say whether one comes."""
    return act(
        form,
        show=lambda form, status: session_page(request, db, seat, session, answer=form, status=status),
        do=lambda typed: answering.answer_invitation(
            db, seat.dialogue, session, typed.answer, by=seat.viewer, at=now, once=typed.once
        ),
        go_to=lambda _: f"/dialogues/{seat.dialogue}/sessions/{session}",
    )


@router.post("/openings", name="open_session")
def open_session(request: Request, db: Db, seat: Seat, now: Now, session: str, form: PlainBody) -> Response:
    """Begin the session."""
    return act(
        form,
        show=lambda form, status: session_page(request, db, seat, session, sitting=form, status=status),
        do=lambda typed: commands.open_session(
            db, seat.dialogue, session, by=seat.viewer, at=now, once=typed.once
        ),
        go_to=lambda _: f"/dialogues/{seat.dialogue}/sessions/{session}",
    )


@router.post("/closings", name="close_session")
def close_session(request: Request, db: Db, seat: Seat, now: Now, session: str, form: PlainBody) -> Response:
    """End the session."""
    return act(
        form,
        show=lambda form, status: session_page(request, db, seat, session, sitting=form, status=status),
        do=lambda typed: commands.close_session(
            db, seat.dialogue, session, by=seat.viewer, at=now, once=typed.once
        ),
        go_to=lambda _: f"/dialogues/{seat.dialogue}/sessions/{session}",
    )


@router.get("/calendar.ics", name="show_calendar_file")
def show_calendar_file(db: Db, seat: Seat, session: str) -> Response:
    """The session for a telephone's calendar; loading it again moves or removes what stands there."""
    view = session_view(db, seat.dialogue, session)
    changed = invitations.last_change(db, seat.dialogue, session)
    file = calendar_file(view, changed)
    return Response(
        file.body,
        media_type=f"text/calendar; charset=utf-8; method={file.method}",
        headers={"Content-Disposition": 'attachment; filename="meeting.ics"'},
    )
