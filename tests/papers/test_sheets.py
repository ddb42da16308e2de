"""The nine sheets of S2 on paper: each fits one page of A4, or says on each of its pages which sheet it is."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from sqlmodel import Session, select

from app.agreements.tables import Agreement
from app.database import make_engine
from app.main import create_app
from app.parties.queries import sides_of
from app.sessions.queries.schedule import sessions_of
from tests.browser import looking, serving

ONE_PAGE = {
    "1 case": ("dalin", "sheets/case"),
    "1 numbers": ("dalin", "thresholds"),
    "2 visit": ("dalin", "sheets/visits/{side}"),
    "2 ties": ("dalin", "sheets/ties"),
    "3 invitation": ("dalin", "sessions/{session}/letter"),
    "5 if you say no": ("dalin", "if-you-say-no"),
    "6 reading": ("rith", "sheets/readings/{text}"),
    "7 signing": ("rith", "sheets/signing/{text}"),
    "8 private talk": ("chenda", "sheets/talks"),
    "9 promises": ("dalin", "sheets/promises/{text}"),
    "9 follow-ups": ("dalin", "sheets/follow-ups"),
    "9 closing": ("dalin", "sheets/closing"),
    "9 report": ("dalin", "sheets/report"),
}
GOES_ON = {"4 sitting": ("dalin", "sheets/sittings/{session}", 3), "do no harm": ("dalin", "sheets/harm", 2)}
"""Sheets of several pages, with the most they may have: their head stands on each of them."""


@pytest.fixture
def printer(chromium: Browser, s2_database: str) -> Iterator[tuple[Page, str, dict[str, str]]]:
    """A page of the browser, the address of the table, and what fills the holes of the places above."""
    engine = make_engine(s2_database)
    with Session(engine) as db:
        row = db.exec(select(Agreement)).one()
        side, session = sides_of(db, row.dialogue)[0].id, sessions_of(db, row.dialogue)[0].id
    holes = {"text": row.agreement, "side": side, "session": session}
    with serving(create_app(engine)) as origin, looking(chromium, origin, width=1000) as sight:
        yield sight.page, f"{origin}/dialogues/{row.dialogue}", holes
    engine.dispose()


def pages_of(page: Page, home: str, person: str, place: str, language: str) -> int:
    """How many pages of A4 a sheet has when this person prints it."""
    origin = home.partition("/dialogues")[0]
    page.request.post(f"{origin}/rehearsal/people/{person}/sign-ins", headers={"origin": origin})
    answer = page.goto(f"{home}/{place}?lang={language}")
    assert answer is not None
    assert answer.status == 200, place
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))


@pytest.mark.browser
@pytest.mark.parametrize("language", ["km", "en"])
def test_a_sheet_is_one_page_of_paper(printer: tuple[Page, str, dict[str, str]], language: str) -> None:
    page, home, holes = printer
    for name, (person, place) in ONE_PAGE.items():
        assert pages_of(page, home, person, place.format(**holes), language) == 1, name


@pytest.mark.browser
@pytest.mark.parametrize("language", ["km", "en"])
def test_a_sheet_that_goes_on_has_its_head_on_every_page_and_loses_no_word(
    printer: tuple[Page, str, dict[str, str]], language: str
) -> None:
    page, home, holes = printer
    for name, (person, place, most) in GOES_ON.items():
        assert 1 < pages_of(page, home, person, place.format(**holes), language) <= most, name
        page.emulate_media(media="print")
        head = page.locator(".runs > .running")
        assert head.evaluate("one => getComputedStyle(one).display") == "table-header-group", name
        assert re.search(r"\b[0-9]{5} [0-9]{5}\b", head.inner_text()), name
        cut = "all => all.filter(one => one.scrollHeight > one.clientHeight + 2).map(one => one.name)"
        assert page.eval_on_selector_all("textarea", cut) == [], name
        page.emulate_media(media="null")
