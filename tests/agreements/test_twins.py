"""Twins: two runs equal but for what one person chose are the same to everybody else, byte for byte.

One person of a side of two (the other refuses, so what the side as a whole says stays what it is) answers an
invitation, an offer and a text in another way; or a private talk was held with another person, or not alone. Every page
of the house by every other seat, papers and calendar among them, each with its headers; every answer to a form that
somebody else sent; the size of every row. `test_secrecy` does the same for which of two spouses it was.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import httpx2
import pytest

from tests.agreements.offering import Offering
from tests.agreements.signing import CLAUSES
from tests.agreements.test_secrecy import MONITOR, looked_at, sizes
from tests.office import PEOPLE, office_at
from tests.postgres import SqliteFiles

WHO = "malis"
"""Whose choice differs. Her husband decides too, for the same side."""
STAFF = ("dalin",)


@dataclass(frozen=True)
class Run:
    """What one person chose, and with whom the monitor talked alone; all else is the same in every run.

    `husband` is what the other one of her side says to the offer, '' for nothing yet. `changed`: after all that
    another text is fixed in place of the one that he had signed.
    """

    husband: str = "refuse"
    invitation: str = "coming"
    offer: str = "accept"
    text: str = "longer"
    screened: tuple[str, ...] = ("malis",)
    confirmed: tuple[str, ...] = ("malis",)
    alone: str = "yes"
    changed: bool = False


@dataclass
class Told:
    """A run that was told: the table, what stands in the holes of addresses, and what came of others' forms."""

    table: Offering
    places: dict[str, str]
    forms: list[tuple[object, ...]] = field(default_factory=list)


def tell(url: str, run: Run) -> Told:
    """One run: letters, talks, an offer that the side does not accept, another that it does, a text, a signing."""
    table = Offering(office_at(url))
    told = Told(table, {})
    _watch(table, told)
    table.did("vanny", "sheets/talks", kind="screening", persons=list(run.screened), alone=run.alone)
    offer = table.tabled("sopheap")
    said = (("ravy", run.husband), (WHO, run.offer), ("sopheap", "accept"))
    for person, choice in [(person, choice) for person, choice in said if choice]:
        assert table.say(person, offer, choice).status_code == 303
    table.fix()
    table.hand_over()
    day = {"on_day": "13", "on_month": "1", "on_year": "2027"}
    place = table.did(
        "dalin", "sessions", starts="09:30", ends="12:00", room="hall", all_the_same="yes", **day
    )
    table.session = place.rpartition("/")[2]
    table.did(WHO, f"sessions/{table.session}/answers", answer=run.invitation)
    table.at("2027-01-13T09:30")
    table.did("dalin", f"sessions/{table.session}/openings")
    table.at("2027-01-13T11:20")
    assert table.answer("ravy").status_code == 303
    assert table.answer(WHO, run.text).status_code == 303
    table.did("dalin", f"sessions/{table.session}/closings")
    table.did("vanny", "sheets/talks", kind="confirmation", persons=list(run.confirmed), alone=run.alone)
    if run.changed:
        table.did("dalin", f"{table.below}/versions", **{**CLAUSES, "title_en": "Another agreement"})
    told.places |= {
        "dialogue": table.home.rpartition("/")[2],
        "offer": offer.rpartition("/")[2],
        "agreement": table.agreement,
        "session": table.session,
        "matter": table.agreement,
        "person": "nobody",
    }
    return told


def _watch(table: Offering, told: Told) -> None:
    """Keep what comes back for every form of somebody else: its status, its headers, its size."""
    send = table.office.send

    def watched(person: str, path: str, /, **fields: Any) -> httpx2.Response:
        answer = send(person, path, **fields)
        if person not in (WHO, MONITOR):
            sized = {name: len(value) for name, value in answer.headers.items()}
            told.forms.append((person, path, answer.status_code, sized, len(answer.content)))
        return answer

    table.office.send = watched  # type: ignore[method-assign]


