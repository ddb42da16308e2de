"""The page Sheets: the nine sheets of a case on one page, for those who fill them."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.foundation.errors import NotFound
from app.safeguards.queries.sheets import sheets_of
from app.web.dependencies import Db, Seat
from app.web.rendering import show

router = APIRouter(prefix="/dialogues/{dialogue}")


@router.get("/sheets", name="list_sheets")
def list_sheets(request: Request, db: Db, seat: Seat) -> Response:
    """The nine sheets; parties have one list of what waits instead."""
    if seat.viewer.is_party:
        raise NotFound
    return show(request, "safeguards/sheets.html", sheets=sheets_of(db, seat))
