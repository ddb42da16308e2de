"""The certificate of a released agreement, for those of its table; and the public check of a code."""

import segno
from fastapi import APIRouter, Request
from markupsafe import Markup
from starlette.responses import Response

from app.audit.queries import certificates
from app.audit.queries.certificate_paper import certificate_paper
from app.audit.queries.certificate_sheet import certificate_words
from app.audit.queries.codes import check_code
from app.web.dependencies import Db, Now, Seat, Visitor
from app.web.paper import as_file, draw
from app.web.rendering import show

router = APIRouter()


def check_address(request: Request, code: str) -> str:
    """The address at which anybody checks a code."""
    return str(request.url_for("check_certificate").include_query_params(code=code))


def sign_of(address: str) -> Markup:
    """A QR code as a drawing inside the page: no second request, and no part of it asks for a style."""
    sign = segno.make(address, error="m", micro=False)
    return Markup(sign.svg_inline(scale=3, border=2))  # noqa: S704 (segno writes paths and numbers only)


def _none(request: Request, db: Db, dialogue: str, agreement: str) -> Response:
    """There is no certificate: the same page for every other state of a text."""
    return show(request, "audit/no_certificate.html", code=certificates.code_of(db, dialogue, agreement))


@router.get("/dialogues/{dialogue}/certificates/{agreement}", name="show_certificate")
def show_certificate(request: Request, db: Db, seat: Seat, agreement: str) -> Response:
    """The sheet, or one page that says that there is none: the same for every other state of a text."""
    view = certificates.certificate_of(db, seat.dialogue, agreement)
    if view is None:
        return _none(request, db, seat.dialogue, agreement)
    address = check_address(request, view.code)
    return show(
        request,
        "audit/certificate.html",
        agreement=agreement,
        view=view,
        sheet=certificate_words(view, seat.title),
        address=address,
        sign=sign_of(address),
    )


@router.get("/dialogues/{dialogue}/certificates/{agreement}/paper.pdf", name="show_certificate_paper")
def show_certificate_paper(request: Request, db: Db, seat: Seat, agreement: str) -> Response:
    """The certificate as a paper in both languages; where there is none, the page that says so."""
    view = certificates.certificate_of(db, seat.dialogue, agreement)
    if view is None:
        return _none(request, db, seat.dialogue, agreement)
    drawn = draw("certificate", certificate_paper(db, seat.dialogue, view, check_address(request, view.code)))
    return as_file(drawn, f"{view.code}-certificate")


@router.get("/certificates", name="check_certificate")
def check_certificate(request: Request, db: Db, visitor: Visitor, now: Now, code: str = "") -> Response:
    """What the code of a paper means. Open to everybody; says valid, revoked or unknown, and nothing more."""
    found = check_code(db, code) if code.strip() else None
    return show(request, "audit/check.html", found=found, typed=code[:40], now=now)
