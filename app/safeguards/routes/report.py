"""The closing report that a donor can read: what was done, for whom; printed from the page."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.dialogues.queries import dialogue_row
from app.foundation.errors import NotAllowed
from app.foundation.roles import Role
from app.safeguards.queries.harm import opened_sessions
from app.safeguards.queries.report import report_of
from app.safeguards.words.promises import moments_words
from app.web.dependencies import Db, Now, Seat
from app.web.rendering import show

router = APIRouter(prefix="/dialogues/{dialogue}/sheets/report")
READERS = (Role.FACILITATOR, Role.MEDIATOR, Role.MONITOR, Role.SAFEGUARD_OFFICER)


@router.get("", name="show_closing_report")
def show_closing_report(request: Request, db: Db, seat: Seat, now: Now) -> Response:
    """The report in counts, as of now. It names nobody."""
    if not seat.viewer.holds(*READERS):
        raise NotAllowed
    return show(
        request,
        "safeguards/report.html",
        row=dialogue_row(db, seat.dialogue),
        view=report_of(db, seat.dialogue, now),
        moments=moments_words(opened_sessions(db, seat.dialogue)),
        now=now,
    )