@pytest.fixture(scope="module")
def first(sqlite_files: SqliteFiles) -> Iterator[Told]:
    """The run that the others are compared with."""
    told = tell(sqlite_files.database(), Run())
    yield told
    told.table.office.engine.dispose()


def assert_alike(one: Told, other: Told, readers: tuple[str, ...]) -> None:
    """Nobody but the person, the monitor and these readers sees a difference between two runs."""
    assert other.places == one.places
    assert other.forms == one.forms
    others = tuple(person for person in PEOPLE if person not in (WHO, MONITOR, *readers))
    pages, twin = (looked_at(told.table, others, told.places) for told in (one, other))
    assert [at for at in pages if pages[at] != twin[at]] == []
    assert sum(status == 200 for status, _, _ in pages.values()) > 60


OTHER = {
    "an invitation": (Run(invitation="absent"), STAFF),  # staff read who comes, and set chairs
    "an offer": (Run(offer="refuse"), ()),
    "an offer, asking for a change": (Run(offer="change"), ()),
    "a text": (Run(text="refuse"), ()),
    "a screening with somebody else": (Run(screened=("ravy",)), ()),
    "a confirmation with somebody else": (Run(confirmed=("ravy",)), ()),
    "talks that were not held alone": (replace(Run(), alone=""), ()),
}
"""What differs in each run, and who may read it besides the person and the monitor."""


@pytest.mark.parametrize("difference", OTHER)
def test_what_one_person_chose_changes_no_byte_for_anybody_else(
    first: Told, difference: str, sqlite_files: SqliteFiles
) -> None:
    run, readers = OTHER[difference]
    other = tell(sqlite_files.database(), run)
    assert_alike(first, other, readers)
    rows, same = sizes(first.table), sizes(other.table)
    differing = {name for name in rows if rows[name] != same[name]}
    assert differing == (
        set() if run.alone else {"record_lines"}
    )  # “true” and “false”, in the database alone
    other.table.office.engine.dispose()


def test_while_the_other_one_of_a_side_has_said_nothing_nobody_learns_what_the_one_said(
    sqlite_files: SqliteFiles,
) -> None:
    runs = (Run(husband="", offer=choice) for choice in ("accept", "refuse"))
    one, other = (tell(sqlite_files.database(), run) for run in runs)
    assert_alike(one, other, ())
    for told in (one, other):
        told.table.office.engine.dispose()


def test_whether_somebody_signed_or_waits_is_seen_by_the_witness_alone(
    first: Told, sqlite_files: SqliteFiles
) -> None:
    other = tell(sqlite_files.database(), Run(text="sign"))
    assert_alike(first, other, ("sina",))
    other.table.office.engine.dispose()


@pytest.mark.parametrize("text", ["sign", "refuse"])
def test_once_another_text_is_fixed_not_even_the_witness_learns_who_had_signed_the_old_one(
    text: str, sqlite_files: SqliteFiles
) -> None:
    one, other = (tell(sqlite_files.database(), Run(text=said, changed=True)) for said in ("longer", text))
    assert_alike(one, other, ())
    for told in (one, other):
        told.table.office.engine.dispose()


def test_papers_and_calendars_are_the_very_same_files(first: Told, sqlite_files: SqliteFiles) -> None:
    other = tell(sqlite_files.database(), Run(text="refuse", invitation="absent", confirmed=("ravy",)))
    home, text = first.table.home, first.table.text
    for path in (f"{text}/paper.pdf", f"{home}/sessions/{first.table.session}/calendar.ics"):
        files = [told.table.office.open("ravy", path) for told in (first, other)]
        assert [one.status_code for one in files] == [200, 200], path
        assert files[0].content == files[1].content, path
        assert dict(files[0].headers) == dict(files[1].headers), path
    other.table.office.engine.dispose()
