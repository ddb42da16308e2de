"""Heard, not read: recordings of an offer or a text, put there by staff, played by whoever sits at the table."""

from fastapi import APIRouter, Request
from sqlmodel import Session
from starlette.responses import Response

from app.agreements.commands import recordings as commands
from app.agreements.forms.recordings import RecordingForm, Sent
from app.agreements.forms.versions import going_on
from app.agreements.queries.recordings import recording_row, recordings_of, version_in_force
from app.agreements.tables import Offer
from app.foundation.errors import NotAllowed
from app.foundation.roles import Role
from app.web.acting import act
from app.web.dependencies import Db, Now, Seat
from app.web.forms import Filled
from app.web.frame import Seated
from app.web.rendering import show

router = APIRouter(prefix="/dialogues/{dialogue}")


def _home(db: Session, dialogue: str, matter: str) -> str:
    """The page of an offer or a text."""
    kind = "offers" if db.get(Offer, (dialogue, matter)) is not None else "texts"
    return f"/dialogues/{dialogue}/{kind}/{matter}"


def _page(
    request: Request, db: Session, seat: Seated, matter: str, form: Filled[RecordingForm], status: int = 200
) -> Response:
    if not seat.viewer.holds(Role.FACILITATOR, Role.MEDIATOR):
        raise NotAllowed
    version = version_in_force(db, seat.dialogue, matter)
    return show(
        request,
        "agreements/recordings.html",
        status=status,
        form=going_on(form, status, version=version),
        matter=matter,
        version=version,
        back=_home(db, seat.dialogue, matter),
        recordings=recordings_of(db, seat.dialogue, matter, version),
    )


@router.get("/matters/{matter}/recordings", name="show_recordings")
def show_recordings(request: Request, db: Db, seat: Seat, matter: str) -> Response:
    """The recordings of one offer or text, and the form that adds one."""
    return _page(request, db, seat, matter, Filled())


@router.post("/matters/{matter}/recordings", name="bind_recording")
def bind_recording(request: Request, db: Db, seat: Seat, now: Now, matter: str, sent: Sent) -> Response:
    """Add a recording."""
    form, sound = sent
    return act(
        form,
        show=lambda form, status: _page(request, db, seat, matter, form, status),
        do=lambda typed: commands.bind_recording(
            db,
            seat.dialogue,
            matter,
            typed.version,
            typed.language,
            sound,
            by=seat.viewer,
            at=now,
            once=typed.once,
        ),
        go_to=lambda _: _home(db, seat.dialogue, matter),
    )


@router.get("/recordings/{recording}", name="play_recording")
def play_recording(db: Db, seat: Seat, recording: str) -> Response:
    """The sound, for whoever has a seat at this table."""
    row = recording_row(db, seat.dialogue, recording)
    return Response(row.sound, media_type=row.kind)
