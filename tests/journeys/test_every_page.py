"""Every page of the house in both languages, in a real browser: axe, a phone's width, one language on a page."""

import re
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import Browser
from sqlalchemy import event

from app.database import make_engine
from app.main import create_app
from app.rehearsal.addresses import Addresses
from app.rehearsal.story import read_story
from tests.journeys.moments import STORIES, Moments
from tests.journeys.places import NO_PAGES, PLACES, Place
from tests.journeys.rounds import Round, address_of, addresses_of

pytestmark = pytest.mark.browser

FOREIGN = """() => {
  const words = [];
  const walk = node => {
    if (node.nodeType === 3) { words.push(node.data); return; }
    if (node.nodeType !== 1) return;
    if (node.matches('[lang=en], .code, .id, script, style, head, textarea, code')) return;
    for (const name of ['aria-label', 'placeholder', 'title', 'alt'])
      if (node.getAttribute(name)) words.push(node.getAttribute(name));
    for (const child of node.childNodes) walk(child);
  };
  walk(document.documentElement);
  return words.join('\\n') + '\\n' + document.title;
}"""
"""All that a page says, but for what is marked as English, and for codes."""

CODES = re.compile(
    r"\b(KHR|USD|PDF|SHA|ogg|m4a|mp3|zip|verify\.pyz|Ed25519|Khmer|[A-Z]+-[A-Z]+(-[A-Z0-9]+)*|[A-Z2-9]{4}-[A-Z2-9]{4}|https?:\S+|\S+\.(zip|pyz|json|html|txt|toml|py))\b"
)
"""Latin letters that belong on a Khmer page."""
NAMES = {
    word for name in STORIES for person in read_story(name).people.values() for word in person.latin.split()
}
NAMES |= {"Ros", "Chan"}
"""Names as somebody may have typed them into an agenda or a mandate."""


@pytest.fixture(scope="module")
def addresses(moments: Moments) -> Addresses:
    """The addresses of the house."""
    return addresses_of(moments)


@pytest.fixture(scope="module", params=["km", "en"])
def tour(
    request: pytest.FixtureRequest, chromium: Browser, moments: Moments, addresses: Addresses
) -> Iterator[Round]:
    """A round through the house in one language."""
    with ExitStack() as stack:
        yield Round(chromium, moments, addresses, request.param, stack)


def test_every_page_of_the_house_stands_in_the_list(addresses: Addresses) -> None:
    pages = {route.name for route in addresses.routes if "GET" in (route.methods or ())} - NO_PAGES
    assert pages == {place.route for place in PLACES}


def test_looking_at_any_page_commits_nothing(moments: Moments, addresses: Addresses) -> None:
    committed: list[str] = []
    for moment in dict.fromkeys(place.moment for place in PLACES):
        engine = make_engine(moments.database(moment))
        with TestClient(create_app(engine), base_url="http://127.0.0.1") as client:
            for place in (place for place in PLACES if place.moment == moment):
                client.cookies.clear()
                if place.person:
                    client.post(
                        f"/rehearsal/people/{place.person}/sign-ins", headers={"origin": "http://127.0.0.1"}
                    )
                here: list[str] = []
                event.listen(engine, "commit", count := lambda _, here=here, at=str(place): here.append(at))
                assert client.get(address_of(place, moments, addresses)).status_code == 200, place
                event.remove(engine, "commit", count)
                committed += here
        engine.dispose()
    assert not committed


@pytest.mark.parametrize("place", PLACES, ids=str)
def test_a_page_is_open_to_all_fits_a_phone_and_speaks_one_language(tour: Round, place: Place) -> None:
    sight = tour.open(place)
    assert not sight.barriers()
    assert not sight.scrolls_sideways()
    assert not sight.strangers()
    assert not sight.complaints
    if tour.language == "km":
        said = CODES.sub("", sight.page.evaluate(FOREIGN))
        assert not set(re.findall(r"[A-Za-z][A-Za-z'’]{2,}", said)) - NAMES
