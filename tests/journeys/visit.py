"""One person at a browser: becomes somebody of the rehearsal, reads, taps. Every page seen on the way is looked at."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page

from tests.browser import Sight, looking

REFUSED = re.compile(r"status of 4(09|22) ")
"""What the browser notes of a form that came back with a sentence: no complaint."""
PATIENCE = 15_000
"""Milliseconds to wait for what should stand on a page, on a busy machine."""


class Visit:
    """A way through pages by taps. `taps` counts them; typing and choosing in a list is no tap (ux.md 3)."""

    def __init__(self, sight: Sight) -> None:
        """Begin with no tap."""
        self.sight, self.taps = sight, 0
        sight.page.set_default_timeout(PATIENCE)

    @property
    def page(self) -> Page:
        """The page that is open."""
        return self.sight.page

    def become(self, person: str) -> None:
        """Press this person's button on the first page; counting begins here."""
        self.sight.open("/rehearsal")
        self._go(f'form[action="/rehearsal/people/{person}/sign-ins"] button')
        self.taps = 0
        self.look()

    def open(self, path: str) -> None:
        """Go to a page without a tap."""
        self.sight.open(path)
        self.look()

    def tap(self, selector: str) -> None:
        """Tap the first such element, and look at the page it leads to."""
        self._go(selector)
        self.taps += 1
        self.look()

    def _go(self, selector: str) -> None:
        with self.page.expect_navigation():
            self.page.locator(selector).first.click()

    def tick(self, selector: str) -> None:
        """Choose a radio button or tick a box: a tap that leads nowhere."""
        self.page.locator(selector).first.check()
        self.taps += 1

    def fill(self, name: str, text: str) -> None:
        """Type into a field."""
        self.page.locator(f'[name="{name}"]').first.fill(text)

    def look(self) -> None:
        """No page is wider than the screen, asks for anything of others, or complains."""
        where = self.page.url.removeprefix(self.sight.origin)
        assert not self.sight.scrolls_sideways(), f"{where} scrolls sideways"
        assert not self.sight.strangers(), where
        complaints = [said for said in self.sight.complaints if not REFUSED.search(said)]
        assert not complaints, f"{where}: {complaints}"

    def says(self) -> str:
        """The words of the page that are in view."""
        return " ".join(self.page.locator("main").inner_text().split())

    def path(self) -> str:
        """The address that is open, without our origin."""
        return self.page.url.removeprefix(self.sight.origin)


@contextmanager
def visiting(
    browser: Browser,
    origin: str,
    person: str,
    *,
    width: int = 360,
    javascript: bool = True,
    language: str = "km",
) -> Iterator[Visit]:
    """A visit as this person, with a fresh browser."""
    with looking(browser, origin, width=width, javascript=javascript) as sight:
        visit = Visit(sight)
        sight.open(f"/rehearsal?lang={language}")
        visit.become(person)
        yield visit
