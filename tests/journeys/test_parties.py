"""Parties in a real browser: answering, refusing, taking back, trying too early, leaving. With and without script."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from app.voluntariness.thresholds import STEPS_ACCEPT, STEPS_REFUSE
from tests.browser import looking
from tests.journeys.moments import Moments
from tests.journeys.visit import Visit, visiting

pytestmark = pytest.mark.browser

STEPS_WITHDRAW, STEPS_EXIT = 2, 3
"""Taps to take a yes back from where it stands, and to any other exit from what waits (issue: section 3)."""
SCREENS = {"phone without script": (360, False), "desk": (1280, True)}


@pytest.fixture(scope="module")
def origin(moments: Moments) -> Iterator[str]:
    """A server at which nothing is answered: for those who only look."""
    with moments.served("before the slot") as served:
        yield served


@pytest.fixture(params=list(SCREENS.values()), ids=list(SCREENS))
def screen(request: pytest.FixtureRequest) -> tuple[int, bool]:
    """Width in CSS pixels, and whether scripts run."""
    width, javascript = request.param
    return int(width), bool(javascript)


def _answer(visit: Visit, offer: str, letters: str) -> None:
    visit.tap(f'main a[href$="/offers/{offer}"]')
    visit.tap(f'button[name="answer"][value="{letters}"]')
    visit.tap('form[action$="/answers"] button[type="submit"]')
    assert visit.path().endswith(f"/offers/{offer}/answers/mine")


def test_each_answer_takes_the_same_three_taps(
    chromium: Browser, moments: Moments, screen: tuple[int, bool]
) -> None:
    width, javascript = screen
    offer = moments.id("water", "O2")
    taps = {}
    for told in ((("sokun", "longer"), ("sokun", "change"), ("nary", "refuse")), (("sokun", "accept"),)):
        with moments.served("before the slot") as origin:
            for person, answer in told:
                with visiting(chromium, origin, person, width=width, javascript=javascript) as visit:
                    _answer(visit, offer, answer)
                    taps[answer] = visit.taps
    assert taps["accept"] == STEPS_ACCEPT
    assert taps["refuse"] == STEPS_REFUSE
    assert taps["refuse"] <= taps["accept"]
    assert taps["longer"] == taps["change"] == taps["accept"]


def test_a_yes_to_an_offer_is_taken_back_in_two_taps(
    chromium: Browser, moments: Moments, screen: tuple[int, bool]
) -> None:
    width, javascript = screen
    with (
        moments.served("before the slot") as origin,
        visiting(chromium, origin, "sothea", width=width, javascript=javascript) as visit,
    ):
        mine = f"{moments.home('water')}/offers/{moments.id('water', 'O2')}/answers/mine"
        visit.open(mine)
        visit.tap('form[action$="/answers/withdrawals"] button')
        visit.tap('form[action$="/answers"] button[type="submit"]')
        assert visit.taps == STEPS_WITHDRAW
        assert visit.path() == mine


def test_a_signature_is_taken_back_in_two_taps(
    chromium: Browser, moments: Moments, screen: tuple[int, bool]
) -> None:
    width, javascript = screen
    with (
        moments.served("before the slot") as origin,
        visiting(chromium, origin, "malis", width=width, javascript=javascript) as visit,
    ):
        visit.open(f"{moments.home('S2')}/texts/{moments.id('S2', 'T1')}/signatures/mine")
        visit.tap('main a[href$="/withdrawals/new"]')
        visit.tap('form[action$="/withdrawals"] button')
        assert visit.taps == STEPS_WITHDRAW
        assert not visit.page.locator('main a[href$="/withdrawals/new"]').count()


def test_signing_too_early_is_told_with_its_hour_and_refusing_works_at_once(
    chromium: Browser, moments: Moments, screen: tuple[int, bool]
) -> None:
    width, javascript = screen
    with (
        moments.served("before the slot") as origin,
        visiting(chromium, origin, "sokun", width=width, javascript=javascript, language="en") as visit,
    ):
        visit.tap(f'main a[href$="/texts/{moments.id("water", "T1")}"]')
        visit.tap('main a[href$="/signatures/new"]')
        visit.page.locator('input[name="language"][value="km"]').check()
        visit.tap('button[name="answer"][value="sign"]')
        told = visit.page.locator('[role="alert"]').inner_text()
        assert "25 January 2027" in told
        assert "15:00" in told
        assert visit.page.locator('input[name="language"][value="km"]').is_checked()
        visit.tap('button[name="answer"][value="refuse"]')
        visit.tap('form[action$="/signatures"] button[type="submit"]')
        assert visit.path().endswith("/signatures/mine")


def test_pausing_and_leaving_take_at_most_three_taps_from_what_waits(
    chromium: Browser, moments: Moments, screen: tuple[int, bool]
) -> None:
    width, javascript = screen
    with moments.served("before the slot") as origin:
        for link, form in (("/pauses/new", "/pauses"), ("/leaving/new", "/leaving")):
            with visiting(chromium, origin, "nary", width=width, javascript=javascript) as visit:
                visit.tap(f'main a[href$="{link}"]')
                visit.tap(f'main form[action$="{form}"] button')
                assert visit.taps <= STEPS_EXIT
                assert 'role="alert"' not in visit.page.content()


@pytest.mark.parametrize("language", ["km", "en"])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_four_answers_are_equal_boxes(
    chromium: Browser, moments: Moments, origin: str, width: int, language: str
) -> None:
    with visiting(chromium, origin, "sokun", width=width, language=language) as visit:
        visit.open(f"{moments.home('water')}/offers/{moments.id('water', 'O2')}")
        boxes = [one.bounding_box() for one in visit.page.locator(".answers button").all()]
        assert len(boxes) == 4
        assert len({(box["width"], box["height"]) for box in boxes if box}) == 1, boxes
        looks = visit.page.eval_on_selector_all(
            ".answers button",
            "all => all.map(one => { const s = getComputedStyle(one);"
            " return [s.color, s.backgroundColor, s.borderColor, s.fontSize, s.fontWeight].join() })",
        )
        assert len(set(looks)) == 1, looks


def test_leave_now_ends_at_a_calendar_and_the_way_back_is_closed(
    chromium: Browser, origin: str, screen: tuple[int, bool]
) -> None:
    width, javascript = screen
    with visiting(chromium, origin, "nary", width=width, javascript=javascript) as visit:
        with visit.page.expect_navigation(url="**/away"):
            visit.page.locator("button.exit").click()
        assert visit.page.title()
        with looking(chromium, origin) as stranger:
            stranger.open("/dialogues")
            assert stranger.page.url.endswith("/rehearsal")
