"""The summary above a form names each field before its sentence: “Area: Write a whole number …”.

The summary is drawn before the fields, so the names are put in when the page is whole: they are read from the page
itself, where each field says what it is called.
"""

import re
from html import unescape

from app.web.i18n import language

_LINK = re.compile(r'(<li><a href="#([\w-]+)">)(?!<b>)([^<]*)(</a></li>)')
_MARKS = re.compile(r'<span class="light soft">.*?</span>|<[^>]+>', re.DOTALL)


def named(html: str) -> str:
    """The page with the name of its field before each sentence of its summary, where the page says a name."""
    top, opens, rest = html.partition('<div class="errors"')
    if not opens:
        return html
    summary, closes, below = rest.partition("</div>")
    colon = "៖ " if language() == "km" else ": "

    def with_name(found: re.Match[str]) -> str:
        name = _name(below, found[2])
        return f"{found[1]}{name}{colon}{found[3]}{found[4]}" if name else found[0]

    return top + opens + _LINK.sub(with_name, summary) + closes + below


def _name(below: str, field: str) -> str:
    """What the field with this id is called: its own label, or the legend of the group in which it stands."""
    label = re.search(rf'<label for="{field}">(.*?)</label>', below, re.DOTALL)
    text = label[1] if label else ""
    place = re.search(rf'<(?:input|select|textarea|p)[^>]*\bid="{field}(?:-error)?"', below)
    legend = below.rfind("<legend", 0, place.start()) if place else -1
    if legend >= 0 and below.find("</fieldset>", legend, place.start() if place else None) < 0:
        text = (
            below[legend:].partition(">")[2].partition("</legend>")[0]
        )  # of a group, not of one of its parts
    return " ".join(_MARKS.sub("", text).split()) if "<script" not in text and unescape(text).strip() else ""
