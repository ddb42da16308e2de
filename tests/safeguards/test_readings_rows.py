"""Sheets that come back to another page than the one opened: each number stays with its person, none is lost."""

import re
from typing import Any

import pytest

from app.record.facts.understanding import ReadingHeld, SigningRoomNoted
from app.rehearsal.page_forms import forms_of
from tests.agreements.signing import DECIDERS, Signing, brought_to
from tests.safeguards.test_readings import ROOM, facts, reading, signing


def column(page: str, name: str) -> list[str]:
    """What stands in the fields of one name of the only sheet on this page."""
    form = next(one for one in forms_of(page) if "/sheets/" in one.action)
    return [value for key, value in form.filled({}) if key == name]


def sign_alone(table: Signing, **other: Any) -> Any:
    """The row of Sopheap alone, as another witness saves it."""
    row = {"told": ["sopheap"], "own": ["1"], "other": ["1"], "officials": ["0"], "mark": ["paper"]}
    return table.send("sina", f"sheets/signing/{table.agreement}", **{**row, **other})


def test_numbers_of_a_signing_stay_with_their_person_when_a_row_is_gone(sqlite_url: str) -> None:
    table = brought_to("signed", sqlite_url)
    assert sign_alone(table).status_code == 303
    rows = {
        **ROOM,
        "own": ["11", "12", "13"],
        "other": ["21", "22", "23"],
        "officials": ["31", "32", "33"],
        "mark": ["screen", "paper", "screen"],
        "support": ["malis"],
    }
    answer = signing(table, **rows)
    assert answer.status_code == 422
    assert column(answer.text, "told") == ["ravy", "malis"]
    found = {name: column(answer.text, name) for name in ("own", "other", "officials", "mark", "support")}
    assert found == {
        "own": ["12", "13"],
        "other": ["22", "23"],
        "officials": ["32", "33"],
        "mark": ["paper", "screen"],
        "support": ["malis"],
    }


def test_a_row_that_was_not_on_the_page_begins_as_on_a_fresh_one(sqlite_url: str) -> None:
    table = brought_to("signed", sqlite_url)
    answer = sign_alone(table, own=["x"])
    assert answer.status_code == 422
    assert column(answer.text, "own") == ["x", "2", "2"]
    assert column(answer.text, "mark") == ["paper", "screen", "screen"]
    assert column(answer.text, "support") == ["ravy", "malis"]
    assert not facts(table, SigningRoomNoted)


@pytest.mark.parametrize(
    ("typed", "correct"),
    [
        ({"told": ["malis"], "correct": ["9"]}, ["", "", "9"]),
        ({"correct": ["9"]}, ["9", "", ""]),
        ({"told": ["rattana", *DECIDERS], "correct": ["1", "9", "4", "3"]}, ["9", "4", "3"]),
    ],
    ids=["fewer", "short", "more"],
)
def test_answers_told_back_stay_with_their_person(
    sqlite_url: str, typed: dict[str, Any], correct: list[str]
) -> None:
    answer = reading(brought_to("seated", sqlite_url), **typed)
    assert answer.status_code == 422
    assert column(answer.text, "correct") == correct


def test_how_well_each_reads_comes_back_as_typed_and_is_never_shown_again(sqlite_url: str) -> None:
    table = brought_to("seated", sqlite_url)
    answer = reading(table, ends="09:35")
    assert column(answer.text, "reads") == ["fluent", "", "cannot"]
    assert reading(table).status_code == 303
    assert facts(table, ReadingHeld)
    page = table.office.open("sina", f"{table.home}/sheets/readings/{table.agreement}").text
    assert not re.search(r'value="(fluent|little|cannot)" selected', page)
    assert column(page, "reads") == ["", "", ""]
