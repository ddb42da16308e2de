"""Drawing papers that people sign: a typst template and what it shows become the bytes of a PDF.

The same view gives the same bytes on every machine: fonts come from two packages and from nowhere else, and no
date is written into the file. What people typed reaches the template as JSON and is never read as typst.
"""

import json
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from importlib import metadata
from io import BytesIO
from typing import TYPE_CHECKING, TypeVar

import segno
from starlette.responses import Response

from app.web.i18n import LANGUAGES, gettext, speaking
from app.web.rendering import TEMPLATES

if TYPE_CHECKING:  # opened when the first paper is drawn: 7 MB that most workers never need
    import typst

PAPERS = TEMPLATES / "papers"
FONTS = {"fontpkg-noto-sans": "fontpkg_noto_sans", "fontpkg-noto-sans-khmer": "fontpkg_noto_sans_khmer"}
"""The packages that carry the fonts of papers, and the folder of each."""

LONGEST_WORD = 12
"""Syllables that stay together between two word marks; more than that is a line whose marks somebody forgot."""

_SYLLABLE = "(?<=[\u1780-\u17d1\u17d3-\u17dd])(?=[\u1780-\u17b3])"
_MARKED = "(?<=\u200b)[\u1780-\u17dd]+|[\u1780-\u17dd]+(?=\u200b)"

Words = TypeVar("Words")


@lru_cache
def fonts() -> "typst.Fonts":
    """The fonts of papers. Those of the machine are never asked: bytes would depend on them."""
    import typst

    found = [
        str(metadata.distribution(package).locate_file(f"{folder}/files"))
        for package, folder in FONTS.items()
    ]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=found)


def draw(template: str, view: Mapping[str, object]) -> bytes:
    """The PDF of `templates/papers/TEMPLATE.typ` with this view. Raises TypstError for a fault in the template."""
    import typst

    drawn = typst.compile(
        str(PAPERS / f"{template}.typ"),
        root=str(PAPERS),
        font_paths=fonts(),
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs=inputs(view),
    )
    assert isinstance(drawn, bytes)
    return drawn


def inputs(view: Mapping[str, object]) -> dict[str, str]:
    """What a template reads: the view as JSON, its keys in order, so that equal views are equal letters."""
    return {"view": words_whole(json.dumps(view, ensure_ascii=False, sort_keys=True))}


def words_whole(text: str) -> str:
    """Khmer whose words are marked by hand (U+200B) breaks at the marks only.

    typst looks words up in a list and parts some of them (រ|ហូត); a word joiner (U+2060) before each later syllable of
    a word between two marks forbids it. Words without marks around them are left to the list.
    """

    def joined(word: re.Match[str]) -> str:
        whole, syllables = re.subn(_SYLLABLE, "\u2060", word.group())
        return whole if syllables < LONGEST_WORD else word.group()

    return re.sub(_MARKED, joined, text)


def in_both(words: Callable[[], Words]) -> dict[str, Words]:
    """What `words` says in Khmer and in English, under `km` and `en`."""
    said = {}
    for code in LANGUAGES:
        with speaking(code):
            said[code] = words()
    return said


def sign_of(address: str) -> str:
    """The QR code of an address as the text of an SVG, for the foot of every page."""
    written = BytesIO()
    segno.make(address, error="m", micro=False).save(written, kind="svg", xmldecl=False, border=1)
    return written.getvalue().decode()


def rehearsal_words() -> str:
    """What stands on every paper of a rehearsal."""
    said = gettext("Invented people and an invented clock. Nothing here binds anybody.")
    return f"{gettext('Rehearsal')} · {said}"


def as_file(drawn: bytes, name: str) -> Response:
    """A PDF to keep or print. Never stored on the way: it names people."""
    headers = {"Content-Disposition": f'attachment; filename="{name}.pdf"', "Cache-Control": "no-store"}
    return Response(drawn, media_type="application/pdf", headers=headers)
