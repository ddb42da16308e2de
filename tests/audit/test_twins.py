"""Twins after the release: which of two people of a side asked for more time, or took a yes back and signed again,
changes no byte for anybody else, on the certificate, on its paper, on any other page of the house.
"""

from collections.abc import Callable

import pytest
from sqlmodel import Session

from app.audit.queries.certificate_paper import certificate_paper
from app.audit.queries.certificates import certificate_of
from app.record.facts.agreements import AnswerGiven, SignatureAttested, SignatureGiven
from tests.agreements.test_secrecy import Names, addresses
from tests.audit.desk import REVIEW, Desk
from tests.audit.table import AGREEMENT, DECIDERS, DIALOGUE, MEETING, SLOT, STAFF, Table, at
from tests.postgres import SqliteFiles

PAIR = ("sopheap", "malis")
OTHERS = tuple(person for person in (*STAFF, *DECIDERS) if person not in (*PAIR, "vanny", "sreymom"))
PLACES = {
    "dialogue": DIALOGUE,
    "agreement": AGREEMENT,
    "matter": AGREEMENT,
    "offer": "offer3",
    "session": MEETING,
    "person": "nobody",
}


class Twin(Table):
    """The case, in which one person does something more before everybody has signed."""

    hesitates: Callable[["Twin"], None]

    def _read_aloud(self) -> None:
        """The text is read in the session; then this person says what they say."""
        super()._read_aloud()
        self.hesitates(self)


def asks_for_time(person: str) -> Callable[[Twin], None]:
    """This person wants to think, an hour before they sign."""

    def tell(table: Twin) -> None:
        table.write(person, at("2027-01-13 10:20"), AnswerGiven(AGREEMENT, table.text), words="longer")

    return tell


def signs_twice(person: str) -> Callable[[Twin], None]:
    """This person signs, takes it back, and signs again with the others."""

    def tell(table: Twin) -> None:
        moment = at("2027-01-13 10:20")
        table.write(person, moment, SignatureGiven(AGREEMENT, table.text, MEETING, "km"))
        table.write("witness", moment, SignatureAttested(AGREEMENT, table.text, MEETING, person))
        table.write(person, moment, AnswerGiven(AGREEMENT, table.text), words="revoke")

    return tell


def released(url: str, hesitates: Callable[[Twin], None]) -> Desk:
    """The case told to its release."""
    table = Twin(url)
    table.hesitates = hesitates
    table.tell()
    desk = Desk(table)
    assert desk.send("vanny", f"{REVIEW}/releases", examined="yes").status_code == 303
    return desk


def looked_at(desk: Desk) -> dict[tuple[str, str, str], object]:
    """Every page by everybody else, in both languages: status, headers, and the page."""
    names, seen = Names(), dict[tuple[str, str, str], object]()
    for person in OTHERS:
        browser = desk.browser(person)
        for language in ("km", "en"):
            browser.cookies.set("language", language)
            for address in addresses(PLACES):
                answer = browser.get(address)
                drawn = answer.headers.get("content-type", "") in ("application/zip", "application/pdf")
                page = "" if drawn else names.plain(answer.text)
                seen[person, language, address] = (answer.status_code, _told(dict(answer.headers)), page)
    return seen


def _told(headers: dict[str, str]) -> dict[str, str]:
    """A drawn file holds digits of heads, so its length may differ by them; everything else may not."""
    drawn = headers.get("content-type") == "application/pdf"
    return {name: value for name, value in headers.items() if not (drawn and name == "content-length")}


def paper(desk: Desk) -> dict[str, object]:
    """All that is given to the drawing of the certificate, but for the digits of the record's end."""
    with Session(desk.table.engine) as db:
        view = certificate_of(db, DIALOGUE, AGREEMENT)
        assert view is not None
        drawn = certificate_paper(db, DIALOGUE, view, "http://127.0.0.1/")
    assert len(drawn.pop("head")) == 12  # type: ignore[arg-type]
    return drawn


@pytest.mark.parametrize("what", [asks_for_time, signs_twice])
def test_which_of_two_people_hesitated_changes_no_byte_for_anybody_else_after_the_release(
    what: Callable[[str], Callable[[Twin], None]], sqlite_files: SqliteFiles
) -> None:
    one, other = (released(sqlite_files.database(), what(person)) for person in PAIR)
    first, second = looked_at(one), looked_at(other)
    assert [at for at in first if first[at] != second[at]] == []
    assert sum(isinstance(seen, tuple) and seen[0] == 200 for seen in first.values()) > 150
    assert paper(one) == paper(other)
    assert one.now == SLOT
    for desk in (one, other):
        desk.table.engine.dispose()
