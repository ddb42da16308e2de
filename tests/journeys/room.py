"""Six people in one room: a server open to the network, and a browser of their own for each person of an own case."""

import re
import secrets
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field

import segno
from playwright.sync_api import Browser, BrowserContext, Page
from sqlalchemy import Engine
from sqlmodel import Session

from app.main import create_app
from app.recordkeeping.node import found_node
from app.recordkeeping.reading import last_line
from app.rehearsal.clock import set_clock
from app.rehearsal.own_cases import Case, own_cases
from app.rehearsal.room_address import address_in_the_room
from app.sessions.tables import Room
from tests.browser import serving
from tests.office import hour

LIST = """Vann Dara, facilitator, m
Sor Chanthy, chair, f
Long Rithy, Family A, holder, m, 1971
Long Sreymom, Family A, spouse, f, 1975
Hout Bunna, Family B, holder, m, 1980
Meas Sophy, witness, f
"""
DARA, CHANTHY, RITHY, SREYMOM, BUNNA, SOPHY = range(6)
"""Their places on the list."""
MORNING = hour("2027-03-01T08:00")
PATIENCE = 20_000
"""Milliseconds to wait for what should stand on a page, on a busy machine."""


def ready(engine: Engine) -> None:
    """A rehearsal with one room and a clock at eight in the morning; no story is told."""
    with Session(engine) as db:
        found_node(db, "six")
        db.add(Room(id="hall", khmer="សាលា", latin="Hall", position=0))
        db.commit()
        set_clock(db, MORNING)


@dataclass
class Phone:
    """One person's browser: 360 pixels wide, no scripts, as a plain phone has it."""

    context: BrowserContext
    origin: str
    page: Page = field(init=False)

    def __post_init__(self) -> None:
        self.page = self._fresh()

    def _fresh(self) -> Page:
        page = self.context.new_page()
        page.set_default_timeout(PATIENCE)
        return page

    def open(self, path: str) -> None:
        """Go to a page."""
        answer = self.page.goto(self.origin + path)
        assert answer is not None
        assert answer.status == 200, f"{path}: {answer.status} {self.says()}"

    def tap(self, selector: str) -> None:
        """Tap what leads to another page."""
        with self.page.expect_navigation():
            self.page.locator(selector).first.click()

    def fill(self, name: str, text: str, which: int = 0) -> None:
        """Type into a field."""
        self.page.locator(f'[name="{name}"]').nth(which).fill(text)

    def typed(self, name: str, which: int = 0) -> str:
        """What stands in a field."""
        return self.page.locator(f'[name="{name}"]').nth(which).input_value()

    def says(self) -> str:
        """The words of the page that are in view."""
        return " ".join(self.page.locator("body").inner_text().split())

    def send(self, path: str, **fields: str) -> None:
        """Send a form of a page that this test does not look at."""
        form: dict[str, str | float | bool] = {"once": secrets.token_hex(8), **fields}
        headers = {"origin": self.origin}
        answer = self.context.request.post(self.origin + path, form=form, headers=headers, max_redirects=0)
        told = re.sub(r"<[^>]+>", " ", answer.text().partition("<main")[2])
        assert answer.status == 303, f"{path}: {answer.status} {' '.join(told.split())}"

    def shut(self) -> None:
        """Close the lid: the page is gone with all that was typed and not sent."""
        self.page.close()
        self.page = self._fresh()


@dataclass
class SixPeople:
    """The case, its address, and the phones in the order of the list."""

    engine: Engine
    case: Case
    phones: list[Phone]

    @property
    def home(self) -> str:
        """The address of their peace table."""
        return f"/dialogues/{self.case.id}"

    def size(self) -> int:
        """How many entries their record has."""
        with Session(self.engine) as db:
            last = last_line(db, self.case.id)
            return last[0] + 1 if last else 0


@contextmanager
def six_people(browser: Browser, engine: Engine) -> Iterator[SixPeople]:
    """Make the case from its list on one machine, then let six phones become its people by their codes' links."""
    app = create_app(engine)
    app.state.opened_to_the_room = True
    with serving(app, "0.0.0.0") as local, ExitStack() as stack:  # as `run --lan` does
        port = local.rpartition(":")[2]
        origin = f"http://{address_in_the_room() or '127.0.0.1'}:{port}"

        def phone() -> Phone:
            context = browser.new_context(
                viewport={"width": 360, "height": 740}, java_script_enabled=False, locale="en-GB"
            )
            context.add_cookies([{"name": "language", "value": "en", "url": origin}])
            return Phone(stack.enter_context(context), origin)

        desk = phone()
        desk.open("/rehearsal/own-cases/new")
        for name, text in (("khmer", "ដីពីរ"), ("latin", "Two plots"), ("people", LIST)):
            desk.fill(name, text)
        desk.page.locator('[name="province"]').select_option("Kampot")
        desk.tap("main form button")
        with Session(engine) as db:
            case = own_cases(db)[0]
        assert desk.page.url == f"{origin}/rehearsal/own-cases/{case.id}"
        shown = desk.context.request.get(desk.page.url).text()
        for one in case.people if address_in_the_room() else ():
            sign = segno.make(f"{origin}/rehearsal/own-people/{one.id}", error="m", micro=False)
            assert sign.svg_inline(border=2, omitsize=True) in shown
        sheets = desk.page.pdf(format="A4", prefer_css_page_size=True)
        assert sheets.count(b"/Type /Page\n") == 1  # six people, one sheet to cut out
        phones = []
        for one in case.people:
            phones.append(phone())
            phones[-1].open(f"/rehearsal/own-people/{one.id}")
            phones[-1].tap("main form button")
        yield SixPeople(engine, case, phones)
