"""Boxes that somebody unticked stay unticked when a form comes back; what stands beforehand is for a first look."""

import re
from typing import Any

import pytest

from tests.agreements.signing import CLAUSES, DECIDERS, Signing, brought_to


def ticked(answer: Any, name: str) -> list[str]:
    """The boxes of this name that are ticked on a page."""
    return re.findall(rf'name="{name}" value="(\w+)" checked', answer.text)


@pytest.fixture
def fixed(sqlite_url: str) -> Signing:
    return brought_to("fixed", sqlite_url)


def test_a_first_look_ticks_what_is_usual(fixed: Signing) -> None:
    page = fixed.office.open("sina", f"{fixed.text}/hand-overs/new")
    assert sorted(ticked(page, "persons")) == sorted(DECIDERS)


def test_boxes_that_were_all_unticked_stay_so_after_a_refusal(fixed: Signing) -> None:
    fixed.at("2027-01-12T11:20")
    day = {"on_day": "12", "on_month": "1", "on_year": "2027"}
    answer = fixed.send("sina", f"{fixed.below}/hand-overs", language="km", hour="11:00", **day)
    assert answer.status_code == 422
    assert ticked(answer, "persons") == []


def test_boxes_that_were_all_unticked_stay_so_when_rows_are_added(sqlite_url: str) -> None:
    table = brought_to("accepted", sqlite_url)
    table.fix(contains=["gives_up_claim"])
    assert ticked(table.office.open("dalin", f"{table.text}/change"), "contains") == ["gives_up_claim"]
    answer = table.send("dalin", f"{table.below}/versions", **CLAUSES, more="3")
    assert answer.status_code == 200
    assert ticked(answer, "contains") == []
