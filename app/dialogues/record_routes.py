"""The page Record: every entry in words, cut to what this person may see; corrections of one's own."""

from typing import Annotated

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.dialogues import commands
from app.dialogues.forms import CorrectionForm
from app.dialogues.record_view import PAGE, entry_views
from app.foundation.errors import NotFound
from app.foundation.roles import Role
from app.record.checkpoint import head_text, spoken
from app.record.tree import fold, unpack
from app.recordkeeping.node import node_of, origin_of
from app.recordkeeping.reading import last_line
from app.web.acting import act
from app.web.dependencies import Db, Now, Seat
from app.web.forms import Filled, filled
from app.web.frame import Seated
from app.web.rendering import show

router = APIRouter(prefix="/dialogues/{dialogue}")


@router.get("/entries", name="show_record")
def show_record(request: Request, db: Db, seat: Seat, before: int | None = None) -> Response:
    """The record in words, newest first."""
    entries = entry_views(db, seat, before=before)
    is_monitor = seat.viewer.holds(Role.MONITOR, Role.SAFEGUARD_OFFICER)
    last = last_line(db, seat.dialogue)
    assert last is not None
    head = head_text(origin_of(node_of(db), seat.dialogue), last[0] + 1, fold(unpack(last[1])))
    return show(
        request,
        "record/record.html",
        entries=entries,
        older=entries[-1].number if len(entries) == PAGE else None,
        is_monitor=is_monitor,
        size=last[0] + 1,
        head=spoken(head),
    )


def _correction(
    request: Request, db: Db, seat: Seated, number: int, form: Filled[CorrectionForm], status: int = 200
) -> Response:
    entry = next(iter(entry_views(db, seat, before=number + 1, most=1)), None)
    if entry is None or entry.number != number or not entry.is_own:
        raise NotFound
    return show(request, "record/correction.html", status=status, form=form, entry=entry, number=number)


@router.get("/entries/{number}/corrections/new", name="show_correction")
def show_correction(request: Request, db: Db, seat: Seat, number: int) -> Response:
    """The form that sets one's own entry right."""
    return _correction(request, db, seat, number, Filled())


@router.post("/entries/{number}/corrections", name="correct_entry")
def correct_entry(
    request: Request,
    db: Db,
    seat: Seat,
    now: Now,
    number: int,
    form: Annotated[Filled[CorrectionForm], filled(CorrectionForm)],
) -> Response:
    """Set one's own entry right."""
    return act(
        form,
        show=lambda form, status: _correction(request, db, seat, number, form, status),
        do=lambda typed: commands.correct_entry(
            db, seat.dialogue, number, typed.words, by=seat.viewer, at=now, once=typed.once
        ),
        go_to=lambda _: f"/dialogues/{seat.dialogue}/entries",
    )
