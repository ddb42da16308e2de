"""What a session still needs: open lines, each with one way to mend it, shown to those who mend it."""

import re

from tests.office import Office, sentences
from tests.sessions.agendas import columns, items_on, meeting, save
from tests.sessions.agendas import session as session  # noqa: PLC0414  (a fixture)


def test_the_list_shows_three_open_lines_each_with_one_way_to_mend_it(office: Office, session: str) -> None:
    page = office.open("dalin", f"{session}/preparation").text
    readiness = page[page.index('id="readiness"') :]
    shown = readiness[: readiness.index("<details>")]
    assert shown.count("<li>") == 3
    assert shown.count("<a href=") == 3
    assert "more open" in readiness


def test_nobody_is_told_to_ask_again_somebody_who_said_no(office: Office, session: str) -> None:
    home = session.partition("/sessions")[0]
    office.send("malis", f"{home}/taking-part")
    office.send("malis", f"{home}/taking-part/ends")
    page = sentences(office.open("dalin", f"{session}/preparation"))
    assert "Ask those who decide whether they take part Cham Sopheap, Ngem Ravy to do" in page
    for person in ("sopheap", "ravy"):
        office.send(person, f"{home}/taking-part")
    page = sentences(office.open("dalin", f"{session}/preparation"))
    assert "Ask those who decide" not in page
    assert "All who decide take part" not in page
    assert "All who decide were asked whether they take part Not taking part: Teth Malis" in page


def test_an_agenda_longer_than_the_session_and_without_a_break_is_told(office: Office, session: str) -> None:
    save(office, session, [("ក", "Morning", "discuss", "110"), ("ខ", "Noon", "discuss", "100")])
    page = sentences(office.open("dalin", f"{session}/preparation"))
    assert "It is 30 minutes longer than the session" in page
    assert "Put in a break before “Noon”" in page
    ids = items_on(office.open("dalin", f"{session}/preparation"))
    rows = [("ក", "Morning", "discuss", "110"), ("ខ", "Noon", "discuss", "100")]
    answer = office.send(
        "dalin",
        f"{session}/agenda-drafts",
        agenda=meeting(office).agenda,
        rest="1",
        **columns(rows, item=ids),
    )
    assert re.findall(r'name="latin" value="(\w+)"', answer.text)[:3] == ["Morning", "Break", "Noon"]


def test_only_those_who_prepare_a_session_get_the_button_for_it(office: Office, session: str) -> None:
    for person, prepares in (("dalin", True), ("vanny", False)):
        page = office.open(person, session).text
        assert (f'href="{session}/preparation"' in page) is prepares
        assert (office.open(person, f"{session}/preparation").status_code == 200) is prepares
        assert f'href="{session}/invitations"' in page
