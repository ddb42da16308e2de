"""The page that lists every Khmer sentence no native reader has reviewed yet."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.web.dependencies import Visitor
from app.web.i18n import unreviewed
from app.web.rendering import show

router = APIRouter()


@router.get("/words", name="show_words")
def show_words(request: Request, _visitor: Visitor, room: str = "") -> Response:
    """How many sentences wait in each room; the sentences of one room beside their English."""
    waiting = unreviewed()
    rooms = sorted({name for name, _, _ in waiting})
    counts = [(name, sum(found == name for found, _, _ in waiting)) for name in rooms]
    chosen = [(english, khmer) for name, english, khmer in waiting if name == room]
    return show(
        request, "people/words.html", counts=counts, room=room if room in rooms else "", sentences=chosen
    )
