"""The page Record: addresses carry no number of an entry, since gaps in numbers would tell what is hidden."""

import re

import pytest
from sqlmodel import Session

from app.recordkeeping.reading import entries_of
from tests.office import Office, office_at, sentences

NOBODY = "A" * 43


@pytest.fixture
def office(sqlite_url: str) -> Office:
    """An office over an empty database."""
    return office_at(sqlite_url)


def keys(page: str) -> list[str]:
    """The keys of entries in the addresses of a page."""
    found = re.findall(r"/entries/([^/\"]+)/corrections|before=([^\"]+)", page)
    return [one or other for one, other in found]


def test_older_entries_follow_page_by_page_and_none_is_left_out(office: Office) -> None:
    home = office.table()
    for _ in range(12):
        office.send("malis", f"{home}/pauses")
        office.send("malis", f"{home}/pauses/ends")
    seen, address = 0, f"{home}/entries"
    while address:
        page = office.open("vanny", address).text
        seen += page.count("<time ")
        older = re.search(r'href="(\?before=[\w-]{43})"', page)
        address = f"{home}/entries{older[1]}" if older else ""
    with Session(office.engine) as db:
        assert seen == len(entries_of(db, home.rpartition("/")[2]))


@pytest.mark.parametrize("person", ["dalin", "malis", "rattana", "vanny"])
def test_no_address_tells_where_an_entry_stands(office: Office, person: str) -> None:
    home = office.table()
    for _ in range(12):
        office.send("malis", f"{home}/pauses")
        office.send("malis", f"{home}/pauses/ends")
    page = office.open(person, f"{home}/entries").text
    found = keys(page)
    assert found
    assert all(re.fullmatch(r"[\w-]{43}", key) for key in found)
    for number in ("0", "1", "3"):
        assert office.open(person, f"{home}/entries/{number}/corrections/new").status_code == 404
        assert office.open(person, f"{home}/entries?before={number}").status_code == 404


def test_a_key_that_is_not_ones_own_or_nobodys_is_not_found(office: Office) -> None:
    home = office.table()
    office.send("malis", f"{home}/pauses")
    own = keys(office.open("malis", f"{home}/entries").text)[0]
    assert "Set an entry right" in sentences(office.open("malis", f"{home}/entries/{own}/corrections/new"))
    for key in (own, NOBODY, "%", "_" * 43):
        assert office.open("ravy", f"{home}/entries/{key}/corrections/new").status_code == 404
        assert office.send("ravy", f"{home}/entries/{key}/corrections", words="x").status_code == 404
