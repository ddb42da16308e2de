"""What staff do to an agenda, and the agenda as everybody at the table reads it."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.access.reading import CHAIR, may_read
from app.foundation.clock import at_local
from app.foundation.errors import NotFound
from app.sessions.commands import agenda as commands
from app.sessions.forms.agenda import (
    AgendaDeliveryForm,
    AgendaForm,
    Row,
    SendForm,
    all_rows,
    rows_of,
    small_number,
    typed_items,
    written_rows,
)
from app.sessions.queries import agenda as queries
from app.sessions.queries.schedule import session_view
from app.sessions.routes.preparation import EMPTY, Sheet, ensure_staff, preparation_page, side_names
from app.sessions.rules.agenda_items import begins, changes_between
from app.sessions.words.agenda import change_rows
from app.web.acting import act
from app.web.copies import copy_foot
from app.web.dependencies import Db, Now, Seat
from app.web.forms import Filled, filled
from app.web.frame import Seated
from app.web.rendering import show

router = APIRouter(prefix="/dialogues/{dialogue}/sessions/{session}")


def _place(text: str, rows: Sequence[Row]) -> int | None:
    place = small_number(text)
    return place if place is not None and place < len(rows) else None


def _arranged(form: AgendaForm) -> list[Row]:
    """The rows after one button beside them: moved, taken off, or with a break put in. Nothing is saved.

    The button says the place of its row on the page: rows that were emptied there are left out only afterwards.
    """
    rows = all_rows(form.model_dump())
    for name, step in (("up", -1), ("down", 1)):
        place = _place(getattr(form, name), rows)
        if place is not None and 0 <= place + step < len(rows):
            rows[place], rows[place + step] = rows[place + step], rows[place]
    removed, rested = _place(form.remove, rows), _place(form.rest, rows)
    if removed is not None:
        del rows[removed]
    if rested is not None:
        pause = {"khmer": "សម្រាក", "latin": "Break", "purpose": "rest", "minutes": "15"}
        rows.insert(rested, EMPTY | pause)
    return written_rows(rows)


AgendaBody = Annotated[Filled[AgendaForm], filled(AgendaForm)]


@router.post("/agenda-drafts", name="arrange_agenda")
def arrange_agenda(
    request: Request, db: Db, seat: Seat, now: Now, session: str, form: AgendaBody
) -> Response:
    """Move, take off or add a row and show the page again, with everything typed; saves nothing."""
    if form.value is None:
        sheet = Sheet(form, rows_of(form.typed), unsaved=True)
        return preparation_page(request, db, seat, session, now, sheet=sheet, status=422)
    rows = _arranged(form.value)
    typed = {"once": form.value.once}
    return preparation_page(
        request, db, seat, session, now, sheet=Sheet(Filled(typed=typed), rows, unsaved=True)
    )


@router.post("/agendas", name="save_agenda")
def save_agenda(request: Request, db: Db, seat: Seat, now: Now, session: str, form: AgendaBody) -> Response:
    """Save the rows as the next version."""

    def again(form: Filled[AgendaForm], status: int) -> Response:
        sheet = Sheet(form, rows_of(form.typed), unsaved=True)
        return preparation_page(request, db, seat, session, now, sheet=sheet, status=status)

    ensure_staff(seat)
    return act(
        form,
        show=again,
        do=lambda typed: commands.save_agenda(
            db,
            seat.dialogue,
            session,
            typed.agenda,
            typed_items(rows_of(typed.model_dump())),
            send=bool(typed.send),
            by=seat.viewer,
            at=now,
            once=typed.once,
        ),
        go_to=lambda _: f"/dialogues/{seat.dialogue}/sessions/{session}/preparation",
    )


@router.post("/agenda-sendings", name="send_agenda_for_review")
def send_agenda_for_review(
    request: Request,
    db: Db,
    seat: Seat,
    now: Now,
    session: str,
    form: Annotated[Filled[SendForm], filled(SendForm)],
) -> Response:
    """Send the newest version to the chair."""
    return act(
        form,
        show=lambda form, status: preparation_page(request, db, seat, session, now, send=form, status=status),
        do=lambda typed: commands.send_agenda_for_review(
            db, seat.dialogue, session, typed.agenda, by=seat.viewer, at=now, once=typed.once
        ),
        go_to=lambda _: f"/dialogues/{seat.dialogue}/sessions/{session}/preparation",
    )


@router.post("/agenda-deliveries", name="record_agenda_delivery")
def record_agenda_delivery(
    request: Request,
    db: Db,
    seat: Seat,
    now: Now,
    session: str,
    form: Annotated[Filled[AgendaDeliveryForm], filled(AgendaDeliveryForm)],
) -> Response:
    """Note who received the agenda."""
    return act(
        form,
        show=lambda form, status: preparation_page(
            request, db, seat, session, now, deliver=form, status=status
        ),
        do=lambda typed: commands.record_agenda_delivery(
            db,
            seat.dialogue,
            session,
            typed.agenda,
            typed.persons,
            typed.how,
            at_local(typed.on, typed.time),
            by=seat.viewer,
            at=now,
            once=typed.once,
        ),
        go_to=lambda _: f"/dialogues/{seat.dialogue}/sessions/{session}/preparation#deliver",
    )


def _sheet(request: Request, db: Db, seat: Seated, session: str, number: int | None) -> Response:
    """One version as a sheet. Before a version is delivered, only staff, chair and monitor read it."""
    view = session_view(db, seat.dialogue, session)
    history = queries.history_of(db, seat.dialogue, session)
    sees_all = may_read(seat.viewer, CHAIR)
    if number is not None:
        version = history.numbered(number)
    elif sees_all:
        version = history.newest
    else:
        version = history.version(history.deliveries[-1].digest) if history.deliveries else None
    brought = {one.digest for one in history.deliveries}
    if number is not None and (version is None or not (sees_all or version.digest in brought)):
        raise NotFound
    items = queries.agenda_of(db, seat.dialogue, version.digest if version else "").items
    earlier = history.numbered(version.number - 1) if version and sees_all else None
    changed = []
    if earlier is not None:
        before = queries.agenda_of(db, seat.dialogue, earlier.digest).items
        changed = change_rows(changes_between(before, items), side_names(db, seat.dialogue))
    held = history.received(seat.viewer.person)
    return show(
        request,
        "sessions/agenda.html",
        foot=copy_foot(request, db, seat.dialogue, version.digest if version else "", session),
        view=view,
        version=version,
        rows=list(zip(begins(view.starts, items), items, strict=True)),
        side_name=side_names(db, seat.dialogue),
        earlier=earlier,
        changed=changed,
        received=held.get(version.digest) if version else None,
        others=[one for one in history.versions if sees_all and one != version],
    )


@router.get("/agenda", name="show_agenda")
def show_agenda(request: Request, db: Db, seat: Seat, session: str) -> Response:
    """The agenda of a session: the newest version for staff and chair, the one brought to the table for all."""
    return _sheet(request, db, seat, session, None)


@router.get("/agendas/{number}", name="show_agenda_version")
def show_agenda_version(request: Request, db: Db, seat: Seat, session: str, number: int) -> Response:
    """One version of the agenda by its number."""
    return _sheet(request, db, seat, session, number)
