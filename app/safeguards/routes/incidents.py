"""The sheet of incidents that are public already, and how each was closed."""

from typing import Annotated

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.foundation.roles import Role
from app.parties.queries import sides_of
from app.record.facts.promises import IncidentReported
from app.safeguards.commands import incidents as commands
from app.safeguards.commands.incidents import Happened
from app.safeguards.forms.incidents import CloseForm, IncidentForm
from app.safeguards.queries import incidents as queries
from app.safeguards.queries.later import entered_later
from app.safeguards.rules.incidents import TESTS
from app.web.acting import act
from app.web.dependencies import Db, Now, Seat
from app.web.forms import Filled, filled
from app.web.frame import Seated
from app.web.rendering import show

router = APIRouter(prefix="/dialogues/{dialogue}/sheets/incidents")
CLOSERS = (Role.FACILITATOR, Role.MEDIATOR, Role.MONITOR, Role.SAFEGUARD_OFFICER)
WRITERS = (*CLOSERS, Role.WITNESS, Role.PARALEGAL)


def _page(
    request: Request,
    db: Db,
    seat: Seated,
    form: Filled[IncidentForm],
    status: int = 200,
    *,
    closing: Filled[CloseForm] | None = None,
    incident: str = "",
) -> Response:
    return show(
        request,
        "safeguards/incidents.html",
        status=status,
        entered_later=entered_later(db, seat.dialogue, (IncidentReported,)),
        form=form,
        closing=closing or Filled(),
        wrong=incident,
        incidents=queries.incidents_of(db, seat.dialogue),
        names={side.id: side.name for side in sides_of(db, seat.dialogue)},
        may_write=seat.viewer.holds(*WRITERS),
        may_close=seat.viewer.holds(*CLOSERS),
    )


@router.get("", name="show_incidents")
def show_incidents(request: Request, db: Db, seat: Seat) -> Response:
    """What happened, and the form. Everybody at the table reads it, for it is public already."""
    return _page(request, db, seat, Filled())


@router.post("", name="report_incident")
def report_incident(
    request: Request,
    db: Db,
    seat: Seat,
    now: Now,
    form: Annotated[Filled[IncidentForm], filled(IncidentForm)],
) -> Response:
    """Enter an incident; a serious one pauses the table."""

    def do(typed: IncidentForm) -> str:
        happened = Happened(
            typed.kind,
            typed.source,
            typed.target,
            tuple(str(getattr(typed, test)) for test in TESTS),
            bool(typed.serious),
            typed.words,
        )
        return commands.report_incident(
            db, seat.dialogue, happened, typed.on, typed.time, by=seat.viewer, at=now, once=typed.once
        )

    return act(
        form,
        show=lambda form, status: _page(request, db, seat, form, status),
        do=do,
        go_to=lambda result: f"/dialogues/{seat.dialogue}/sheets/incidents#incident-{result}",
    )


@router.post("/{incident}/closings", name="close_incident")
def close_incident(
    request: Request,
    db: Db,
    seat: Seat,
    now: Now,
    incident: str,
    form: Annotated[Filled[CloseForm], filled(CloseForm)],
) -> Response:
    """Say how an incident was dealt with."""
    return act(
        form,
        show=lambda form, status: _page(request, db, seat, Filled(), status, closing=form, incident=incident),
        do=lambda typed: commands.close_incident(
            db, seat.dialogue, incident, typed.words, by=seat.viewer, at=now, once=typed.once
        ),
        go_to=lambda result: f"/dialogues/{seat.dialogue}/sheets/incidents#incident-{result}",
    )
