"""The four answers: equal, kept whatever was said, opened only as what a side as a whole said."""

import re
from itertools import permutations

import pytest

from app.agreements.rules.answers import ANSWERS, outcome_of
from app.agreements.words import FOLLOWS
from app.record.facts.agreements import CHOICES
from tests.agreements.offering import Offering
from tests.office import Office, hour, sentences

EXITS = ("refuse", "longer", "revoke")


@pytest.fixture
def table(office: Office) -> Offering:
    """A table ready for offers."""
    return Offering(office)


def test_the_four_answers_stand_in_the_order_that_was_drawn_for_this_table(table: Offering) -> None:
    offer = table.tabled("ravy")
    orders = {
        tuple(
            re.findall(r'name="answer" value="(\w+)"', table.office.open(who, f"{table.home}/{offer}").text)
        )
        for who in ("sopheap", "ravy", "malis")
    }
    assert len(orders) == 1
    assert set(orders.pop()) == set(ANSWERS)


def test_all_sealed_choices_are_of_one_length() -> None:
    assert {len(choice) for choice in CHOICES} == {6}


def test_what_follows_takes_as_many_words_whatever_was_chosen() -> None:
    assert {choice: len(sentence.split()) for choice, sentence in FOLLOWS.items()} == dict.fromkeys(
        CHOICES, 14
    )


def test_check_pages_have_equal_lines_and_keep_the_choice_out_of_the_address(table: Offering) -> None:
    offer = table.tabled("ravy")
    shapes = set()
    for choice in ANSWERS:
        page = table.check("malis", offer, choice)
        assert "On your side 2 people decide; others may guess who said what." in sentences(page)
        assert not any(word in str(page.url) for word in CHOICES)
        shapes.add(re.sub(r">[^<]*<|value=\"[^\"]*\"", "><", page.text))
    assert len(shapes) == 1


def test_one_who_decides_alone_reads_that_all_will_know(table: Offering) -> None:
    offer = table.tabled("ravy")
    assert "You alone decide for your side" in sentences(table.check("sopheap", offer, "refuse"))


def test_looking_at_an_answer_writes_nothing(table: Offering) -> None:
    offer = table.tabled("ravy")
    before = table.read("vanny", "entries")
    table.check("malis", offer, "accept")
    table.send("malis", f"{offer}/answers/withdrawals")
    assert table.read("vanny", "entries") == before
    assert "You have not answered. That is not a yes." in table.read("malis", f"{offer}/answers/mine")


def test_a_receipt_says_what_i_said_last_and_nobody_else_gets_it(table: Offering) -> None:
    offer = table.tabled("ravy")
    table.say("malis", offer, "change")
    table.say("malis", offer, "refuse")
    assert "You said Refuse" in table.read("malis", f"{offer}/answers/mine")
    assert "You have not answered." in table.read("ravy", f"{offer}/answers/mine")
    for other in ("dalin", "rattana", "vanny", "sina"):
        assert table.office.open(other, f"{table.home}/{offer}/answers/mine").status_code == 404


def test_a_receipt_has_the_same_ways_whatever_was_said(table: Offering) -> None:
    offer = table.tabled("ravy")
    shapes = set()
    for choice in CHOICES:
        table.say("malis", offer, choice)
        page = table.office.open("malis", f"{table.home}/{offer}/answers/mine").text
        table.later(-1)
        shapes.add(re.sub(r"<b>[^<]*</b>|value=\"[^\"]*\"|\d\d:\d\d", "", page))
    assert len(shapes) == 1


def test_those_who_do_not_decide_do_not_answer(table: Offering) -> None:
    offer = table.tabled("ravy")
    for person in ("dalin", "rattana", "vanny", "sina"):
        answer = table.check(person, offer, "refuse")
        assert (answer.status_code, "Only those who decide" in sentences(answer)) == (403, True)


def test_an_answer_to_another_version_is_refused_in_words(table: Offering) -> None:
    offer = table.tabled("ravy")
    answer = table.send("malis", f"{offer}/answers", choice="accept", version="0" * 64)
    assert (answer.status_code, "This offer changed after you opened it." in sentences(answer)) == (409, True)


def test_the_same_answer_sent_twice_is_one_entry(table: Offering) -> None:
    offer = table.tabled("ravy")
    version = table.check("malis", offer, "accept").text.partition('name="version" value="')[2][:64]
    for _ in range(2):
        sent = table.office.send(
            "malis", f"{table.home}/{offer}/answers", once="one-form-only", choice="accept", version=version
        )
        assert sent.headers["location"].endswith("/answers/mine")
    assert table.read("malis", "entries").count("Teth Malis answered: Accept. Set right :") == 1


