"""Pages of invitations: who got the letter and how early; recording a delivery; the letter itself."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.dialogues.queries import dialogue_row
from app.foundation.clock import at_local, local
from app.foundation.errors import NotAllowed
from app.foundation.roles import Role
from app.parties.queries import people_of, sides_of
from app.sessions.commands import invitations as commands
from app.sessions.commands.invitations import Delivery
from app.sessions.forms.invitations import DeliveryForm
from app.sessions.queries import invitations as queries
from app.sessions.queries.schedule import needed_of, session_view
from app.web.acting import act
from app.web.copies import foot_at
from app.web.dependencies import Db, Now, Seat
from app.web.forms import Filled, filled
from app.web.frame import Seated
from app.web.rendering import show

router = APIRouter(prefix="/dialogues/{dialogue}/sessions/{session}")
STAFF = (Role.FACILITATOR, Role.MEDIATOR)
READERS = (*STAFF, Role.MONITOR, Role.SAFEGUARD_OFFICER)


def _ensure_reads(seat: Seated) -> None:
    """Lists of deliveries are read by staff and monitors (app/access/reading.py)."""
    if not seat.viewer.holds(*READERS):
        raise NotAllowed


def _page(
    request: Request,
    db: Db,
    seat: Seated,
    now: datetime,
    session: str,
    form: Filled[DeliveryForm],
    status: int = 200,
) -> Response:
    _ensure_reads(seat)
    view = session_view(db, seat.dialogue, session)
    invited = queries.invited_to(db, seat.dialogue, view)
    return show(
        request,
        "sessions/invitations.html",
        status=status,
        view=view,
        invited=invited,
        people=[(one.person.id, one.person.name, one.side_name or one.person.seats) for one in invited],
        unreached=[one.person.id for one in invited if one.reached is None or one.before_move],
        today=local(now).date(),
        now_local=local(now),
        may_record=seat.viewer.holds(*STAFF),
        form=form,
    )


@router.get("/invitations", name="show_invitations")
def show_invitations(request: Request, db: Db, seat: Seat, now: Now, session: str) -> Response:
    """Whom the letter has reached, and the form that records a delivery."""
    return _page(request, db, seat, now, session, Filled())


@router.post("/invitations", name="record_delivery")
def record_delivery(
    request: Request,
    db: Db,
    seat: Seat,
    now: Now,
    session: str,
    form: Annotated[Filled[DeliveryForm], filled(DeliveryForm)],
) -> Response:
    """Record whom a letter reached the same way."""

    def do(typed: DeliveryForm) -> str:
        delivery = Delivery(
            typed.persons, typed.how, typed.carrier, bool(typed.read_aloud), at_local(typed.on, typed.time)
        )
        return commands.record_delivery(
            db, seat.dialogue, session, delivery, by=seat.viewer, at=now, once=typed.once
        )

    return act(
        form,
        show=lambda form, status: _page(request, db, seat, now, session, form, status),
        do=do,
        go_to=lambda _: f"/dialogues/{seat.dialogue}/sessions/{session}/invitations",
    )


@router.get("/letter", name="show_letter")
def show_letter(request: Request, db: Db, seat: Seat, session: str) -> Response:
    """The invitation letter, to print and to read aloud (D1). Everybody at the table may read it."""
    people = people_of(db, seat.dialogue)
    return show(
        request,
        "sessions/letter.html",
        view=session_view(db, seat.dialogue, session),
        row=dialogue_row(db, seat.dialogue),
        sides=sides_of(db, seat.dialogue),
        others=[one for one in needed_of(db, seat.dialogue) if not one.side],
        writers=[one for one in people if set(one.roles) & set(STAFF)],
        foot=foot_at(request, db, seat.dialogue, *queries.letter_stands_on(db, seat.dialogue, session)),
    )
