"""Headers of every answer, and the rule against forms from elsewhere (security.md 5)."""

from fastapi import FastAPI, Request
from starlette.middleware.base import RequestResponseEndpoint
from starlette.responses import PlainTextResponse, Response

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


def comes_from_here(request: Request) -> bool:
    """Is this form sent by one of our own pages? Both headers absent means no."""
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site in ("same-origin", "none")
    return request.headers.get("origin") == f"{request.url.scheme}://{request.headers.get('host', '')}"


def secure(web: FastAPI) -> None:
    """Put the rule and the headers around every route."""

    @web.middleware("http")
    async def guard_requests(request: Request, call_next: RequestResponseEndpoint) -> Response:
        if request.method not in SAFE and not comes_from_here(request):
            return PlainTextResponse("This form did not come from our own page. Open the page again.", 403)
        length = request.headers.get("content-length", "0" if request.method in SAFE else "")
        if not length.isdigit() or int(length) > LONGEST_BODY:
            return PlainTextResponse("This is too long to send. Shorten it, or send it in parts.", 413)
        answer = await call_next(request)
        for name, value in HEADERS.items():
            answer.headers.setdefault(name, value)
        answer.headers.setdefault("Cache-Control", "no-store")
        return answer
