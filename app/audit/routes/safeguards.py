"""The monitor's page of what was safeguarded around a table: for one that ends without agreement, too. It prints."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.audit.queries.safeguards import safeguards_of
from app.audit.routes.reviews import Auditor
from app.dialogues.queries import dialogue_row
from app.web.dependencies import Db, Now
from app.web.rendering import show

router = APIRouter(prefix="/dialogues/{dialogue}/reviews/safeguards")


@router.get("", name="show_safeguards")
def show_safeguards(request: Request, db: Db, seat: Auditor, now: Now) -> Response:
    """Which rules about the table itself are kept, what is open, and how many were asked alone."""
    return show(
        request,
        "audit/safeguards.html",
        row=dialogue_row(db, seat.dialogue),
        view=safeguards_of(db, seat.dialogue),
        now=now,
    )
