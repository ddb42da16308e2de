"""The first page of somebody who is signed in: what waits for them."""

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from app.people.queries import person_of
from app.waiting.queries import waits_of
from app.web.dependencies import Db, Now, Visitor
from app.web.rendering import show

router = APIRouter()


@router.get("/", name="show_waiting")
def show_waiting(request: Request, db: Db, visitor: Visitor, now: Now) -> Response:
    """What this person can do now, oldest first; the rehearsal's people while nobody is signed in."""
    if visitor is None:
        return RedirectResponse("/rehearsal", 303)
    tables = waits_of(db, visitor.person, now)
    known = person_of(db, visitor.person)
    return show(
        request,
        "waiting/waiting.html",
        tables=tables,
        waiting=any(table.waits for table in tables),
        may_open=bool(known and known.staff),
    )
