"""Staff in a real browser: prepare, review on a phone, hand over and attest, audit and release, certificate."""

import pytest
from playwright.sync_api import Browser

from tests.journeys.moments import Moments
from tests.journeys.visit import Visit, visiting

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("width", [360, 1280])]

STEPS_REVIEW = 2
"""Taps of a chair from what waits to a review sent (ux.md 3.2)."""


def test_the_facilitator_delivers_the_invitations_and_the_open_line_is_ready(
    chromium: Browser, moments: Moments, width: int
) -> None:
    with (
        moments.served("before the slot") as origin,
        visiting(chromium, origin, "dalin", width=width) as visit,
    ):
        here = f"{moments.home('water')}/sessions/{moments.id('water', 's3')}"
        visit.open(f"{here}/preparation")
        visit.tap(f'#readiness a[href^="{here}/invitations"]')
        visit.page.locator('select[name="how"]').select_option("by_hand")
        visit.page.locator('select[name="carrier"]').select_option("staff")
        visit.fill("time", "08:15")
        visit.tap(f'form[action="{here}/invitations"] button[type="submit"]')
        visit.open(f"{here}/preparation")
        assert visit.page.locator(f'#readiness details a[href^="{here}/invitations"]').count() == 1
        assert not visit.page.locator(f'#readiness > ul a[href^="{here}/invitations"]').count()


def test_the_facilitator_moves_an_item_and_saves_the_agenda(
    chromium: Browser, moments: Moments, width: int
) -> None:
    with (
        moments.served("before the slot") as origin,
        visiting(chromium, origin, "dalin", width=width, language="en") as visit,
    ):
        visit.open(f"{moments.home('water')}/sessions/{moments.id('water', 's3')}/preparation")
        before = _titles(visit)
        visit.page.locator('button[name="up"]').nth(1).click()
        visit.page.wait_for_function(
            "first => document.querySelector('[name=khmer]').value === first", arg=before[1]
        )
        visit.look()
        assert _titles(visit)[:2] == [before[1], before[0]]
        visit.tap('form[action$="/agendas"] button[type="submit"].button, button[formaction$="/agendas"]')
        assert _titles(visit)[:2] == [before[1], before[0]]


def _titles(visit: Visit) -> list[str]:
    found: list[str] = visit.page.eval_on_selector_all("[name=khmer]", "all => all.map(one => one.value)")
    return found


def test_the_chair_reviews_an_agenda_in_two_taps(chromium: Browser, moments: Moments, width: int) -> None:
    with (
        moments.served("before the slot") as origin,
        visiting(chromium, origin, "sarin", width=width) as visit,
    ):
        visit.tap('main a[href$="/agenda-reviews/new"]')
        visit.page.locator("details:has([name=suggestion]) summary").click()
        visit.page.locator("[name=suggestion]").first.press("Enter")  # sends nothing, least of all a yes
        assert not visit.page.locator(".receipt").count()
        visit.tap('button[name="outcome"][value="approved"]')
        assert visit.taps == STEPS_REVIEW
        assert visit.page.locator(".receipt").count()


def test_the_witness_hands_over_copies_and_attests_the_signatures(
    chromium: Browser, moments: Moments, width: int
) -> None:
    with (
        moments.served("text fixed") as origin,
        visiting(chromium, origin, "rith", width=width) as visit,
    ):
        visit.tap('main a[href$="/hand-overs/new"]')
        visit.page.locator('input[name="language"][value="km"]').check()
        visit.tap('form[action$="/hand-overs"] button[type="submit"]')
        assert visit.taps == 2
        assert not visit.page.locator('[role="alert"]').count()
    with (
        moments.served("all signed") as origin,
        visiting(chromium, origin, "rith", width=width) as visit,
    ):
        visit.tap('main a[href$="/attestations/new"]')
        for box in visit.page.locator('input[name="persons"]').all():
            box.check()
        visit.tap('form[action$="/attestations"] button[type="submit"]')
        visit.open("/")
        assert not visit.page.locator('main a[href$="/attestations/new"]').count()


def test_the_monitor_waits_for_the_slot_and_all_read_the_certificate(
    chromium: Browser, moments: Moments, width: int
) -> None:
    text, home = moments.id("S2", "T1"), moments.home("S2")
    with (
        moments.served("before the slot") as origin,
        visiting(chromium, origin, "theary", width=width) as visit,
    ):
        visit.tap(f'main a[href$="/reviews/{text}"]')
        visit.tap('form[action$="/releases"] button')
        assert visit.page.locator('[role="alert"]').count()
        for link in _rules(visit)[:4]:
            visit.open(link)
            if visit.page.locator('form[action$="/clearances"]').count():
                assert not visit.page.locator(".tag.kept").count()
        visit.open("/rehearsal")
        visit.tap('button[name="by"][value="hour"]')
        visit.open(f"{home}/reviews/{text}")
        visit.page.locator('form[action$="/releases"] input[name="examined"]').check()
        visit.tap('form[action$="/releases"] button')
        visit.open(f"{home}/certificates/{text}")
        assert visit.page.locator("main .sheet").count()
        with visiting(chromium, origin, "malis", width=width) as party:
            party.open(f"{home}/certificates/{text}")
            assert party.page.locator("main .sheet").count()


def _rules(visit: Visit) -> list[str]:
    found: list[str] = visit.page.eval_on_selector_all(
        'main a[href*="/rules/"]', "all => [...new Set(all.map(one => one.getAttribute('href')))]"
    )
    return found
