"""The chair's review of an agenda, on a phone and on paper, and the facilitator's answers."""

from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Request
from sqlmodel import Session
from starlette.responses import Response

from app.access.reading import CHAIR, may_read
from app.foundation.errors import NotAllowed
from app.foundation.roles import Role
from app.parties.queries import sides_of
from app.record.code import short_code
from app.sessions.commands import review as commands
from app.sessions.forms.review import ReviewForm, SuggestionForm
from app.sessions.queries.agenda import history_of
from app.sessions.queries.review import before_chair, suggestions_of
from app.sessions.queries.schedule import session_view
from app.sessions.routes.preparation import ensure_staff, preparation_page, side_names
from app.sessions.rules.agenda_items import begins
from app.sessions.words.agenda import change_rows
from app.web.acting import act
from app.web.dependencies import Db, Now, Seat
from app.web.forms import Filled, filled
from app.web.frame import Seated
from app.web.rendering import show

router = APIRouter(prefix="/dialogues/{dialogue}/sessions/{session}")


def _page(
    request: Request, db: Session, seat: Seated, session: str, form: Filled[ReviewForm], status: int = 200
) -> Response:
    if not may_read(seat.viewer, CHAIR):
        raise NotAllowed
    view = session_view(db, seat.dialogue, session)
    history = history_of(db, seat.dialogue, session)
    before = before_chair(db, seat.dialogue, history)
    items = before.agenda.items if before else ()
    mine = history.review_by(seat.viewer.person, before.version.digest) if before else None
    said: dict[str, Any] = dict(
        zip(form.typed.get("item", []), form.typed.get("suggestion", []), strict=False)
    )
    return show(
        request,
        "sessions/review.html",
        status=status,
        view=view,
        before=before,
        code=short_code(before.version.digest) if before else "",
        rows=list(zip(begins(view.starts, items), items, strict=True)),
        changed=change_rows(before.changes, side_names(db, seat.dialogue)) if before else [],
        side_name=side_names(db, seat.dialogue),
        sides=sides_of(db, seat.dialogue),
        mine=mine,
        my_suggestions=[
            one
            for one in suggestions_of(db, seat.dialogue, history)
            if one.by == seat.viewer.person and mine is not None and one.review == mine.entry.number
        ],
        may_review=seat.viewer.holds(Role.CHAIR) and view.status in {"planned", "open"} and not seat.ended,
        has_sign=any(item.purpose == "sign" for item in items),
        form=form,
        said=said,
    )


@router.get("/agenda-reviews/new", name="show_agenda_review")
def show_agenda_review(request: Request, db: Db, seat: Seat, session: str) -> Response:
    """What changed, the agenda, and the five outcomes."""
    return _page(request, db, seat, session, Filled())


@router.post("/agenda-reviews", name="review_agenda")
def review_agenda(
    request: Request,
    db: Db,
    seat: Seat,
    now: Now,
    session: str,
    form: Annotated[Filled[ReviewForm], filled(ReviewForm)],
) -> Response:
    """Send one review of one version."""
    return act(
        form,
        show=lambda form, status: _page(request, db, seat, session, form, status),
        do=lambda typed: commands.review_agenda(
            db,
            seat.dialogue,
            session,
            typed.agenda,
            typed.outcome,
            typed.words,
            typed.by_item,
            by=seat.viewer,
            at=now,
            once=typed.once,
        ),
        go_to=lambda _: f"/dialogues/{seat.dialogue}/sessions/{session}/agenda-reviews/new",
    )


def _preparation(
    request: Request,
    db: Session,
    seat: Seated,
    session: str,
    now: datetime,
    form: Filled[SuggestionForm],
    status: int,
) -> Response:
    return preparation_page(request, db, seat, session, now, answer=form, status=status)


@router.post("/suggestion-answers", name="answer_suggestion")
def answer_suggestion(
    request: Request,
    db: Db,
    seat: Seat,
    now: Now,
    session: str,
    form: Annotated[Filled[SuggestionForm], filled(SuggestionForm)],
) -> Response:
    """Take or decline one suggestion of a chair."""
    ensure_staff(seat)
    return act(
        form,
        show=lambda form, status: _preparation(request, db, seat, session, now, form, status),
        do=lambda typed: commands.answer_suggestion(
            db,
            seat.dialogue,
            session,
            typed.review,
            typed.item,
            typed.answer,
            by=seat.viewer,
            at=now,
            once=typed.once,
        ),
        go_to=lambda _: f"/dialogues/{seat.dialogue}/sessions/{session}/preparation#suggestions",
    )
