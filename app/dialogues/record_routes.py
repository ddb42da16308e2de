"""The page Record: every entry in words, cut to what this person may see; corrections of one's own."""

from typing import Annotated

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.dialogues import commands
from app.dialogues.forms import CorrectionForm
from app.dialogues.record_view import PAGE, entries_numbered, entry_views, number_at
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
def show_record(request: Request, db: Db, seat: Seat, before: str = "") -> Response:
    """The record in words, newest first; with `before` the entries older than the one with this key."""
    entries = entry_views(db, seat, before=number_at(db, seat, before) if before else None)
    is_monitor = seat.viewer.holds(Role.MONITOR, Role.SAFEGUARD_OFFICER)
    at, peaks = _end(db, seat, is_monitor=is_monitor)
    head = head_text(origin_of(node_of(db), seat.dialogue), at + 1, fold(unpack(peaks)))
    return show(
        request,
        "record/record.html",
        entries=entries,
        older=entries[-1].key if len(entries) == PAGE else "",
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
    request: Request, db: Db, seat: Seated, key: str, form: Filled[CorrectionForm], status: int = 200
) -> Response:
    (entry,) = entries_numbered(db, seat, [number_at(db, seat, key)])
    if not entry.is_own:
        raise NotFound
    return show(request, "record/correction.html", status=status, form=form, entry=entry)


@router.get("/entries/{entry}/corrections/new", name="show_correction")
def show_correction(request: Request, db: Db, seat: Seat, entry: str) -> Response:
    """The form that sets one's own entry right."""
    return _correction(request, db, seat, entry, Filled())


@router.post("/entries/{entry}/corrections", name="correct_entry")
def correct_entry(
    request: Request,
    db: Db,
    seat: Seat,
    now: Now,
    entry: str,
    form: Annotated[Filled[CorrectionForm], filled(CorrectionForm)],
) -> Response:
    """Set one's own entry right."""
    return act(
        form,
        show=lambda form, status: _correction(request, db, seat, entry, form, status),
        do=lambda typed: commands.correct_entry(
            db,
            seat.dialogue,
            number_at(db, seat, entry),
            typed.words,
            by=seat.viewer,
            at=now,
            once=typed.once,
        ),
        go_to=lambda _: f"/dialogues/{seat.dialogue}/entries",
    )
