"""Twins: two runs equal but for which of two spouses said no are the same to everybody else, byte for byte.

Every page by every seat, with its headers, and the size of every row of every table. What is
drawn anew in each run (digests, codes, form keys) is renamed in the order of its first appearance.
"""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.routing import APIRoute
from sqlmodel import Session, SQLModel, text

from app.main import ROUTERS
from tests.agreements.offering import Offering
from tests.office import PEOPLE, office_at
from tests.postgres import SqliteFiles

SPOUSES = ("ravy", "malis")
MONITOR = "vanny"
HEAD = re.compile(r'(?:<span class="code">[0-9]{5}</span>\s*){12}')
BEGINS = re.compile(r'(?<=[">])[0-9]{5} [0-9]{5}(?=["<])')
RANDOM = re.compile(r"\b(?:[0-9a-f]{64}|[A-Z2-9]{4}-[A-Z2-9]{4})\b")
KEYS = re.compile(r'(?<=name="once" value=")[\w-]+(?=")')
OWN = re.compile(r"/answers/mine$|/signatures/mine$|/entries$|/dialogues/\w+$|^/$|^/rehearsal$")
"""The addresses at which a person reads their own answers: they may differ for the two spouses themselves."""

PAPER = "/dialogues/{dialogue}/texts/{agreement}/paper.pdf"
"""A code drawn by chance is drawn into it; tests/papers compares its bytes before and after a yes is taken back."""

ELSEWHERE = {"/rehearsal", "/words", "/help", "/away", "/static/{name}", PAPER}
"""Pages that tell nothing of one table, and the rehearsal's first page: from it one becomes whom one likes, so it
shows what waits for each. No real office has it."""


class Names:
    """What was drawn by chance, renamed in the order in which it is first seen."""

    def __init__(self) -> None:
        self.known: dict[str, str] = {}

    def plain(self, page: str) -> str:
        """The page with every random thing renamed, its length kept out of it."""
        for pattern in (KEYS, HEAD, BEGINS, RANDOM):
            page = pattern.sub(lambda found: self.known.setdefault(found[0], f"<{len(self.known)}>"), page)
        return page


def addresses(places: dict[str, str]) -> Iterator[str]:
    """Every address that can be opened, with the things of this table in its holes."""
    paths = {
        route.path
        for router in ROUTERS
        for route in router.routes
        if isinstance(route, APIRoute) and "GET" in (route.methods or ())
    }
    for path in sorted(paths - ELSEWHERE):
        yield re.sub(r"\{(\w+)(?::\w+)?\}", lambda hole: places.get(hole[1], "1"), path)
    yield f"/dialogues/{places['dialogue']}/offers/new?counters={places['offer']}"
    yield f"/dialogues/{places['dialogue']}/texts/new?offer={places['offer']}"


def looked_at(table: Offering, persons: tuple[str, ...], places: dict[str, str]) -> dict[Any, Any]:
    """Every page by these people in English, by the first of them in Khmer too: status, headers, and the page."""
    names, seen = Names(), {}
    for person in persons:
        browser = table.office.browser(person)
        for language in ("km", "en") if person == persons[0] else ("en",):
            browser.cookies.set("language", language)
            for address in addresses(places):
                answer = browser.get(address)
                page = names.plain(answer.text) if "zip" not in answer.headers.get("content-type", "") else ""
                seen[person, language, address] = (answer.status_code, dict(answer.headers), page)
        browser.cookies.set("language", "en")
    return seen


def size(value: object) -> int:
    """Bytes or letters of one value."""
    if isinstance(value, bytes):
        return len(value)
    return len(str(value).replace(SPOUSES[1], SPOUSES[0]))


def sizes(table: Offering) -> dict[str, list[tuple[int, ...]]]:
    """The size of every value of every row of every table; in the record, in the order of its entries.

    The invented ids of people differ in length, those of real people do not: they count as one length here.
    """
    found = {}
    with Session(table.office.engine) as db:
        for name in SQLModel.metadata.tables:
            rows = [tuple(map(size, row)) for row in db.execute(text(f"SELECT * FROM {name}"))]
            found[name] = rows if name == "record_lines" else sorted(rows)
    return found


def told(url: str, choice: str, first: bool) -> tuple[Offering, dict[str, str]]:
    """One run: an offer that one spouse answers so and the other accepts; one that both accept and one takes
    back; a fixed text that one of them refuses; then a session that ends."""
    table = Offering(office_at(url))
    said = (choice, "accept") if first else ("accept", choice)
    offer = table.tabled("sopheap")
    for person, word in zip(SPOUSES, said, strict=True):
        table.say(person, offer, word)
    table.say("sopheap", offer, "accept")
    table.fix()
    changes_mind = SPOUSES[0] if first else SPOUSES[1]
    table.say(changes_mind, f"offers/{table.offer}", "revoke")
    table.hand_over()
    table.sit_down()
    table.later(30)
    assert table.answer(changes_mind, "refuse").status_code == 303
    table.did("dalin", f"sessions/{table.session}/closings")
    places = {
        "dialogue": table.home.rpartition("/")[2],
        "offer": offer.rpartition("/")[2],
        "agreement": table.agreement,
        "session": table.session,
        "person": "nobody",
    }
    return table, places


def twins(files: SqliteFiles, choice: str) -> tuple[Offering, Offering, dict[str, str]]:
    """The same table twice; in the one the first spouse says it, in the other the second."""
    (one, places), (other, same) = (told(files.database(), choice, first) for first in (True, False))
    assert places == same
    return one, other, places


@pytest.mark.parametrize("choice", ["refuse", "longer"])
def test_which_spouse_said_no_changes_no_byte_for_anybody_else(
    choice: str, sqlite_files: SqliteFiles
) -> None:
    one, other, places = twins(sqlite_files, choice)
    others = tuple(person for person in PEOPLE if person not in (*SPOUSES, MONITOR))
    first, second = looked_at(one, others, places), looked_at(other, others, places)
    assert [at for at in first if first[at] != second[at]] == []
    assert sum(status == 200 for status, _, _ in first.values()) > 60
    rows, same = sizes(one), sizes(other)
    assert {name for name in rows if rows[name] != same[name]} == set()
    assert sum(map(len, rows.values())) > 60


def test_the_spouses_themselves_see_a_difference_only_where_their_own_answer_stands(
    sqlite_files: SqliteFiles,
) -> None:
    one, other, places = twins(sqlite_files, "refuse")
    first, second = looked_at(one, SPOUSES, places), looked_at(other, SPOUSES, places)
    assert [at for at in first if first[at] != second[at] and not OWN.search(at[2])] == []
