"""Leaving: ends the sign-in, wipes what the browser keeps, shows a neutral page."""

from calendar import Calendar

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.foundation.clock import local
from app.people import commands
from app.web import afterwards
from app.web.dependencies import SIGN_IN, Db, Now, Visitor
from app.web.frame import WALK
from app.web.rendering import go_to, show
from app.web.words import digits, month_name

router = APIRouter()


@router.post("/exit", name="leave_now")
def leave_now(request: Request, db: Db) -> Response:
    """End the sign-in and show a calendar. Works for everyone, always, with an empty form."""
    token = request.cookies.get(SIGN_IN, "")
    if token:
        commands.sign_out(db, token)
    answer = go_to("/away")
    for kept in (SIGN_IN, WALK, afterwards.COOKIE):
        answer.delete_cookie(kept)
    answer.headers["Clear-Site-Data"] = '"cache", "storage"'
    return answer


@router.get("/away", name="show_away")
def show_away(request: Request, now: Now) -> Response:
    """A plain calendar of this month: nothing to see over a shoulder."""
    today = local(now).date()
    weeks = Calendar().monthdayscalendar(today.year, today.month)
    return show(
        request,
        "people/away.html",
        month=digits(f"{month_name(today.month)} {today.year}"),
        weeks=[[digits(day) if day else "" for day in week] for week in weeks],
        today=digits(today.day),
    )


@router.get("/help", name="show_help")
def show_help(request: Request, visitor: Visitor) -> Response:
    """How things work and whom to call. Nothing is typed here."""
    return show(request, "people/help.html")
