"""The do-no-harm sheet: before the first session, after each, and at the end with the closing of the table."""

from datetime import datetime, timedelta
from typing import Annotated

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.foundation.clock import local
from app.foundation.errors import NotAllowed, Refusal
from app.foundation.roles import Role
from app.parties.queries import sides_of
from app.record.facts.dialogues import DialogueEnded
from app.record.facts.promises import HarmSheetWritten
from app.safeguards.commands import closing
from app.safeguards.commands import harm as commands
from app.safeguards.forms.harm import OPTIONS, ClosingForm, HarmForm
from app.safeguards.queries import harm as queries
from app.safeguards.queries.closing import at_the_end
from app.safeguards.queries.later import entered_later
from app.safeguards.queries.sittings import head_for
from app.safeguards.rules.closing import ensure_closes
from app.safeguards.rules.harm import CLOSING
from app.safeguards.words.promises import moments_words
from app.web.acting import act
from app.web.dependencies import Db, Now, Seat
from app.web.forms import Filled, filled
from app.web.frame import Seated
from app.web.i18n import gettext
from app.web.rendering import show

router = APIRouter(prefix="/dialogues/{dialogue}/sheets")
STAFF = (Role.FACILITATOR, Role.MEDIATOR)
READERS = (*STAFF, Role.MONITOR, Role.SAFEGUARD_OFFICER)
A_WEEK = timedelta(days=7)
"""What got worse is answered within a week where no other day is written."""
_CARRIED = ("divider_words", "connector_words", "groups")
"""What the last sheet said stands on the next one beforehand: only what is new is typed."""


def _beginning(sheets: list[queries.HarmView], *, first_look: bool) -> dict[str, object]:
    before = sheets[-1].page if sheets else {}
    values: dict[str, object] = {name: before.get(name, "") for name in _CARRIED}
    if first_look:  # a box that was unticked sends nothing, and stays unticked
        values["alike"] = "yes"
    return {**values, "dividers": "same", "connectors": "same"}


def _harm(request: Request, db: Db, seat: Seated, form: Filled[HarmForm], status: int = 200) -> Response:
    if not seat.viewer.holds(*READERS):
        raise NotAllowed
    sheets = queries.harm_sheets_of(db, seat.dialogue)
    sessions = queries.opened_sessions(db, seat.dialogue)
    missing = queries.missing_moments(db, seat.dialogue)
    return show(
        request,
        "safeguards/harm.html",
        status=status,
        entered_later=entered_later(db, seat.dialogue, (HarmSheetWritten,)),
        form=form.starting(
            moment=missing[0] if missing else CLOSING, **_beginning(sheets, first_look=not form.typed)
        ),
        options=OPTIONS,
        head=head_for(db, seat),
        sheets=list(reversed(sheets)),
        moments=moments_words(sessions),
        missing=missing,
    )


@router.get("/harm", name="show_harm")
def show_harm(request: Request, db: Db, seat: Seat) -> Response:
    """The sheets that were written, and the form for the next."""
    return _harm(request, db, seat, Filled())


@router.post("/harm", name="write_harm_sheet")
def write_harm_sheet(
    request: Request, db: Db, seat: Seat, now: Now, form: Annotated[Filled[HarmForm], filled(HarmForm)]
) -> Response:
    """Write a do-no-harm sheet."""

    def do(typed: HarmForm) -> str:
        return commands.write_harm_sheet(
            db,
            seat.dialogue,
            typed.moment,
            typed.sheet(seat.signed_in.name, local(now).date() + A_WEEK),
            typed.on,
            typed.time,
            by=seat.viewer,
            at=now,
            once=typed.once,
        )

    return act(
        form,
        show=lambda form, status: _harm(request, db, seat, form, status),
        do=do,
        go_to=lambda _: f"/dialogues/{seat.dialogue}/sheets/harm",
    )


def _ending(
    request: Request, db: Db, seat: Seated, now: datetime, form: Filled[ClosingForm], status: int = 200
) -> Response:
    if not seat.viewer.holds(*STAFF):
        raise NotAllowed
    sheets = queries.harm_sheets_of(db, seat.dialogue)
    closes_as, goes_on = _closing(db, seat, now)
    return show(
        request,
        "safeguards/closing.html",
        status=status,
        entered_later=entered_later(db, seat.dialogue, (DialogueEnded,)),
        form=form.starting(**_beginning(sheets, first_look=not form.typed)),
        options=OPTIONS,
        sides=sides_of(db, seat.dialogue),
        closes_as=closes_as,
        goes_on=goes_on,
        is_closed=bool(seat.ended),
    )


def _closing(db: Db, seat: Seated, now: datetime) -> tuple[str, str]:
    """The state in which this table would close, or why it goes on."""
    try:
        return seat.ended or ensure_closes(at_the_end(db, seat.dialogue, now)), ""
    except Refusal as refusal:
        return "", gettext(refusal.says)


@router.get("/closing", name="show_ending")
def show_ending(request: Request, db: Db, seat: Seat, now: Now) -> Response:
    """The closing of a table, with its last do-no-harm sheet."""
    return _ending(request, db, seat, now, Filled())


@router.post("/closing", name="end_dialogue")
def end_dialogue(
    request: Request,
    db: Db,
    seat: Seat,
    now: Now,
    form: Annotated[Filled[ClosingForm], filled(ClosingForm)],
) -> Response:
    """Write the closing."""

    def do(typed: ClosingForm) -> None:
        closing.end_dialogue(
            db,
            seat.dialogue,
            typed.sheet(seat.signed_in.name, local(now).date() + A_WEEK),
            typed.kept_khmer,
            typed.kept_latin,
            typed.on,
            typed.time,
            by=seat.viewer,
            at=now,
            once=typed.once,
        )

    return act(
        form,
        show=lambda form, status: _ending(request, db, seat, now, form, status),
        do=do,
        go_to=lambda _: f"/dialogues/{seat.dialogue}/statement",
    )
