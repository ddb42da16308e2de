"""Turning a view into HTML: the whole page, or the one part that htmx asked for."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from app.web import i18n, words
from app.web.assets import asset
from app.web.error_names import named
from app.web.frame import frame_of

TEMPLATES = Path(__file__).resolve().parent.parent.parent / "templates"

env = Environment(
    loader=FileSystemLoader(TEMPLATES),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    auto_reload=False,
    extensions=["jinja2.ext.i18n"],
)
env.install_gettext_callables(i18n.gettext, i18n.ngettext, newstyle=True)  # type: ignore[attr-defined]
_in_the_form_for_a_count = cast("Callable[..., str]", env.globals["ngettext"])


@pass_context
def _counted(context: Context, one: str, many: str, num: int, /, **holes: Any) -> str:
    """`ngettext` whose %(num)s is written in the reader's digits; Jinja's own would write Latin ones."""
    return _in_the_form_for_a_count(context, one, many, num, **{"num": words.number(num), **holes})


env.globals["ngettext"] = _counted
env.globals.update(asset=asset, lang=i18n.language)
env.filters.update(
    day=words.day,
    short_day=words.short_day,
    day_time=words.day_time,
    time=words.clock_time,
    number=words.number,
    digits=words.digits,
    money=words.money,
)


def as_markup(rendered: str) -> Markup:
    """What one of our own templates has drawn, as text that may stand inside another page."""
    return Markup(rendered.strip())


def asks_for_a_part(request: Request) -> bool:
    """Did htmx ask for one part, rather than a person for the page?"""
    headers = request.headers
    wanted = headers.get("HX-Request") == "true" and headers.get("HX-Boosted") != "true"
    return wanted and headers.get("HX-History-Restore-Request") != "true"


def show(
    request: Request,
    page: str,
    *,
    part: str | None = None,
    status: int = 200,
    with_path: bool = False,
    **view: Any,
) -> Response:
    """The page, or its part where htmx asks for one; with the frame around it."""
    template = part if part and asks_for_a_part(request) else page
    html = env.get_template(template).render(
        frame=frame_of(request, with_path=with_path, status=status), **view
    )
    return HTMLResponse(
        named(html) if status >= 400 else html, status, headers={"Vary": "HX-Request, Cookie"}
    )


def go_to(url: str) -> Response:
    """Where a form leads after it was done, so that reloading is harmless."""
    return RedirectResponse(url, 303)
