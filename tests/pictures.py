"""Pictures of the four main pages for the README: `python -m tests.pictures` draws them anew into docs/pictures/.

Drawn by the tests' browser from a rehearsal told that moment; together at most 400 kB.
"""

import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from sqlmodel import Session

from app.database import make_engine
from app.main import create_app
from app.rehearsal.beginning import begin
from app.rehearsal.walks import FIELD, WATER, marks_of
from app.settings import ROOT
from tests.browser import launched, serving

TARGET = ROOT / "docs" / "pictures"
LARGEST = 400_000
"""Bytes of all four together."""


@dataclass(frozen=True, slots=True)
class Picture:
    """One page as one person sees it; `place` is below the table's address, width and height in CSS pixels."""

    name: str
    table: str
    place: str
    person: str
    language: str
    width: int
    height: int
    scale: float = 1


PICTURES = (
    Picture("offer", WATER, "offers/{o2}", "sokun", "km", 360, 1120),
    Picture("agenda-review", WATER, "sessions/{s3}/agenda-reviews/new", "sarin", "km", 360, 1120),
    Picture("preparation", WATER, "sessions/{s3}/preparation", "dalin", "en", 1160, 700),
    Picture("review", FIELD, "reviews/{t1}", "theary", "en", 1160, 700),
)


def take(browser: Browser, origin: str, picture: Picture, marks: dict[str, str]) -> Path:
    """Take one picture; gives its file."""
    size = {"width": picture.width, "height": picture.height}
    context = browser.new_context(viewport=size, device_scale_factor=picture.scale, java_script_enabled=False)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{origin}/rehearsal?lang={picture.language}")
    with page.expect_navigation():
        page.locator(f'form[action="/rehearsal/people/{picture.person}/sign-ins"] button').click()
    page.goto(f"{origin}/dialogues/{marks['table']}/{picture.place.format_map(marks)}")
    file = TARGET / f"{picture.name}.png"
    page.screenshot(path=file)
    context.close()
    return file


def main() -> int:
    """Draw all four. Returns 1 with a sentence when they are too large or the rehearsal cannot be told."""
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/pictures.sqlite"
        if not begin(url, create_app):
            return 1
        engine = make_engine(url)
        with Session(engine) as db:
            marks = {table: marks_of(db, table) for table in (FIELD, WATER)}
        with serving(create_app(engine)) as origin, sync_playwright() as driver:
            browser = launched(driver)
            files = [take(browser, origin, picture, marks[picture.table]) for picture in PICTURES]
            browser.close()
        engine.dispose()
    sizes = {file.name: file.stat().st_size for file in files}
    print(*(f"{name}: {size:,} bytes" for name, size in sizes.items()), sep="\n")
    print(f"together {sum(sizes.values()):,} of at most {LARGEST:,} bytes")
    return int(sum(sizes.values()) > LARGEST)


if __name__ == "__main__":
    sys.exit(main())
