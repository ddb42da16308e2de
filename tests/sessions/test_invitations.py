"""Invitations: deliveries for many at once, notice per person, answers, the letter."""

import re
from datetime import timedelta

import pytest
from sqlmodel import Session

from app.sessions.queries.invitations import invited_to
from app.sessions.queries.schedule import session_view
from app.sessions.rules.invitations import days_in_force
from tests.office import Office, hour, sentences
from tests.sessions.planning import delivery, furnish, planned, table_with_numbers, when

EVERYBODY = ["sopheap", "ravy", "malis", "rattana", "sina"]


@pytest.fixture
def session(office: Office) -> str:
    """A session planned for 20 January; it is 13 January."""
    furnish(office)
    address = planned(office, table_with_numbers(office))
    office.now = hour("2027-01-13T12:00")
    return address


def line_of(page: str, name: str) -> str:
    """The words of one person on the page of invitations."""
    found = re.search(rf"{name}(.*?)(?:Cham Sopheap|Ngem Ravy|Teth Malis|Keo Rattana|Prum Sina|Record)", page)
    assert found
    return found[1]


def test_one_entry_records_the_letter_for_many(office: Office, session: str) -> None:
    answer = office.send("dalin", f"{session}/invitations", **delivery(EVERYBODY, read_aloud="yes"))
    assert answer.status_code == 303
    page = sentences(office.open("dalin", f"{session}/invitations"))
    assert page.count("in time") == 5
    assert page.count("read aloud ·") == 5
    record = sentences(office.open("dalin", session.partition("/sessions")[0] + "/entries"))
    assert record.count("reached: Cham Sopheap, Ngem Ravy, Teth Malis, Keo Rattana, Prum Sina") >= 1


def test_notice_is_told_for_each_person_without_closed_days(office: Office, session: str) -> None:
    office.send("dalin", f"{session}/invitations", **delivery(["sopheap"], day=12, at="08:30"))
    office.send("dalin", f"{session}/invitations", **delivery(["ravy"], day=13, at="08:30"))
    office.send("dalin", f"{session}/invitations", **delivery(["malis"], day=12, at="08:31"))
    page = sentences(office.open("dalin", f"{session}/invitations"))
    assert "7 days before, in time" in line_of(page, "Cham Sopheap"), "to the minute, the 14th not counted"
    assert "6 days before, 1 day too few" in line_of(page, "Ngem Ravy")
    assert "6 days 23 hours before, 1 minute too few" in line_of(page, "Teth Malis")
    assert "no letter yet" in line_of(page, "Keo Rattana")


def test_those_not_yet_reached_are_ticked_beforehand(office: Office, session: str) -> None:
    office.send("dalin", f"{session}/invitations", **delivery(["sopheap", "rattana"]))
    page = office.open("dalin", f"{session}/invitations").text
    ticked = re.findall(r'name="persons" value="(\w+)" checked', page)
    assert ticked == ["ravy", "malis", "sina"]


def test_a_delivery_lies_behind_and_reaches_somebody_who_is_invited(office: Office, session: str) -> None:
    ahead = office.send("dalin", f"{session}/invitations", **delivery(["ravy"], day=13, at="12:01"))
    assert ahead.status_code == 422
    assert "This moment lies ahead" in sentences(ahead)
    assert 'value="ravy" checked' in ahead.text
    assert 'value="sopheap" checked' not in ahead.text
    nobody = office.send("dalin", f"{session}/invitations", **delivery([]))
    assert "Choose at least one." in sentences(nobody)
    assert office.send("dalin", f"{session}/invitations", **delivery(["vanny"])).status_code == 404
    unclear = office.send("dalin", f"{session}/invitations", **delivery(["ravy"], carrier="crow"))
    assert "Choose one of the answers." in sentences(unclear)


def test_no_letter_came_before_its_session_was_planned(office: Office, session: str) -> None:
    url = f"{session}/invitations"
    for fields in (delivery(["ravy"], day=2, at="07:59"), delivery(["ravy"], on_year="2000")):
        answer = office.send("dalin", url, **fields)
        assert answer.status_code == 422
        assert "was planned only on Saturday 2 January 2027, 08:00" in sentences(answer)
        assert f'name="on_year" value="{fields["on_year"]}"' in " ".join(answer.text.split())
        assert f'name="time" value="{fields["time"]}"' in answer.text
    office.send("dalin", f"{session}/moves", **when(day=27), reason="Rain.")
    assert office.send("dalin", url, **delivery(["ravy"], day=2, at="08:00")).status_code == 303


def test_a_letter_in_the_minute_of_planning_counts(office: Office) -> None:
    furnish(office)
    home = table_with_numbers(office)
    office.now += timedelta(seconds=30)
    address = planned(office, home)
    office.now += timedelta(seconds=20)
    answer = office.send("dalin", f"{address}/invitations", **delivery(["ravy"], day=2, at="08:00"))
    assert answer.status_code == 303


