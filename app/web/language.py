"""Chooses the language of each request: `?lang=` if asked, else what the browser keeps, else Khmer."""

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.web import i18n

YEAR = 31_536_000
"""Seconds for which a browser keeps the chosen language."""


class InItsLanguage:
    """Stands around every route; keeps a language that was asked for in a cookie."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand around this application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request in its language."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        asked = request.query_params.get("lang", "")
        i18n.use_language(asked or request.cookies.get("language", "km"))
        await self.app(scope, receive, _keeping(send, asked) if asked in i18n.LANGUAGES else send)


def _keeping(send: Send, asked: str) -> Send:
    cookie = f"language={asked}; Path=/; Max-Age={YEAR}; HttpOnly; SameSite=Lax".encode()

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            message["headers"] = [*message["headers"], (b"set-cookie", cookie)]
        await send(message)

    return sending
