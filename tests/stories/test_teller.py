"""A story stops with the sentence the person would have read, and where a refusal is expected it must come."""

from collections.abc import Callable
from typing import Any

import pytest

from app.main import create_app
from app.rehearsal.filling import StoryStopped
from app.rehearsal.story import Story, story_of
from app.rehearsal.telling import tell_into
from tests.stories.test_story import page

Told = Callable[..., str]
OPEN = {
    "khmer": "ដី",
    "latin": "Land",
    "summary_khmer": "ក",
    "summary_latin": "About land",
    "resource": "land",
    "province": "Mondulkiri",
}
FIRST = {"at": "2027-01-12T09:00", "by": "a", "act": "open_dialogue", "as": "dialogue", "fields": OPEN}
SEAT = {"at": "2027-01-12T09:10", "by": "a", "act": "seat_person", "fields": {"person": "a", "role": "chair"}}


def story(*steps: dict[str, Any]) -> Story:
    """A story of one person of the office: a table is opened, then these steps."""
    person = {"khmer": "ក", "latin": "A", "sex": "f", "staff": True}
    return story_of("small", page(people={"a": person}, steps=[FIRST, *steps]))


def test_an_unexpected_refusal_stops_the_story_with_its_sentence(told: Told) -> None:
    with pytest.raises(StoryStopped, match=r"the same person cannot also be chair. Choose another person."):
        told(story(SEAT))


def test_a_refusal_that_is_expected_by_name_goes_on(told: Told) -> None:
    told(story({**SEAT, "expect": "refused", "refusal": "SeatsConflict"}))


def test_a_refusal_that_is_expected_by_its_words_goes_on(told: Told) -> None:
    told(story({**SEAT, "expect": "refused", "says": "Choose another person."}))


def test_another_refusal_than_the_expected_one_stops_the_story(told: Told) -> None:
    with pytest.raises(StoryStopped, match="WrongCount was expected, but the page says"):
        told(story({**SEAT, "expect": "refused", "refusal": "WrongCount"}))


def test_a_refusal_that_does_not_come_stops_the_story(told: Told) -> None:
    side = {"khmer": "ក", "latin": "A", "kind": "family"}
    step = {**SEAT, "act": "name_side", "fields": side, "expect": "refused", "refusal": "SeatsConflict"}
    with pytest.raises(StoryStopped, match="SeatsConflict was expected, but it was done"):
        told(story(step))


@pytest.mark.parametrize(
    ("step", "sentence"),
    [
        ({"act": "sing"}, "There is no form or page called sing"),
        ({"fields": {"colour": "red"}}, "the form has no field “colour”. It has: adult, because, once"),
        ({"fields": {"role": "king"}}, "“role” can be .*chair.*, not king"),
        ({"act": "give_answer", "offer": "O1"}, "does not stand on the page that came back"),
        ({"act": "open_session"}, 'needs to know which session: write session = "…"'),
        ({"expect": "refused", "refusal": "NoSuchThing"}, "there is no refusal called NoSuchThing"),
        ({"act": "leave_table"}, "no form leads to"),
    ],
)
def test_a_step_that_cannot_be_told_says_why(told: Told, step: dict[str, Any], sentence: str) -> None:
    with pytest.raises(StoryStopped, match=sentence):
        told(story({**SEAT, **step}))


def test_a_story_is_not_told_into_a_database_that_has_one(sqlite_url: str) -> None:
    said: list[str] = []
    assert tell_into("S2", create_app, until="2026-12-21T09:00", database=sqlite_url, say=said.append) == 0
    assert tell_into("S2", create_app, until="2026-12-21T09:00", database=sqlite_url, say=said.append) == 1
    assert said[-1] == "This database is not empty. A story is told into a fresh one."
