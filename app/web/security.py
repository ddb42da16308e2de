"""Headers of every answer, and the rule against forms from elsewhere (security.md 5)."""

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
SAFE = frozenset(("GET", "HEAD", "OPTIONS"))
LONGEST_BODY = 256 * 1024
"""Bytes of the longest form; the longest text put to the parties fits four times."""


LONGEST_SOUND = 21 * 1024 * 1024
"""Bytes of a form with a recording in it: the largest recording, and what stands around it."""


def comes_from_here(request: Request) -> bool:
    """Is this form sent by one of our own pages? Both headers absent means no."""
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site in ("same-origin", "none")
    return request.headers.get("origin") == f"{request.url.scheme}://{request.headers.get('host', '')}"


class Secured:
    """Stands around every route: refuses forms from elsewhere and bodies too long, adds the headers."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand around this application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        refusal = _refusal(Request(scope))
        await (refusal or self.app)(scope, receive, _with_headers(send))


def _refusal(request: Request) -> PlainTextResponse | None:
    if request.method not in SAFE and not comes_from_here(request):
        return PlainTextResponse("This form did not come from our own page. Open the page again.", 403)
    if "\x00" in request.url.path or "%00" in request.url.query:
        return PlainTextResponse("There is nothing at this address.", 404)
    length = request.headers.get("content-length", "0" if request.method in SAFE else "")
    if not (length.isascii() and length.isdigit()) or int(length) > _longest(request.url.path):
        return PlainTextResponse("This is too long to send. Shorten it, or send it in parts.", 413)
    return None


def _longest(path: str) -> int:
    return LONGEST_SOUND if path.endswith("/recordings") else LONGEST_BODY


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            headers.setdefault("Cache-Control", "no-store")
        await send(message)

    return sending
