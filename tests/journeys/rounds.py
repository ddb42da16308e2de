"""A round through the pages of the house: each as the person and at the moment that `places` names."""

from contextlib import ExitStack
from dataclasses import dataclass, field

from playwright.sync_api import Browser
from sqlmodel import Session

from app.database import make_engine
from app.dialogues.record_view import key_of
from app.main import create_app
from app.recordkeeping.reading import entries_of
from app.rehearsal.addresses import Addresses
from tests.browser import Sight, looking
from tests.journeys.moments import Moments
from tests.journeys.places import Place


def address_of(place: Place, moments: Moments, addresses: Addresses) -> str:
    """Where a page is in the told stories."""
    known = moments.names.get(place.story, {})
    holes = {name: known.get(value, value) for name, value in place.holes}
    if "dialogue" in (addresses.holes(place.route) or ()):
        holes["dialogue"] = known["dialogue"]
    if "entry" in holes:
        holes["entry"] = _own_entry(place, moments, int(holes["entry"]))
    name, _, value = place.asks.partition("=")
    return addresses.of(place.route, holes) + (f"?{name}={known[value]}" if name else "")


def _own_entry(place: Place, moments: Moments, number: int) -> str:
    """The key of the entry of this person that many entries from their first."""
    engine = make_engine(moments.database(place.moment))
    with Session(engine) as db:
        own = [
            entry
            for entry in entries_of(db, moments.names[place.story]["dialogue"])
            if entry.by == place.person
        ]
    engine.dispose()
    return key_of(own[number])


@dataclass
class Round:
    """One browser a person and moment, kept open through all their pages."""

    browser: Browser
    moments: Moments
    addresses: Addresses
    language: str
    stack: ExitStack
    width: int = 360
    origins: dict[str, str] = field(default_factory=dict)
    sights: dict[tuple[str, str], Sight] = field(default_factory=dict)

    def open(self, place: Place) -> Sight:
        """The page as this person finds it."""
        if place.moment not in self.origins:
            self.origins[place.moment] = self.stack.enter_context(self.moments.served(place.moment))
        origin, key = self.origins[place.moment], (place.moment, place.person)
        if key not in self.sights:
            sight = self.stack.enter_context(looking(self.browser, origin, width=self.width))
            sight.open(f"/rehearsal?lang={self.language}")
            if place.person:
                with sight.page.expect_navigation():
                    sight.page.locator(
                        f'form[action="/rehearsal/people/{place.person}/sign-ins"] button'
                    ).click()
            self.sights[key] = sight
        address = address_of(place, self.moments, self.addresses)
        sight = self.sights[key]
        sight.asked.clear()
        sight.complaints.clear()
        answer = sight.page.goto(origin + address)
        assert answer is not None
        assert answer.status == 200, f"{place}: {answer.status} {sight.page.locator('main').inner_text()}"
        assert sight.page.url.endswith(address), f"{place} leads elsewhere"
        return sight


def addresses_of(moments: Moments) -> Addresses:
    """The addresses of the house."""
    engine = make_engine(moments.database("end"))
    found = Addresses(create_app(engine))
    engine.dispose()
    return found
