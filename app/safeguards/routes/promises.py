"""Pages of promises: the sheet that names them, and the page on which the sides say whether they were kept."""

from collections.abc import Callable
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.agreements.queries.texts import agreement_row, agreement_view
from app.foundation.errors import NotAllowed
from app.foundation.roles import Role
from app.parties.queries import sides_of
from app.record.facts.promises import PromiseNamed
from app.safeguards.commands import promises as commands
from app.safeguards.forms.promises import NAMING_FORM, NamingForm, PlainForm, typed_naming
from app.safeguards.queries import promises as queries
from app.safeguards.queries.follow_ups import follow_ups_of
from app.safeguards.queries.later import entered_later
from app.safeguards.rules.promises import OUTSIDE
from app.web.acting import act
from app.web.dependencies import Db, Now, Seat
from app.web.forms import Filled, filled
from app.web.frame import Seated
from app.web.i18n import gettext as _
from app.web.rendering import show

router = APIRouter(prefix="/dialogues/{dialogue}")
NamingBody = Annotated[Filled[NamingForm], filled(NAMING_FORM)]
PlainBody = Annotated[Filled[PlainForm], filled(PlainForm)]
STAFF = (Role.FACILITATOR, Role.MEDIATOR)
READERS = (*STAFF, Role.MONITOR, Role.SAFEGUARD_OFFICER)


def _naming(
    request: Request, db: Db, seat: Seated, agreement: str, form: Filled[NamingForm], status: int = 200
) -> Response:
    if not seat.viewer.holds(*READERS):
        raise NotAllowed
    row = agreement_row(db, seat.dialogue, agreement)
    sides = [(side.id, side.name) for side in sides_of(db, seat.dialogue)]
    named = queries.is_named(db, row)
    return show(
        request,
        "safeguards/naming.html",
        status=status,
        entered_later=entered_later(db, seat.dialogue, (PromiseNamed,), about=row.agreement),
        form=form.starting(**typed_naming(queries.naming_of(db, row))),
        view=agreement_view(db, seat.dialogue, agreement),
        rows=queries.rows_of(db, seat.dialogue, row),
        debtors=[*sides, (OUTSIDE, _("an authority outside this table"))],
        creditors=sides,
        named=named,
        may_name=seat.viewer.holds(*STAFF)
        and row.status != "released"
        and not (named and queries.is_signed(db, row)),
        follow_ups=follow_ups_of(db, seat.dialogue),
    )


@router.get("/sheets/promises/{agreement}", name="show_promise_naming")
def show_promise_naming(request: Request, db: Db, seat: Seat, agreement: str) -> Response:
    """The sheet that says who keeps each row of a text."""
    return _naming(request, db, seat, agreement, Filled())


@router.post("/sheets/promises/{agreement}", name="name_promises")
def name_promises(
    request: Request, db: Db, seat: Seat, now: Now, agreement: str, form: NamingBody
) -> Response:
    """Name the promises of a text, and plan the talks afterwards."""

    def do(typed: NamingForm) -> str:
        row = agreement_row(db, seat.dialogue, agreement)
        rows = typed.rows(len(queries.rows_of(db, seat.dialogue, row)))
        return commands.name_promises(
            db, seat.dialogue, agreement, rows, typed.on, typed.time, by=seat.viewer, at=now, once=typed.once
        )

    return act(
        form,
        show=lambda form, status: _naming(request, db, seat, agreement, form, status),
        do=do,
        go_to=lambda result: f"/dialogues/{seat.dialogue}/texts/{result}",
    )


def _promises(
    request: Request, db: Db, seat: Seated, now: datetime, form: Filled[PlainForm], status: int = 200
) -> Response:
    return show(
        request,
        "safeguards/promises.html",
        status=status,
        with_path=not seat.viewer.is_party,
        form=form,
        promises=queries.promises_of(db, seat.dialogue, now),
        side=seat.viewer.side if seat.viewer.holds(Role.DELEGATE) else "",
    )


@router.get("/promises", name="show_promises")
def show_promises(request: Request, db: Db, seat: Seat, now: Now) -> Response:
    """What was promised, and whether it was kept. Everybody at the table reads it."""
    return _promises(request, db, seat, now, Filled())


def _said(
    request: Request,
    db: Db,
    seat: Seated,
    now: datetime,
    form: Filled[PlainForm],
    promise: tuple[str, int],
    say: Callable[..., str],
) -> Response:
    """One of three words about a promise: `promise` is its text and number, `say` the command."""
    return act(
        form,
        show=lambda form, status: _promises(request, db, seat, now, form, status),
        do=lambda typed: say(db, seat.dialogue, *promise, by=seat.viewer, at=now, once=typed.once),
        go_to=lambda _: f"/dialogues/{seat.dialogue}/promises",
    )


@router.post("/texts/{agreement}/promises/{number}/claims", name="claim_promise")
def claim_promise(
    request: Request, db: Db, seat: Seat, now: Now, agreement: str, number: int, form: PlainBody
) -> Response:
    """Say that one's side kept its promise."""
    return _said(request, db, seat, now, form, (agreement, number), commands.claim_promise)


@router.post("/texts/{agreement}/promises/{number}/confirmations", name="confirm_promise")
def confirm_promise(
    request: Request, db: Db, seat: Seat, now: Now, agreement: str, number: int, form: PlainBody
) -> Response:
    """Say that what was promised to one's side was kept."""
    return _said(request, db, seat, now, form, (agreement, number), commands.confirm_promise)


@router.post("/texts/{agreement}/promises/{number}/disputes", name="dispute_promise")
def dispute_promise(
    request: Request, db: Db, seat: Seat, now: Now, agreement: str, number: int, form: PlainBody
) -> Response:
    """Say that what was promised to one's side was not kept."""
    return _said(request, db, seat, now, form, (agreement, number), commands.dispute_promise)
