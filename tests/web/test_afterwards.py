"""After an act the next page says once what happens now; the page after that says nothing of it."""

import pytest
from fastapi.routing import APIRoute

from app.main import ROUTERS
from app.web.afterwards import AFTER
from tests.office import Office, sentences


def test_every_sentence_belongs_to_a_form_that_exists() -> None:
    names = {
        route.name
        for router in ROUTERS
        for route in router.routes
        if isinstance(route, APIRoute) and "POST" in (route.methods or ())
    }
    assert AFTER.keys() - names == set()


def test_the_page_after_an_act_says_once_what_comes_next(office: Office) -> None:
    home = office.table()
    third = {"khmer": "ភាគីទីបី", "latin": "Third side", "kind": "family", "once": "third-side"}
    assert office.browser("dalin").post(f"{home}/sides", data=third).status_code == 303
    first, second = office.open("dalin", f"{home}/people"), office.open("dalin", f"{home}/people")
    assert "The side is named. Next: give its people their seats." in sentences(first)
    assert "The side is named." not in sentences(second)


@pytest.mark.parametrize("act", ["give_answer", "answer_text", "leave_table", "ask_for_pause"])
def test_nothing_is_said_after_answers_and_ways_out(act: str) -> None:
    assert act not in AFTER
