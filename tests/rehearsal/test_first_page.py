"""The first page of a rehearsal: its people with what waits for each, its clock, its walks."""

import re

from app.rehearsal.walks import WALKS
from tests.rehearsal.conftest import Visitor


def words(page: str) -> str:
    """What a page says, without its marks."""
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def test_the_first_page_is_the_rehearsal_until_one_is_somebody(visitor: Visitor) -> None:
    assert "Become one of these people" in visitor.opens("/")
    visitor.becomes("sokun")
    assert "Waiting for you" in visitor.opens("/")


def test_something_waits_for_every_seat(visitor: Visitor) -> None:
    page = visitor.opens("/rehearsal")
    for seat in ("facilitator", "chair", "witness", "monitor", "safeguard officer", "party to the table"):
        waiting = [line for line in page.split("<li>") if f">{seat}<" in line and "nothing waits" not in line]
        assert waiting, seat


def test_nobody_goes_to_another_house_by_becoming_somebody(visitor: Visitor) -> None:
    for to in ("//elsewhere.example", "https://elsewhere.example", "/\\elsewhere.example"):
        answer = visitor.client.post(
            "/rehearsal/people/sokun/sign-ins", data={"to": to}, follow_redirects=False
        )
        assert answer.headers["location"] == "/"


def test_an_unknown_person_is_an_unknown_address(visitor: Visitor) -> None:
    assert visitor.client.post("/rehearsal/people/nobody/sign-ins").status_code == 404


def test_the_clock_goes_to_the_next_thing_due(visitor: Visitor) -> None:
    page = visitor.opens("/rehearsal")
    assert "Next thing due: Monday 25 January 2027, 09:00." in page
    status, page = visitor.sends(page, "/rehearsal/clock/steps", by="next")
    assert status == 200
    assert "Here it is Monday 25 January 2027, 09:00." in page


def test_the_clock_goes_an_hour_and_a_day(visitor: Visitor) -> None:
    _, page = visitor.sends(visitor.opens("/rehearsal"), "/rehearsal/clock/steps", by="hour")
    assert "Here it is Monday 25 January 2027, 09:5" in page
    _, page = visitor.sends(page, "/rehearsal/clock/steps", by="day")
    assert "Here it is Tuesday 26 January 2027, 09:5" in page


def test_the_clock_never_goes_back(visitor: Visitor) -> None:
    page = visitor.opens("/rehearsal")
    typed = {"day_day": "1", "day_month": "1", "day_year": "2027", "time": "08:00"}
    status, page = visitor.sends(page, "/rehearsal/clock", **typed)
    assert status == 422
    assert "The clock of a rehearsal goes forward only." in page


def test_an_impossible_day_is_said_in_a_sentence_and_stays_typed(visitor: Visitor) -> None:
    typed = {"day_day": "31", "day_month": "2", "day_year": "2027", "time": "8"}
    status, page = visitor.sends(visitor.opens("/rehearsal"), "/rehearsal/clock", **typed)
    assert status == 422
    assert "There is no such day in that month." in page
    assert 'value="31"' in page


def test_there_are_six_walks_and_each_page_of_each_is_there(visitor: Visitor) -> None:
    assert len(WALKS) == 6
    for walk in WALKS:
        page = visitor.opens(f"/rehearsal/walks/{walk.key}")
        assert "A page of this walk is no longer there" not in page
        steps = re.findall(r'people/(\w+)/sign-ins"><input type="hidden" name="to" value="([^"]+)"', page)
        assert len(steps) == sum(bool(step.person) for step in walk.steps)
        for person, to in steps:
            if "/certificates/" not in to:  # only after the release
                visitor.becomes(person, to)


def test_an_unknown_walk_is_an_unknown_address(visitor: Visitor) -> None:
    assert visitor.client.get("/rehearsal/walks/away").status_code == 404


def test_for_a_party_the_page_of_what_waits_leads_everywhere(visitor: Visitor) -> None:
    page = visitor.becomes("malis")
    assert "Nothing waits for you. You will be told on paper or by telephone." in page
    for place in ("sessions", "positions", "offers", "taking-part", "pauses/new", "leaving/new"):
        address = re.search(rf'href="(/dialogues/\w+/{place})"', page)
        assert address is not None, place
        visitor.opens(address.group(1))


def test_what_waited_longest_stands_first(visitor: Visitor) -> None:
    page = words(visitor.becomes("sokun"))
    days = [int(day) for day in re.findall(r"since (\d+) January", page)]
    assert days == sorted(days)
    assert len(days) > 1
