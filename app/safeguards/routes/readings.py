"""The sheet of a reading: who heard the whole text, and who told back what it means."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.agreements.queries.texts import agreement_view
from app.foundation.clock import local
from app.foundation.errors import NotAllowed
from app.foundation.roles import Role
from app.parties.queries import deciders_of, people_of
from app.safeguards.commands import readings as commands
from app.safeguards.commands.readings import ReadingSheet
from app.safeguards.forms.readings import ReadingForm
from app.safeguards.forms.rows import typed_in_rows
from app.safeguards.queries import readings
from app.web.acting import act
from app.web.dependencies import Db, Now, Seat
from app.web.forms import Filled, filled
from app.web.frame import Seated
from app.web.rendering import show

router = APIRouter(prefix="/dialogues/{dialogue}/sheets/readings/{agreement}")


def _page(
    request: Request,
    db: Db,
    seat: Seated,
    now: datetime,
    agreement: str,
    form: Filled[ReadingForm],
    status: int = 200,
) -> Response:
    if not seat.viewer.holds(Role.WITNESS, Role.FACILITATOR, Role.MEDIATOR):
        raise NotAllowed
    interpreters = [one.id for one in people_of(db, seat.dialogue) if Role.INTERPRETER in one.roles]
    dialogue, unread = seat.dialogue, readings.unread(db, seat.dialogue, agreement)
    return show(
        request,
        "safeguards/readings.html",
        status=status,
        form=form,
        rows=typed_in_rows(form.typed, "told", "correct", "reads"),
        view=agreement_view(db, dialogue, agreement),
        people=deciders_of(db, dialogue),
        unread=unread,
        unasked=readings.unasked(db, dialogue, agreement),
        readers=[
            (one.id, one.name, one.seats) for one in readings.readers_of(db, dialogue, seat.viewer.person)
        ],
        reader=interpreters[0] if len(interpreters) == 1 else "",
        noted=readings.readings_of(db, dialogue, agreement),
        hour=f"{local(now):%H:%M}",
        may_save=seat.viewer.holds(Role.WITNESS),
    )


@router.get("", name="show_reading")
def show_reading(request: Request, db: Db, seat: Seat, now: Now, agreement: str) -> Response:
    """What was read before, and the form."""
    return _page(request, db, seat, now, agreement, Filled())


@router.post("", name="note_reading")
def note_reading(
    request: Request,
    db: Db,
    seat: Seat,
    now: Now,
    agreement: str,
    form: Annotated[Filled[ReadingForm], filled(ReadingForm)],
) -> Response:
    """Write down a reading."""

    def do(typed: ReadingForm) -> str:
        sheet = ReadingSheet(**typed.model_dump(exclude={"once"}))
        return commands.note_reading(
            db, seat.dialogue, agreement, sheet, by=seat.viewer, at=now, once=typed.once
        )

    return act(
        form,
        show=lambda form, status: _page(request, db, seat, now, agreement, form, status),
        do=do,
        go_to=lambda _: f"/dialogues/{seat.dialogue}/sheets/readings/{agreement}",
    )