def test_a_pause_closes_accepting_and_asking_for_changes_and_nothing_else(table: Offering) -> None:
    offer = table.tabled("ravy")
    version = table.check("malis", offer, "accept").text.partition('name="version" value="')[2][:64]
    table.did("sopheap", "pauses")
    page = table.office.open("malis", f"{table.home}/{offer}").text
    assert len(re.findall(r'value="(?:accept|change)" disabled', page)) == 2
    for choice in ("accept", "change"):
        assert table.check("malis", offer, choice).status_code == 409
        late = table.send("malis", f"{offer}/answers", choice=choice, version=version)
        assert (late.status_code, "There is a pause." in sentences(late)) == (409, True)
    for choice in EXITS:
        assert table.say("malis", offer, choice).status_code == 303


@pytest.mark.parametrize("choice", EXITS)
def test_a_no_is_kept_after_a_side_left_and_after_the_end(table: Offering, choice: str) -> None:
    offer = table.tabled("ravy")
    table.did("sopheap", "leaving")
    assert table.say("malis", offer, choice).status_code == 303
    assert table.check("malis", offer, "accept").status_code == 409
    closing = {
        "dividers": "same",
        "connectors": "same",
        "divider_words": "x",
        "connector_words": "y",
        "groups": "z",
    }
    table.did("dalin", "sheets/closing", **closing)
    assert table.say("ravy", offer, choice).status_code == 303


@pytest.mark.parametrize("choice", EXITS)
def test_a_no_is_kept_when_the_clock_is_set_back(table: Offering, choice: str) -> None:
    offer = table.tabled("ravy")
    table.office.now = hour("2026-12-01T08:00")
    assert table.say("malis", offer, choice).status_code == 303
    assert "clock of the machine could not be relied on" in table.read("vanny", "entries")


def test_a_side_opens_when_all_who_decide_for_it_have_answered(table: Offering) -> None:
    offer = table.tabled("sopheap")
    table.say("ravy", offer, "refuse")
    assert table.outcome("Family B") == ""
    table.say("malis", offer, "longer")
    assert table.outcome("Family B") == ""
    table.say("malis", offer, "accept")
    assert table.outcome("Family B") == "not accepted"
    assert table.status(offer) == "not accepted"


def test_an_offer_is_accepted_only_when_every_side_has_accepted(table: Offering) -> None:
    offer = table.tabled("sopheap")
    for person in ("ravy", "malis"):
        table.say(person, offer, "accept")
    assert (table.outcome("Family B"), table.status(offer)) == ("accepted in principle", "open for answers")
    table.say("sopheap", offer, "accept")
    assert table.status(offer) == "accepted in principle"


@pytest.mark.parametrize(("choice", "after"), [("revoke", "not accepted"), ("longer", "needs more time")])
def test_a_yes_taken_back_after_it_opened_stops_the_offer(table: Offering, choice: str, after: str) -> None:
    offer = table.tabled("sopheap")
    for person in ("ravy", "malis", "sopheap"):
        table.say(person, offer, "accept")
    table.say("malis", offer, choice)
    assert (table.outcome("Family B"), table.status(offer)) == (after, after)
    assert table.send("dalin", "texts", offer=offer.rpartition("/")[2]).status_code in (409, 422)


def test_a_session_that_ends_opens_the_sides_that_wait_as_more_time(table: Offering) -> None:
    offer = table.tabled("sopheap")
    table.say("ravy", offer, "refuse")
    table.sit_down()
    assert table.status(offer) == "open for answers"
    table.later(30)
    table.did("dalin", f"sessions/{table.session}/closings")
    assert table.status(offer) == "needs more time"
    table.say("malis", offer, "accept")
    assert table.outcome("Family B") == "not accepted"
    assert table.outcome("Family A") == "needs more time"


def test_an_outcome_counts_what_was_said_and_not_who_said_it() -> None:
    for said in ((None, "accept"), ("refuse", "accept"), ("longer", "refuse"), ("change", "accept")):
        for opened in ("", "accepted"):
            for closed in (True, False):
                found = {outcome_of(list(p), opened=opened, closed=closed) for p in permutations(said)}
                assert len(found) == 1
    assert outcome_of(["accept", "revoke"], opened="", closed=False) == "not_accepted"
    assert outcome_of(["accept", "change"], opened="", closed=False) == "countered"
    assert outcome_of(["accept", "accept"], opened="", closed=False) == "accepted"
    assert outcome_of(["refuse", None], opened="", closed=False) == ""
