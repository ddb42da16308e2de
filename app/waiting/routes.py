"""The first page of somebody who is signed in, and the overview of a table: both tell what waits for them."""

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from app.audit.rules import is_auditor
from app.dialogues.queries import dialogue_row
from app.dialogues.record_view import latest_entries
from app.foundation.roles import Role
from app.parties.queries import people_of, sides_of
from app.people.queries import person_of
from app.requests.queries import waiting_requests
from app.waiting.queries import waits_at, waits_of
from app.web.dependencies import Db, Now, Seat, Visitor
from app.web.rendering import show

router = APIRouter()


@router.get("/", name="show_waiting")
def show_waiting(request: Request, db: Db, visitor: Visitor, now: Now) -> Response:
    """What this person can do now, oldest first; the rehearsal's people while nobody is signed in."""
    if visitor is None:
        return RedirectResponse("/rehearsal", 303)
    tables = waits_of(db, visitor.person, now)
    known = person_of(db, visitor.person)
    is_office = bool(known and known.staff)
    return show(
        request,
        "waiting/waiting.html",
        tables=tables,
        waiting=any(table.waits for table in tables),
        audits=any(is_auditor(table.viewer) for table in tables),
        may_open=is_office,
        requests=waiting_requests(db) if is_office else [],
    )


@router.get("/dialogues/{dialogue}", name="show_dialogue")
def show_dialogue(request: Request, db: Db, seat: Seat, now: Now) -> Response:
    """Where this peace table stands, and what waits for this person there."""
    row = dialogue_row(db, seat.dialogue)
    sides = sides_of(db, seat.dialogue)
    waits = waits_at(db, seat.dialogue, seat.viewer, now)
    return show(
        request,
        "dialogues/dialogue.html",
        with_path=True,
        row=row,
        sides=sides,
        others=[person for person in people_of(db, seat.dialogue) if not person.side],
        latest=latest_entries(db, seat),
        is_staff=seat.viewer.holds(Role.FACILITATOR, Role.MEDIATOR),
        side_left=any(side.left for side in sides),
        waits=[(wait.sentence, wait.url, wait.note, "todo", "") for wait in waits],
    )
