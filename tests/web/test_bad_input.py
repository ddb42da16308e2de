"""Bad input gets one sentence in the reader's language at the right place, and everything typed is still there."""

import html
import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import httpx2
import pytest

from app.agreements.rules.answers import OfferChanged
from app.agreements.rules.signatures import TextChanged, TooEarly
from app.foundation.errors import NotFound, Refusal
from app.parties.rules import SeatsConflict
from app.rehearsal.clock import ClockGoesForward
from app.rehearsal.page_forms import forms_of, problem_of
from app.sessions.rules.schedule import OnClosedDay, OutsideDay
from app.web.i18n import gettext, use_language
from tests.agreements.offering import Offering
from tests.agreements.signing import CLAUSES, Signing, brought_to
from tests.office import Office, office_at
from tests.sessions.planning import furnish, table_with_numbers, when

STALE = "0" * 64
NO_SUCH_DAY = "There is no such day in that month. Look at the calendar again."
NO_SUCH_TIME = "Write the time with hours and minutes, such as 08:30."
NO_AMOUNT = "Write the amount in digits only, such as 4000000. “%(typed)s” is not an amount."
TOO_LONG = "This is too long. Write at most %(max_length)s characters."


@pytest.fixture(params=["km", "en"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    """The reader's language."""
    use_language(request.param)
    yield str(request.param)
    use_language("km")


@pytest.fixture
def here(sqlite_url: str) -> Office:
    """An office with two places for sessions."""
    office = office_at(sqlite_url)
    furnish(office)
    return office


def speak(office: Office, person: str, language: str) -> None:
    """Let this person's browser keep a language."""
    cookies = office.browser(person).cookies
    cookies.delete("language")
    cookies.set("language", language)


def send(office: Office, language: str, person: str, path: str, /, **fields: Any) -> httpx2.Response:
    """Send a form as a person who reads this language."""
    speak(office, person, language)
    return office.send(person, path, **fields)


def is_told(
    answer: httpx2.Response, says: str | type[Refusal], *, at: str = "", kept: dict[str, Any] | None = None
) -> None:
    """The page says this sentence, at this field if one is named, and holds all these fields as they were typed."""
    sentence = gettext(says if isinstance(says, str) else says.says)
    told = ".+?".join(re.escape(part) for part in re.split(r"%\(\w+\)s", sentence))
    assert answer.status_code in (404, 409, 422), answer.text
    assert re.search(told, problem_of(answer.text)), problem_of(answer.text)
    if at:
        beside = re.search(rf'<p class="error" id="{at}-error">(.*?)</p>', answer.text, re.DOTALL)
        assert beside, f"nothing is said at {at}"
        assert re.search(told, html.unescape(beside.group(1)))
        assert f'href="#{at}"' in answer.text
    there = [pair for form in forms_of(answer.text) for pair in form.filled({})]
    for name, value in (kept or {}).items():
        for one in value if isinstance(value, list) else [value]:
            assert (name, one) in there, f"{name} is lost"


def test_a_day_that_does_not_exist(here: Office, language: str) -> None:
    fields = when(day=31, month=2, starts="09:15")
    answer = send(here, language, "dalin", f"{table_with_numbers(here)}/sessions", **fields)
    is_told(answer, NO_SUCH_DAY, at="on", kept=fields)


def test_a_time_that_is_none(here: Office, language: str) -> None:
    fields = when(starts="half past eight")
    answer = send(here, language, "dalin", f"{table_with_numbers(here)}/sessions", **fields)
    is_told(answer, NO_SUCH_TIME, at="starts", kept=fields)


def test_a_time_outside_the_window_and_a_closed_day(here: Office, language: str) -> None:
    home = table_with_numbers(here)
    late = when(starts="18:00", ends="20:00")
    is_told(send(here, language, "dalin", f"{home}/sessions", **late), OutsideDay, kept=late)
    closed = when(day=14)
    is_told(send(here, language, "dalin", f"{home}/sessions", **closed), OnClosedDay, kept=closed)


def test_an_amount_with_letters(sqlite_url: str, language: str) -> None:
    table = Offering(office_at(sqlite_url))
    fields = {"who_1": "Ravy", "what_1": "pays", "amount_1": "four million", "currency_1": "KHR"}
    answer = send(table.office, language, "ravy", f"{table.home}/offers/drafts", **fields)
    is_told(answer, NO_AMOUNT, at="amount_1", kept=fields)


def test_an_over_long_text_comes_back_whole(here: Office, language: str) -> None:
    long = "ដី " * 2000 + "ចប់"
    fields = {"khmer": "ដី", "latin": "Land", "summary_khmer": long, "summary_latin": "s", "resource": "land"}
    fields["province"] = "Kep"
    answer = send(here, language, "dalin", "/dialogues", **fields)
    is_told(answer, TOO_LONG, at="summary_khmer", kept=fields)


def test_a_role_that_conflicts_with_another(here: Office, language: str) -> None:
    home = here.table()
    fields = {"person": "sopheap", "role": "chair", "side": "", "because": ""}
    is_told(send(here, language, "dalin", f"{home}/seats", **fields), SeatsConflict, kept=fields)


def test_a_clock_set_back(here: Office, language: str) -> None:
    fields = {"day_day": "1", "day_month": "1", "day_year": "2020", "time": "08:00"}
    is_told(
        send(here, language, "dalin", "/rehearsal/clock", **fields), ClockGoesForward, at="day", kept=fields
    )


def test_an_answer_to_an_offer_that_changed(sqlite_url: str, language: str) -> None:
    table = Offering(office_at(sqlite_url))
    offer = table.tabled("ravy")
    answer = send(
        table.office, language, "sopheap", f"{table.home}/{offer}/answers", choice="accept", version=STALE
    )
    is_told(answer, OfferChanged)
    assert 'name="answer"' in answer.text  # the offer stands there again, with its four answers


def test_an_answer_to_a_text_that_changed(sqlite_url: str, language: str) -> None:
    table = brought_to("seated", sqlite_url)
    old = table.version()
    changed = {**CLAUSES, "en": ["Family B gives the land back.", "Family A pays 5,000,000 riel."]}
    moved = send(table.office, "en", "dalin", f"{table.text}/versions", **changed)
    assert moved.status_code == 303, problem_of(moved.text)
    fields = {"answer": "sign", "version": old, "language": "km"}
    is_told(send(table.office, language, "sopheap", f"{table.text}/signatures", **fields), TextChanged)


def test_a_signature_before_its_time(sqlite_url: str, language: str) -> None:
    table = _early(sqlite_url)
    fields = {"answer": "sign", "version": table.version(), "language": "km"}
    answer = send(table.office, language, "sopheap", f"{table.text}/signature-checks", **fields)
    is_told(answer, TooEarly, kept={"language": "km"})


def _early(url: str) -> Signing:
    table = brought_to("seated", url)
    table.office.now -= timedelta(minutes=30)
    return table


def test_the_same_form_twice_is_done_once_and_leads_to_the_same_place(here: Office, language: str) -> None:
    home = table_with_numbers(here)
    fields = {**when(), "once": "sent-twice-1"}
    first = send(here, language, "dalin", f"{home}/sessions", **fields)
    second = send(here, language, "dalin", f"{home}/sessions", **fields)
    assert first.status_code == second.status_code == 303
    assert first.headers["location"] == second.headers["location"]
    sessions = here.open("dalin", f"{home}/sessions").text
    assert len(set(re.findall(rf'href="({home}/sessions/[a-z0-9]{{12}})"', sessions))) == 1


@pytest.mark.parametrize("address", ["/nothing", "/dialogues/nothing", "/dialogues/222222222222/offers"])
def test_an_unknown_address(here: Office, language: str, address: str) -> None:
    speak(here, "dalin", language)
    answer = here.open("dalin", address)
    assert answer.status_code == 404
    is_told(answer, NotFound)


def test_what_belongs_to_another_table_is_not_there(sqlite_url: str, language: str) -> None:
    table = Offering(office_at(sqlite_url))
    offer, other = table.tabled("ravy"), table.office.table()
    answer = send(table.office, language, "ravy", f"{other}/{offer}/answer-checks", answer="accept")
    assert answer.status_code == 404
    is_told(answer, NotFound)
    assert send(table.office, language, "dalin", f"{other}/{offer}/withdrawals").status_code == 404


def test_a_sign_that_nobody_can_type_is_left_out_and_in_an_address_leads_nowhere(office: Office) -> None:
    home = office.table()
    side = office.send("dalin", f"{home}/sides", khmer="ភាគី\x00ក", latin="Side\x00 C", kind="family")
    assert side.status_code == 303
    assert "Side C" in office.open("dalin", f"{home}/people").text
    for path in (f"{home}/offers/%00", "/dialogues/new?request=%00"):
        assert office.open("dalin", path).status_code == 404


@pytest.mark.parametrize("path", ["/agendas/abc", "/sessions/new?on=%s" % ("1" * 400)])
def test_a_misspelt_address_is_answered_with_a_page(office: Office, path: str) -> None:
    answer = office.open("dalin", office.table() + path)
    assert answer.headers["content-type"].startswith("text/html")
    assert answer.status_code in (200, 404)
