"""The rehearsal's first page: its people, and becoming one of them."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.people import commands
from app.people.queries import persons
from app.web.dependencies import SIGN_IN, Db, Now, Visitor
from app.web.rendering import go_to, show

router = APIRouter()


@router.get("/rehearsal", name="show_rehearsal")
def show_rehearsal(request: Request, db: Db, visitor: Visitor, now: Now) -> Response:
    """Everybody in this rehearsal."""
    return show(request, "rehearsal/rehearsal.html", persons=persons(db), visitor=visitor)


@router.post("/rehearsal/people/{person}/sign-ins", name="become")
def become(request: Request, db: Db, now: Now, person: str) -> Response:
    """Become one of the invented people."""
    answer = go_to("/")
    answer.set_cookie(SIGN_IN, commands.sign_in(db, person, at=now), httponly=True, samesite="lax")
    return answer
