"""Telling a story whose staff sit at real browsers: each of their acts is tapped, the parties' are sent."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

import httpx2
from playwright.sync_api import Browser

from app.database import make_engine
from app.main import create_app
from app.rehearsal.addresses import Addresses
from app.rehearsal.filling import StoryStopped, wanted_of
from app.rehearsal.founding import found_rehearsal
from app.rehearsal.page_forms import PageForm, forms_of, problem_of
from app.rehearsal.pages import PAGE_OF
from app.rehearsal.story import Step, Story, read_story
from app.rehearsal.teller import Teller
from tests.browser import serving
from tests.taps.hand import Hand
from tests.taps.ways import way_to

CHECKED = frozenset(("check_card",))
"""Forms after which the person looks once more before it counts."""


@dataclass(frozen=True, slots=True)
class Act:
    """One act of one person, with each of its taps in a word."""

    step: Step
    taps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Came:
    """What the browser shows after a form, in the shape of an answer."""

    status_code: int
    text: str
    headers: dict[str, str]


@dataclass(slots=True)
class TappingTeller(Teller):
    """A teller whose staff tap. A step whose point is a refusal is sent and not counted: nobody needs it."""

    browser: Browser = None  # type: ignore[assignment]
    staff: frozenset[str] = frozenset()
    acts: list[Act] = field(default_factory=list)
    hands: dict[str, tuple[Hand, datetime]] = field(default_factory=dict)
    last: str = ""

    def tell(self, story: str, step: Step) -> None:
        """Do one step, and keep its taps. Who acted last is remembered: everybody else's open page is old by then."""
        try:
            self._tell(story, step)
        finally:
            self.last = step.by

    def _tell(self, story: str, step: Step) -> None:
        if not self._taps(step):
            Teller.tell(self, story, step)
            return
        before = len(self.hands[step.by][0].done) if step.by in self.hands else 0
        Teller.tell(self, story, step)
        self.acts.append(Act(step, tuple(self.hands[step.by][0].done[before:])))

    def _taps(self, step: Step) -> bool:
        return step.by in self.staff and not step.refused

    def _send(self, where: str, known: dict[str, str], step: Step, act: str, fields: dict[str, Any]) -> Any:
        if not self._taps(step):
            return Teller._send(self, where, known, step, act, fields)
        hand = self._hand(step)
        action = self.address(act, known, step)
        found = self._form(hand, action, fields, known)
        if found is not None and act == step.act and self.last != step.by:
            hand.open_again()
            found = self._form(hand, action, fields, known)
        if found is None:
            self._go(where, hand, known, step, act)
            found = self._form(hand, action, fields, known)
        if found is None:
            raise StoryStopped(f"{where}: no form can be filled so on {hand.page.url}")
        number, form = found
        hand.fill(number, form, wanted_of(form, fields, known), action)
        words = hand.page.content()
        if hand.page.locator('[role="alert"], .errors').count():
            raise StoryStopped(f"{where}: {problem_of(words)}")
        parts = urlsplit(hand.page.url)
        back = f"{parts.path}#{parts.fragment}" if parts.fragment else parts.path
        return Came(200 if act in CHECKED else 303, words, {"location": back})

    def _hand(self, step: Step) -> Hand:
        """The person's browser: where their last act led, on another day at their first page."""
        if step.by not in self.hands:
            context = self.browser.new_context(viewport={"width": 1280, "height": 900}, locale="km-KH")
            page = context.new_page()
            page.goto(f"{self.origin}/rehearsal")
            with page.expect_navigation():
                page.locator(f'form[action="/rehearsal/people/{step.by}/sign-ins"] button').click()
            self.hands[step.by] = (Hand(page), step.at)
            page.goto(f"{self.origin}/")
        hand, since = self.hands[step.by]
        if step.at.date() != since.date():
            hand.page.goto(f"{self.origin}/")
        self.hands[step.by] = (hand, step.at)
        return hand

    def _form(
        self, hand: Hand, action: str, fields: dict[str, Any], known: dict[str, str]
    ) -> tuple[int, PageForm] | None:
        """The first form of the open page that leads there and can be filled so, with its number."""
        for number, form in enumerate(forms_of(hand.page.content())):
            if form.leads_to(action) and form.fits(wanted_of(form, fields, known)):
                return number, form
        return None

    def _go(self, where: str, hand: Hand, known: dict[str, str], step: Step, act: str) -> None:
        """Tap from link to link to the page on which the form stands."""
        stands = PAGE_OF[act]
        page = self.address(stands.on, known, step)
        asks = {n: known.get(step.within[n], step.within[n]) for n in stands.asks if n in step.within}
        parts = urlsplit(hand.page.url)
        here = parts.path + (f"?{parts.query}" if parts.query else "")
        if parts.path == page:
            hand.open_again()
            return
        way = way_to(page, asks, here, hand.page.content(), lambda link: self.open(step.by, link).text)
        if way is None:
            raise StoryStopped(f"{where}: from {here} no links lead to {page}.")
        for link in way:
            hand.follow(link, self.origin)


class _Standing:
    """A clock that stands where it is put."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def put(self, at: datetime) -> None:
        self.at = at

    def __call__(self, _: Any) -> datetime:
        return self.at


@contextmanager
def _teller(url: str, story: Story, browser: Browser, staff: frozenset[str]) -> Iterator[TappingTeller]:
    engine = make_engine(url)
    found_rehearsal(engine, url, [story], story.seed)
    clock = _Standing(story.starts)
    app = create_app(engine, clock)
    with serving(app) as origin, httpx2.Client(base_url=origin) as client:
        yield TappingTeller(client, Addresses(app), origin, clock.put, browser=browser, staff=staff)
    engine.dispose()


def tapped(
    name: str, url: str, browser: Browser, staff: frozenset[str], say: Callable[[Act], None] | None = None
) -> list[Act]:
    """Tell a story into a fresh database with its staff at browsers. Raises StoryStopped.

    `staff`: whose acts are tapped and counted; everybody else's are only sent.
    """
    story = read_story(name)
    with _teller(url, story, browser, staff) as teller:
        for step in story.steps:
            before = len(teller.acts)
            teller.tell(story.name, step)
            for act in teller.acts[before:]:
                if say is not None:
                    say(act)
        for hand, _ in teller.hands.values():
            hand.page.context.close()
    return teller.acts
