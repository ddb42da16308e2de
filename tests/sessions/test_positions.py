"""Positions: their owner's words, every version kept, closed to everybody else until their side tables them."""

import pytest

from tests.office import Office, sentences

READERS = ["dalin", "rattana", "ravy", "malis", "vanny", "sina"]
"""Everybody at the table but the side that speaks."""


@pytest.fixture
def home(office: Office) -> str:
    """A table; its address."""
    return office.table()


def state(office: Office, home: str, words: str = "We keep the field.", audience: str = "side") -> str:
    """Sopheap states a position; its address."""
    fields = {"item": "The field", "words": words, "audience": audience}
    answer = office.send("sopheap", f"{home}/positions", **fields)
    assert answer.status_code == 303
    return answer.headers["location"]


@pytest.mark.parametrize("reader", READERS)
def test_nobody_else_finds_a_position_that_was_not_tabled(office: Office, home: str, reader: str) -> None:
    unknown = office.open(reader, f"{home}/positions/aaaaaaaaaaaa")
    pages = ["positions", "entries"] if reader != "vanny" else ["positions"]  # a monitor sees the head grow
    before = [office.open(reader, f"{home}/{page}").text for page in pages]
    position = state(office, home)
    hidden = office.open(reader, position)
    assert hidden.status_code == unknown.status_code == 404
    assert hidden.text == unknown.text.replace("aaaaaaaaaaaa", position.rpartition("/")[2])
    after = [office.open(reader, f"{home}/{page}").text for page in pages]
    assert before == after, "not a byte tells that something was said"


def test_its_own_side_reads_it_and_says_it_anew(office: Office, home: str) -> None:
    position = state(office, home)
    fields = {"version": "1", "item": "The field", "words": "We keep half.", "audience": "side"}
    assert office.send("sopheap", f"{position}/versions", **fields).status_code == 303
    page = sentences(office.open("sopheap", position))
    assert "We keep half." in page
    assert "Earlier versions: 1 The field We keep the field." in page
    again = office.send("sopheap", f"{position}/versions", **fields)
    assert again.status_code == 409
    assert "kept version 2 meanwhile" in sentences(again)
    assert "These are the same words" in sentences(
        office.send("sopheap", f"{position}/versions", **{**fields, "version": "2"})
    )


@pytest.mark.parametrize("reader", READERS)
def test_the_table_reads_what_is_tabled_and_not_what_was_private(
    office: Office, home: str, reader: str
) -> None:
    position = state(office, home, "Our private thought.")
    fields = {"version": "1", "item": "The field", "words": "We keep half.", "audience": "side"}
    office.send("sopheap", f"{position}/versions", **fields)
    assert office.send("sopheap", f"{position}/tablings", version="2").status_code == 303
    page = sentences(office.open(reader, position))
    assert "We keep half." in page
    assert "private thought" not in page
    assert "The field" in sentences(office.open(reader, f"{home}/positions"))


def test_the_newest_tabled_words_stay_readable_while_its_side_thinks_on(office: Office, home: str) -> None:
    position = state(office, home, "On the table.", "table")
    fields = {"version": "1", "item": "The field", "words": "Between us.", "audience": "side"}
    office.send("sopheap", f"{position}/versions", **fields)
    assert "Between us." in sentences(office.open("sopheap", position))
    page = sentences(office.open("ravy", position))
    assert "On the table." in page
    assert "Between us." not in page


@pytest.mark.parametrize("other", READERS)
def test_only_its_own_side_moves_it_or_says_more(office: Office, home: str, other: str) -> None:
    position = state(office, home)
    fields = {"version": "1", "item": "The field", "words": "Not ours.", "audience": "table"}
    assert office.send(other, f"{position}/tablings", version="1").status_code == 404
    assert office.send(other, f"{position}/versions", **fields).status_code == 404
    assert office.open("ravy", position).status_code == 404


def test_who_is_no_party_states_no_position(office: Office, home: str) -> None:
    fields = {"item": "The field", "words": "I think.", "audience": "table"}
    for person in ("dalin", "rattana", "vanny"):
        assert office.open(person, f"{home}/positions/new").status_code == 403
        assert office.send(person, f"{home}/positions", **fields).status_code == 403


def test_a_pause_closes_tabling_and_not_writing(office: Office, home: str) -> None:
    position = state(office, home)
    office.send("ravy", f"{home}/pauses")
    answer = office.send("sopheap", f"{position}/tablings", version="1")
    assert answer.status_code == 409
    assert "There is a pause" in sentences(answer)
    state(office, home, "Written in the pause.")


def test_words_too_long_or_missing_are_told_and_kept(office: Office, home: str) -> None:
    fields = {"item": "The field", "words": "w" * 4001, "audience": "side"}
    answer = office.send("sopheap", f"{home}/positions", **fields)
    assert answer.status_code == 422
    assert "This is too long" in sentences(answer)
    assert "w" * 4001 in answer.text
    nothing = office.send("sopheap", f"{home}/positions", item="", words="", audience="")
    assert sentences(nothing).count("Please fill this in.") == 4, "above and at each of two fields"


def test_what_is_tabled_twice_is_told(office: Office, home: str) -> None:
    position = state(office, home, audience="table")
    answer = office.send("sopheap", f"{position}/tablings", version="1")
    assert "on the table already" in sentences(answer)
