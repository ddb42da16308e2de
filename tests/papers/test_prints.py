"""Everything that is not drawn by typst prints by the skin of its page: on A4, on one sheet, with its code and head."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from sqlmodel import Session, select

from app.agreements.tables import Agreement, Offer
from app.database import make_engine
from app.main import create_app
from app.sessions.tables import Meeting
from tests.browser import looking, serving

HEAD = re.compile(r"(?:[0-9]{5}\s+){11}[0-9]{5}")
CODE = re.compile(r"\b[A-Z2-9]{4}-[A-Z2-9]{4}\b")

PLACES = {
    "letter": ("dalin", "sessions/{session}/letter"),
    "agenda": ("sopheap", "sessions/{session}/agenda"),
    "agenda with tear-off": ("sarin", "sessions/{session}/agenda-reviews/new"),
    "attendance": ("dalin", "sheets/attendance/{session}"),
    "minutes": ("sopheap", "sheets/minutes/{session}"),
    "offer": ("sopheap", "offers/{offer}"),
    "cards": ("rith", "sheets/cards/{offer}"),
    "text": ("malis", "texts/{agreement}"),
    "statement": ("dalin", "statement"),
}
"""What is printed, by whom, from which page of S2."""

COPIES = ("letter", "agenda", "minutes", "offer", "text")
"""Those that somebody takes home: with the code and the end of the record."""


@pytest.fixture
def printed(chromium: Browser, s2_database: str) -> Iterator[tuple[Page, str, dict[str, str]]]:
    """A page of the browser, the origin of S2 told to its end, and the addresses of `PLACES`."""
    engine = make_engine(s2_database)
    with Session(engine) as db:
        agreement = db.exec(select(Agreement)).one()
        offer = max(db.exec(select(Offer)), key=lambda row: row.number)
        session = min(db.exec(select(Meeting)), key=lambda row: row.number)
    ids = {"session": session.session, "offer": offer.offer, "agreement": agreement.agreement}
    home = f"/dialogues/{agreement.dialogue}"
    places = {name: f"{home}/{place.format(**ids)}" for name, (_, place) in PLACES.items()}
    with serving(create_app(engine)) as origin, looking(chromium, origin, width=1000) as sight:
        yield sight.page, origin, places
    engine.dispose()


@pytest.mark.browser
@pytest.mark.parametrize("language", ["km", "en"])
def test_every_paper_of_a_page_fits_one_sheet_and_a_copy_says_its_code_and_the_records_end(
    printed: tuple[Page, str, dict[str, str]], language: str
) -> None:
    page, origin, places = printed
    for name, (person, _) in PLACES.items():
        page.request.post(f"{origin}/rehearsal/people/{person}/sign-ins", headers={"origin": origin})
        answer = page.goto(f"{origin}{places[name]}?lang={language}")
        assert answer is not None
        assert answer.status == 200, name
        drawn = page.pdf(prefer_css_page_size=True)
        assert len(re.findall(rb"/Type\s*/Page\b", drawn)) == 1, name
        page.emulate_media(media="print")
        words = page.locator("main").inner_text()
        page.emulate_media(media="null")
        if name in COPIES:
            assert CODE.search(words), name
            assert HEAD.search(words), name
