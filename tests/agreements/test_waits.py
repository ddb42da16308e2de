"""What waits about offers: the newest few are named, the rest stand on their own list, and the page stays quick."""

import pytest
from sqlalchemy import event

from tests.agreements.offering import Offering
from tests.office import Office, sentences


@pytest.fixture
def table(office: Office) -> Offering:
    """A table ready for offers."""
    return Offering(office)


def overview(table: Offering) -> str:
    """The words of the overview, as somebody of the other side reads it."""
    return sentences(table.office.open("ravy", table.home))


def statements(table: Offering) -> int:
    """How many SQL statements the overview of the table asks."""
    asked = []

    def count(*told: object) -> None:
        asked.append(told)

    event.listen(table.office.engine, "before_cursor_execute", count)
    overview(table)
    event.remove(table.office.engine, "before_cursor_execute", count)
    return len(asked)


def test_three_open_offers_are_named_and_older_ones_are_pointed_to(table: Offering) -> None:
    offers = [table.tabled("sopheap") for _ in range(3)]
    assert "Older offers are still open" not in overview(table)
    offers += [table.tabled("sopheap") for _ in range(2)]
    page = overview(table)
    assert [n for n in range(1, 6) if f"Offer {n} waits for your answer" in page] == [3, 4, 5]
    assert page.count("Older offers are still open") == 1
    table.say("ravy", offers[4], "refuse")
    assert "Offer 5 waits for your answer" not in overview(table)


def test_whoever_asked_for_more_time_is_still_waited_for(table: Offering) -> None:
    offer = table.tabled("sopheap")
    table.say("ravy", offer, "longer")
    assert "Offer 1 waits for your answer" in overview(table)


def test_a_withdrawn_offer_waits_for_nobody(table: Offering) -> None:
    offer = table.tabled("sopheap")
    table.did("sopheap", f"{offer}/withdrawals")
    assert "waits for your answer" not in overview(table)


def test_the_overview_asks_no_more_questions_after_many_offers(table: Offering) -> None:
    for _ in range(4):
        table.tabled("sopheap")
    overview(table)  # signs in
    asked = statements(table)
    for _ in range(6):
        table.tabled("sopheap")
    assert statements(table) == asked
