"""Who is at the table: seats, conflicts, deciders, consent to take part."""

import pytest

from app.foundation.roles import CONFLICTS, Role, conflicting
from tests.office import Office, sentences


def test_conflicting_seats_are_refused_when_given(office: Office) -> None:
    home = office.table()
    answer = office.seat(home, "vanny", "witness")
    assert answer.status_code == 422
    assert "Chea Vanny is monitor at this table already" in sentences(answer)
    assert '<option value="witness" selected' in answer.text


@pytest.mark.parametrize("pair", sorted(sorted(pair) for pair in CONFLICTS), ids=str)
def test_every_conflicting_pair_is_refused_in_both_orders(pair: list[Role]) -> None:
    first, second = pair
    assert conflicting(frozenset({first}), second) is first
    assert conflicting(frozenset({second}), first) is second


def test_the_monitor_may_hold_no_other_seat_but_the_safeguard_officers() -> None:
    for role in Role:
        if role not in (Role.MONITOR, Role.SAFEGUARD_OFFICER, Role.NODE):
            assert frozenset({Role.MONITOR, role}) in CONFLICTS


def test_a_list_is_closed_only_with_its_own_count_and_a_word_on_the_spouse(office: Office) -> None:
    home = office.table()
    first, second = office.sides
    wrong = office.send("dalin", f"{home}/sides/{second}/closings", count="3")
    assert "You wrote 3, but 2 stand on this list" in sentences(wrong)
    alone = office.send("dalin", f"{home}/sides/{first}/closings", count="1")
    assert "List the spouse and other co-holders" in sentences(alone)
    assert (
        office.send("dalin", f"{home}/sides/{first}/closings", count="១", alone="sopheap").status_code == 303
    )
    assert office.send("dalin", f"{home}/sides/{second}/closings", count="2").status_code == 303


def test_listing_another_decider_opens_the_list_again(office: Office) -> None:
    home = office.table()
    first, _ = office.sides
    office.send("dalin", f"{home}/sides/{first}/closings", count="1", alone="sopheap")
    assert "The list of those who decide is complete: 1 person." in sentences(
        office.open("dalin", f"{home}/people")
    )
    with_heir = {"side": first, "because": "heir", "adult": "unknown"}
    assert (
        office.seat(home, "dalin", "delegate", **with_heir).status_code == 422
    )  # the facilitator is no party
    assert "is complete" in sentences(office.open("dalin", f"{home}/people"))


def test_a_decider_agrees_to_take_part_and_stops_without_a_reason(office: Office) -> None:
    home = office.table()
    assert "That is not a yes." in sentences(office.open("malis", f"{home}/taking-part"))
    assert office.send("malis", f"{home}/taking-part").status_code == 303
    assert "You take part." in sentences(office.open("malis", f"{home}/taking-part"))
    assert office.send("malis", f"{home}/taking-part/ends").status_code == 303
    assert "That is not a yes." in sentences(office.open("malis", f"{home}/taking-part"))


def test_somebody_who_does_not_decide_cannot_agree(office: Office) -> None:
    home = office.table()
    assert office.send("rattana", f"{home}/taking-part").status_code in (403, 409)


def test_a_seat_of_an_unknown_side_or_person_is_not_found(office: Office) -> None:
    home = office.table()
    assert office.seat(home, "nobody", "observer").status_code == 404
    assert office.seat(home, "dalin", "delegate", side="another-side").status_code == 404


def test_somebody_seated_before_is_listed_as_decider_from_the_same_form(office: Office) -> None:
    about = {"khmer": "ដី", "latin": "Field", "summary_khmer": "ដី", "summary_latin": "A field."}
    opened = office.send("dalin", "/dialogues", **about, resource="land", province="Mondulkiri")
    home = opened.headers["location"].removesuffix("/people")
    named = [office.send("dalin", f"{home}/sides", khmer=one, latin=one, kind="family") for one in ("A", "B")]
    first, second = (answer.headers["location"].partition("#side-")[2] for answer in named)
    assert office.seat(home, "sopheap", "delegate", side=first).status_code == 303
    elsewhere = office.seat(home, "sopheap", "delegate", side=second, because="holder", adult="yes")
    assert "Cham Sopheap holds this seat already." in sentences(elsewhere)
    listed = office.seat(home, "sopheap", "delegate", side=first, because="holder", adult="yes")
    assert listed.status_code == 303
    assert "decides: holder of the land" in sentences(office.open("dalin", f"{home}/people"))
    again = office.seat(home, "sopheap", "delegate", side=first, because="holder", adult="yes")
    assert "Cham Sopheap holds this seat already." in sentences(again)