def test_the_first_letter_counts_and_a_move_is_told_anew(office: Office, session: str) -> None:
    office.send("dalin", f"{session}/invitations", **delivery(["sopheap"]))
    office.send("dalin", f"{session}/invitations", **delivery(["sopheap"], day=13, at="08:00"))
    page = sentences(office.open("dalin", f"{session}/invitations"))
    assert "Tuesday 5 January 2027, 10:00" in line_of(page, "Cham Sopheap")
    office.send("dalin", f"{session}/moves", **when(day=27), reason="Rain.")
    page = sentences(office.open("dalin", f"{session}/invitations"))
    assert "tell the new time" in line_of(page, "Cham Sopheap")
    office.now = hour("2027-01-15T12:00")
    office.send("dalin", f"{session}/invitations", **delivery(["sopheap"], day=15))
    page = sentences(office.open("dalin", f"{session}/invitations"))
    assert "tell the new time" not in line_of(page, "Cham Sopheap")


def test_stricter_numbers_judge_later_letters_only(office: Office) -> None:
    before, after = hour("2027-01-02T08:00"), hour("2027-01-10T08:00")
    frozen = [(before, 7), (after, 10)]
    assert days_in_force(frozen, hour("2027-01-01T08:00"), 3) == 7
    assert days_in_force(frozen, hour("2027-01-09T08:00"), 3) == 7
    assert days_in_force(frozen, hour("2027-01-10T08:00"), 3) == 10
    assert days_in_force([], hour("2027-01-10T08:00"), 3) == 3


def test_a_person_answers_and_answers_anew(office: Office, session: str) -> None:
    for answer, word in (("absent", "I do not come"), ("coming", "I come"), ("notyet", "I do not know yet")):
        assert office.send("malis", f"{session}/answers", answer=answer).status_code == 303
        assert f"You said: {word}." in sentences(office.open("malis", session))
    home, _, key = session.partition("/sessions/")
    with Session(office.engine) as db:
        dialogue = home.rpartition("/")[2]
        answers = {
            one.person.id: one.answer for one in invited_to(db, dialogue, session_view(db, dialogue, key))
        }
    assert answers == {"sopheap": "", "ravy": "", "malis": "notyet", "rattana": "", "sina": ""}


def test_no_other_party_learns_of_an_answer_or_a_letter(office: Office, session: str) -> None:
    home = session.partition("/sessions/")[0]
    pages = (session, f"{session}/letter", f"{session}/calendar.ics", home, "/")

    def seen() -> list[str]:
        once = r'name="once" value="[^"]+"'
        return [re.sub(once, "", office.open("ravy", page).text) for page in pages]

    before = seen()
    office.send("malis", f"{session}/answers", answer="absent")
    office.send("dalin", f"{session}/invitations", **delivery(["malis", "sopheap"]))
    assert seen() == before
    assert office.open("ravy", f"{session}/invitations").status_code == 403
    record = sentences(office.open("ravy", f"{home}/entries"))
    assert "about the invitation" not in record
    assert "reached" not in record


def test_whoever_is_not_invited_gives_no_answer(office: Office, session: str) -> None:
    assert "Do you come?" not in sentences(office.open("vanny", session))
    answer = office.send("vanny", f"{session}/answers", answer="coming")
    assert answer.status_code == 409
    assert "You are not on the list of those invited" in sentences(answer)


def test_staying_away_is_said_in_a_pause_and_when_the_clock_stands_behind(
    office: Office, session: str
) -> None:
    home = session.partition("/sessions")[0]
    office.send("ravy", f"{home}/pauses")
    assert office.send("malis", f"{session}/answers", answer="coming").status_code == 303
    office.now = hour("2027-01-12T12:00")
    assert office.send("malis", f"{session}/answers", answer="coming").status_code == 409
    assert office.send("malis", f"{session}/answers", answer="absent").status_code == 303
    assert "You said: I do not come." in sentences(office.open("malis", session))


def test_a_cancelled_session_asks_for_no_answer(office: Office, session: str) -> None:
    office.send("dalin", f"{session}/cancellations", reason="Rain.")
    answer = office.send("malis", f"{session}/answers", answer="coming")
    assert answer.status_code == 409
    assert "No answer is needed" in sentences(answer)


def test_the_letter_says_that_coming_is_voluntary(office: Office, session: str) -> None:
    page = sentences(office.open("sopheap", f"{session}/letter"))
    for sentence in (
        "Coming is voluntary. Nobody may order you to come.",
        "You may bring somebody you trust, or a lawyer.",
        "You may leave at any time, without a reason.",
        "Not coming has no consequence.",
        "Wednesday 20 January 2027",
        "Commune hall",
    ):
        assert sentence in page
    assert "Chea Vanny" not in page, "the monitor is not in the room"


def test_the_three_answers_are_equal_buttons(office: Office, session: str) -> None:
    page = office.open("sopheap", session).text
    buttons = re.findall(r'<button class="([^"]+)" type="submit" name="answer" value="(\w+)"', page)
    assert [value for _, value in buttons] == ["coming", "absent", "notyet"]
    assert len({look for look, _ in buttons}) == 1
