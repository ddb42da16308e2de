"""An offer whose words speak of a court or of freedom: nobody accepts it before the monitor has looked through it."""

import re

import pytest

from tests.agreements.offering import ROWS, Offering
from tests.office import Office, sentences

COMPLAINT = {**ROWS, "who_2": "Sopheap", "what_2": "ដក\u200bពាក្យ\u200bបណ្ដឹង"}
ARREST = {**ROWS, "who_2": "office", "what_2": "lets a man out of prison"}


@pytest.fixture
def table(office: Office) -> Offering:
    """A table ready for offers."""
    return Offering(office)


def look(table: Offering, offer: str, *tags: str, person: str = "vanny", words: str = "Row 2 asks.") -> int:
    """This person says what stands in the offer; returns the status of the answer."""
    path = f"looks/{offer.rpartition('/')[2]}"
    page = table.office.open(person, f"{table.home}/{path}")
    version = re.findall(r'name="version" value="(\w+)"', page.text)
    table.later()
    return table.send(person, path, version=version, contains=list(tags), words=words).status_code


def test_a_yes_waits_for_the_monitor_and_a_no_waits_for_nobody(table: Offering) -> None:
    offer = table.tabled("ravy", **COMPLAINT)
    page = table.office.open("sopheap", f"{table.home}/{offer}").text
    assert re.search(r'value="accept" disabled', page)
    assert not re.search(r'value="(refuse|change|longer)" disabled', page)
    assert "The monitor looks through this offer first" in sentences(table.check("sopheap", offer, "accept"))
    assert table.say("sopheap", offer, "refuse").status_code == 303
    assert look(table, offer, "gives_up_claim") == 303
    assert table.say("sopheap", offer, "accept").status_code == 303


def test_nobody_accepts_what_trades_somebodys_freedom(table: Offering) -> None:
    offer = table.tabled("ravy", **ARREST)
    assert look(table, offer, "release_from_detention") == 303
    assert "This offer cannot be accepted." in sentences(table.check("malis", offer, "accept"))
    assert table.say("malis", offer, "longer").status_code == 303


def test_the_card_of_a_yes_waits_as_well(table: Offering) -> None:
    offer = table.tabled("ravy", **COMPLAINT)
    cards = f"sheets/cards/{offer.rpartition('/')[2]}/checks"
    assert table.send("sina", cards, person="sopheap", answer="accept").status_code == 409
    assert table.send("sina", cards, person="sopheap", answer="refuse").status_code == 200


def test_what_she_found_is_read_by_all_in_the_same_words(table: Offering) -> None:
    offer = table.tabled("ravy", **COMPLAINT)
    look(table, offer, "gives_up_claim", words="Row 2 asks to drop a complaint.")
    for person in ("sopheap", "ravy", "rattana", "dalin"):
        read = table.read(person, offer)
        assert "What the monitor found In this offer: somebody gives up a claim" in read
        assert "Row 2 asks to drop a complaint." in read


def test_an_offer_without_such_words_asks_nobody(table: Offering) -> None:
    offer = table.tabled("ravy")
    assert "The monitor looks" not in table.read("sopheap", offer)
    assert "Look through offer" not in sentences(table.office.open("vanny", table.home))


def test_it_waits_for_the_monitor_until_she_has_looked(table: Offering) -> None:
    offer = table.tabled("ravy", **COMPLAINT)
    assert "Look through offer 1" in sentences(table.office.open("vanny", table.home))
    look(table, offer)
    assert "Look through offer 1" not in sentences(table.office.open("vanny", table.home))


@pytest.mark.parametrize("person", ["dalin", "rattana", "sopheap", "sina"])
def test_for_everybody_else_the_page_is_not_there(table: Offering, person: str) -> None:
    offer = table.tabled("ravy", **COMPLAINT)
    path = f"looks/{offer.rpartition('/')[2]}"
    assert table.office.open(person, f"{table.home}/{path}").status_code == 404
    assert table.send(person, path, version="x", words="x").status_code == 404


def test_what_was_looked_at_is_exactly_what_stands_there(table: Offering) -> None:
    offer = table.tabled("ravy", **COMPLAINT)
    path = f"looks/{offer.rpartition('/')[2]}"
    answer = table.send("vanny", path, version="0" * 64, words="Row 2")
    assert answer.status_code == 409
    assert "Row 2" in answer.text
    assert table.send("vanny", path, version="0" * 64, words="").status_code == 422


def test_what_she_found_in_a_text_is_read_by_all_on_its_page(table: Offering) -> None:
    table.fix()
    path = f"looks/{table.agreement}"
    page = table.office.open("vanny", f"{table.home}/{path}")
    version = re.findall(r'name="version" value="(\w+)"', page.text)
    assert table.send("vanny", path, version=version, words="Nothing here asks.").status_code == 303
    for person in ("sopheap", "rattana", "dalin"):
        read = table.read(person, f"texts/{table.agreement}")
        assert "What the monitor found Nobody gives up a claim" in read
        assert "Nothing here asks." in read
