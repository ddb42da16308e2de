"""The page on which a session is prepared: agenda, sending, deliveries, what is still open."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from fastapi import APIRouter, Request
from sqlmodel import Session
from starlette.responses import Response

from app.foundation.clock import local
from app.foundation.errors import NotAllowed
from app.foundation.roles import Role
from app.parties.queries import people_of, sides_of
from app.sessions.forms.agenda import Row, rows_from, typed_items
from app.sessions.queries import agenda as queries
from app.sessions.queries.readiness import holdings_of, latest_delivery, readiness_of
from app.sessions.queries.review import suggestions_of
from app.sessions.queries.schedule import SessionView, limits_of, session_view, sessions_of
from app.sessions.rules.agenda_items import begins, changes_between, total_minutes, wants_break_before
from app.sessions.rules.agenda_proposal import proposed
from app.sessions.words.agenda import change_rows, purposes
from app.web.dependencies import Db, Now, Seat
from app.web.forms import Filled
from app.web.frame import Seated
from app.web.i18n import gettext as _
from app.web.rendering import show

router = APIRouter(prefix="/dialogues/{dialogue}/sessions/{session}")
STAFF = (Role.FACILITATOR, Role.MEDIATOR)
EMPTY: Row = dict.fromkeys(("item", "khmer", "latin", "side", "purpose", "lead", "minutes"), "")


SPARE_ROWS = 6
"""Empty rows that wait behind “Add an item”, one inside the other."""


@dataclass(frozen=True)
class Sheet:
    """The rows that stand in the editor; `unsaved` when they differ from the newest version."""

    form: Filled[Any] = field(default_factory=Filled)
    rows: Sequence[Row] = ()
    unsaved: bool = False


def ensure_staff(seat: Seated) -> None:
    """Only facilitator and mediator prepare a session. Raises NotAllowed."""
    if not seat.viewer.holds(*STAFF):
        raise NotAllowed


def side_names(db: Session, dialogue: str) -> Callable[[str], str]:
    """How the owner side of an item is called; the office for those without."""
    names = {side.id: side.name for side in sides_of(db, dialogue)}
    return lambda side: names.get(side, _("the office"))


def _first_rows(db: Session, dialogue: str, view: SessionView) -> list[Row]:
    """What a first agenda begins from: reading and answering once a text is fixed, else the last session's, else a
    first talk (the normal is ready)."""
    fixed = queries.is_text_fixed(db, dialogue)
    earlier = [one for one in sessions_of(db, dialogue) if one.number < view.number and one.agenda]
    if earlier and not fixed:
        return [
            {**row, "item": ""}
            for row in rows_from(queries.agenda_of(db, dialogue, earlier[-1].agenda).items)
        ]
    names = {role.value: one.latin for one in reversed(people_of(db, dialogue)) for role in one.roles}
    return [EMPTY | row for row in proposed(text_fixed=fixed, names=names)]


def _sheet(db: Session, dialogue: str, view: SessionView) -> Sheet:
    items = queries.agenda_of(db, dialogue, view.agenda).items
    if items:
        return Sheet(rows=rows_from(items))
    return Sheet(rows=_first_rows(db, dialogue, view), unsaved=True)


def _lines(sheet: Sheet, starts: datetime) -> list[dict[str, Any]]:
    """The rows, and after them empty ones; with the time each begins, and the errors that belong to each."""
    rows = [*sheet.rows, *([EMPTY] * SPARE_ROWS)]
    found = []
    for place, (row, time) in enumerate(zip(rows, begins(starts, typed_items(rows)), strict=True)):
        errors = {
            key.partition("-")[2]: said
            for key, said in sheet.form.errors.items()
            if key.partition("-")[0] == str(place)
        }
        found.append({**row, "place": place, "begins": time, "form": Filled(typed=row, errors=errors)})
    return found


def preparation_page(
    request: Request,
    db: Session,
    seat: Seated,
    session: str,
    now: datetime,
    *,
    sheet: Sheet | None = None,
    send: Filled[Any] | None = None,
    deliver: Filled[Any] | None = None,
    answer: Filled[Any] | None = None,
    status: int = 200,
) -> Response:
    """The page with its forms; the one that was sent comes back as it was typed."""
    ensure_staff(seat)
    view = session_view(db, seat.dialogue, session)
    history = queries.history_of(db, seat.dialogue, session)
    sheet = sheet or _sheet(db, seat.dialogue, view)
    lines = _lines(sheet, view.starts)
    items = typed_items(sheet.rows)
    sides = sides_of(db, seat.dialogue)
    suggestions = suggestions_of(db, seat.dialogue, history)
    newest, earlier = history.newest, history.versions[-2] if len(history.versions) > 1 else None
    moved = []
    if newest and earlier:
        moved = changes_between(
            queries.agenda_of(db, seat.dialogue, earlier.digest).items,
            queries.agenda_of(db, seat.dialogue, newest.digest).items,
        )
    text_fixed = queries.is_text_fixed(db, seat.dialogue)
    return show(
        request,
        "sessions/preparation.html",
        part="sessions/_agenda.html",
        status=status,
        view=view,
        may_prepare=view.status in {"planned", "open"} and not seat.ended,
        sheet=sheet,
        lines=lines[:-SPARE_ROWS],
        spare=lines[-SPARE_ROWS:],
        ends=view.starts + timedelta(minutes=total_minutes(items)) if items else None,
        total=total_minutes(items),
        spoken=[(side.name, sum(one.minutes for one in items if one.side == side.id)) for side in sides],
        rest_before=wants_break_before(items),
        limit=limits_of(db, seat.dialogue).session_max_hours,
        side_options=[(side.id, side.name) for side in sides],
        side_name=side_names(db, seat.dialogue),
        purpose_options=purposes(text_fixed=text_fixed),
        text_fixed=text_fixed,
        newest=newest,
        earlier=earlier,
        changed=change_rows(moved, side_names(db, seat.dialogue)),
        history=history,
        chairs=queries.chairs_of(db, seat.dialogue),
        names={one.id: one.name for one in people_of(db, seat.dialogue)},
        waiting=[one for one in suggestions if one.taken is None],
        answered=[one for one in suggestions if one.taken is not None],
        holdings=holdings_of(db, seat.dialogue, view, history),
        latest=latest_delivery(db, seat.dialogue, view),
        readiness=readiness_of(db, seat.dialogue, view, now),
        today=local(now),
        send=send or Filled(),
        deliver=deliver or Filled(),
        answer=answer or Filled(),
    )


@router.get("/preparation", name="show_preparation")
def show_preparation(request: Request, db: Db, seat: Seat, now: Now, session: str) -> Response:
    """Prepare one session: its agenda, the sending, what is still open."""
    return preparation_page(request, db, seat, session, now)
