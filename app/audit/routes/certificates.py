"""The certificate of a released agreement, for those of its table; and the public check of a code."""

import segno
from fastapi import APIRouter, Request
from markupsafe import Markup
from starlette.responses import Response

from app.audit.queries import certificates
from app.web.dependencies import Db, Now, Seat, Visitor
from app.web.rendering import show

router = APIRouter()


def check_address(request: Request, code: str) -> str:
    """The address at which anybody checks a code."""
    return str(request.url_for("check_certificate").include_query_params(code=code))


def sign_of(address: str) -> Markup:
    """A QR code as a drawing inside the page: no second request, and no part of it asks for a style."""
    sign = segno.make(address, error="m", micro=False)
    return Markup(sign.svg_inline(scale=3, border=2))  # noqa: S704 (segno writes paths and numbers only)


@router.get("/dialogues/{dialogue}/certificates/{agreement}", name="show_certificate")
def show_certificate(request: Request, db: Db, seat: Seat, agreement: str) -> Response:
    """The sheet, or one page that says that there is none: the same for every other state of a text."""
    view = certificates.certificate_of(db, seat.dialogue, agreement)
    if view is None:
        return show(
            request, "audit/no_certificate.html", code=certificates.code_of(db, seat.dialogue, agreement)
        )
    address = check_address(request, view.code)
    return show(request, "audit/certificate.html", view=view, address=address, sign=sign_of(address))


@router.get("/certificates", name="check_certificate")
def check_certificate(request: Request, db: Db, visitor: Visitor, now: Now, code: str = "") -> Response:
    """What the code of a paper means. Open to everybody; says valid, revoked or unknown, and nothing more."""
    found = certificates.check_code(db, code) if code.strip() else None
    return show(request, "audit/check.html", found=found, typed=code[:40], now=now)
