"""Seats that one person may not hold together, and what the others at the table learn about taking part."""

import pytest

from tests.agreements.signing import Signing
from tests.office import Office, office_at, sentences


@pytest.mark.parametrize("person", ["ravy", "rattana"])
def test_neither_a_party_nor_the_chair_sits_as_an_observer_too(office: Office, person: str) -> None:
    """What an observer notes about a sitting counts as said by an outsider."""
    home = office.table()
    answer = office.seat(home, person, "observer")
    assert answer.status_code == 422
    assert "the same person cannot also be observer" in sentences(answer)


def test_nobody_sits_on_two_sides(office: Office) -> None:
    home = office.table()
    first, second = office.sides
    answer = office.seat(home, "ravy", "paralegal", side=first)
    assert answer.status_code == 422
    assert "sits on another side of this table" in sentences(answer)
    assert office.seat(home, "ravy", "paralegal", side=second).status_code == 303


def test_only_staff_say_who_decides(office: Office) -> None:
    home = office.table()
    place = {
        "person": "ravy",
        "role": "delegate",
        "side": office.sides[1],
        "because": "holder",
        "adult": "yes",
    }
    for person in ("sopheap", "rattana", "sina"):
        assert office.send(person, f"{home}/seats", **place).status_code == 403


def test_who_takes_part_and_who_stopped_is_read_by_staff_and_by_oneself(sqlite_url: str) -> None:
    table = Signing(office_at(sqlite_url))
    readers = ("sopheap", "ravy", "rattana")
    before = [table.page_of(person, "/people") for person in readers]
    table.did("malis", "taking-part")
    assert "decides: spouse takes part" in table.page_of("malis", "/people")
    table.did("malis", "taking-part/ends")
    assert [table.page_of(person, "/people") for person in readers] == before
    assert "decides: spouse does not take part" in table.page_of("dalin", "/people")
