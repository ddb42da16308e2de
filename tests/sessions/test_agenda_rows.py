"""The buttons beside the rows of an agenda: they move, take off, put in a break, and save nothing."""

import re

import pytest

from tests.office import Office, sentences
from tests.sessions.agendas import ROWS, columns, items_on, meeting, save
from tests.sessions.agendas import session as session  # noqa: PLC0414  (a fixture)


def test_the_arrows_move_rows_and_save_nothing(office: Office, session: str) -> None:
    save(office, session)
    digest = meeting(office).agenda
    ids = items_on(office.open("dalin", f"{session}/preparation"))
    answer = office.send(
        "dalin", f"{session}/agenda-drafts", agenda=digest, up="2", **columns(ROWS, item=ids)
    )
    assert answer.status_code == 200
    assert items_on(answer)[:3] == [ids[0], ids[2], ids[1]]
    assert "Not saved yet" in sentences(answer)
    assert meeting(office).agenda == digest
    browser = office.browser("dalin")
    part = browser.post(
        f"{session}/agenda-drafts",
        data={"once": "part-0001", "agenda": digest, "remove": "0", **columns(ROWS, item=ids)},
        headers={"HX-Request": "true"},
    )
    assert part.text.lstrip().startswith('<section class="card" id="agenda"')
    assert items_on(part)[:2] == ids[1:]


@pytest.mark.parametrize(
    ("button", "left"),
    [
        ({"remove": "1"}, ["Opening", "Third", "Fourth"]),
        ({"remove": "2"}, ["Opening", "Fourth"]),
        ({"up": "3"}, ["Opening", "Fourth", "Third"]),
        ({"down": "2"}, ["Opening", "Fourth", "Third"]),
        ({"rest": "3"}, ["Opening", "Third", "Break", "Fourth"]),
    ],
)
def test_a_button_means_the_row_beside_it_even_after_another_was_emptied(
    office: Office, session: str, button: dict[str, str], left: list[str]
) -> None:
    rows = [ROWS[0], ("", "", "agree", ""), ("គ", "Third", "discuss", "15"), ("ឃ", "Fourth", "discuss", "15")]
    answer = office.send("dalin", f"{session}/agenda-drafts", agenda="", **button, **columns(rows))
    assert re.findall(r'name="latin" value="(\w+)"', answer.text) == left


@pytest.mark.parametrize("button", ["up", "down", "remove", "rest"])
@pytest.mark.parametrize("place", ["9" * 5000, "60", "-1", "x"])
def test_a_place_that_no_row_has_moves_nothing(office: Office, session: str, button: str, place: str) -> None:
    answer = office.send(
        "dalin", f"{session}/agenda-drafts", agenda="", **{button: place}, **columns(ROWS[::2])
    )
    assert answer.status_code == 200
    assert re.findall(r'name="latin" value="([\w ]+)"', answer.text) == ["Opening", "Next steps"]
