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
from app.recordkeeping.tables import RecordLine
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
    at, peaks = _end(db, seat, is_monitor=is_monitor)
    head = head_text(origin_of(node_of(db), seat.dialogue), at + 1, fold(unpack(peaks)))
    return show(
        request,
        "record/record.html",
        entries=entries,
        older=entries[-1].number if len(entries) == PAGE else None,
        is_monitor=is_monitor,
        size=at + 1 if is_monitor else None,
        head=spoken(head),
    )


def _end(db: Db, seat: Seated, *, is_monitor: bool) -> tuple[int, bytes]:
    """Number and peaks of the entry whose head the page shows: the newest, for others the newest they may read.

    A head that moved with every hidden entry would tell that somebody took a yes back (settled.md 3).
    """
    last = last_line(db, seat.dialogue)
    assert last is not None
    if is_monitor:
        return last[0], last[1]
    (newest,) = entry_views(db, seat, most=1)
    line = db.get(RecordLine, (seat.dialogue, newest.number))
    assert line is not None
    return newest.number, line.peaks


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
