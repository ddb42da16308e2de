"""Screens of all pages, to be looked at: `python -m tests.screens [FOLDER]` draws every page of the house at both
widths in both languages into `var/screens/` (or FOLDER), with an `index.html` that shows them side by side.
"""

import sys
import tempfile
from contextlib import ExitStack
from html import escape
from pathlib import Path

from playwright.sync_api import sync_playwright

from app.settings import ROOT
from tests.browser import launched
from tests.journeys.moments import tell_moments
from tests.journeys.places import PLACES
from tests.journeys.rounds import Round, addresses_of
from tests.postgres import SqliteFiles

SIGHTS = tuple((language, width) for width in (360, 1280) for language in ("km", "en"))
"""Each page is drawn once for each of these: language, and width in CSS pixels."""


def draw(folder: Path) -> int:
    """Draw all pages into a folder; gives how many pictures there are."""
    with tempfile.TemporaryDirectory() as told, sync_playwright() as driver, ExitStack() as stack:
        moments = tell_moments(SqliteFiles(Path(told)), Path(told))
        addresses, browser = addresses_of(moments), launched(driver)
        for language, width in SIGHTS:
            tour = Round(browser, moments, addresses, language, stack, width)
            for number, place in enumerate(PLACES):
                tour.open(place).page.screenshot(path=folder / _file(number, language, width), full_page=True)
            print(f"{len(PLACES)} pages, {language}, {width} px", flush=True)
        browser.close()
    (folder / "index.html").write_text(_index(), "utf-8")
    return len(PLACES) * len(SIGHTS)


def _file(number: int, language: str, width: int) -> str:
    return f"{number:03}-{language}-{width}.png"


def _index() -> str:
    """One line a page: its four pictures."""
    lines = []
    for number, place in enumerate(PLACES):
        pictures = (_file(number, *sight) for sight in SIGHTS)
        shown = "".join(f'<a href="{file}"><img src="{file}" loading="lazy"></a>' for file in pictures)
        lines.append(f"<h2>{number:03} {escape(str(place))}</h2><p>{shown}</p>")
    style = "<style>img{height:30rem;border:1px solid;vertical-align:top;margin:.3rem}</style>"
    return f'<!doctype html><meta charset="utf-8"><title>Screens</title>{style}{"".join(lines)}'


def main() -> int:
    """Draw them, and say where they are."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "var" / "screens"
    folder.mkdir(parents=True, exist_ok=True)
    print(f"{draw(folder)} pictures in {folder / 'index.html'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
