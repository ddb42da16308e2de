"""The agreement as a paper to sign: one file, the same for everybody at the table."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.agreements.queries.text_paper import agreement_paper
from app.agreements.queries.texts import agreement_row
from app.web.dependencies import Db, Seat
from app.web.paper import as_file, draw

router = APIRouter()


@router.get("/dialogues/{dialogue}/texts/{agreement}/paper.pdf", name="show_text_paper")
def show_text_paper(request: Request, db: Db, seat: Seat, agreement: str) -> Response:
    """The text in force with room for every mark, in Khmer and English beside each other."""
    code = agreement_row(db, seat.dialogue, agreement).code
    address = str(request.url_for("check_certificate").include_query_params(code=code))
    return as_file(draw("agreement", agreement_paper(db, seat.dialogue, agreement, address)), code)
