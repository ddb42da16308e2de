"""A released text that a monitor sends back: every exit is open again, and the text is fixed anew like any other."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from sqlmodel import Session

from app.agreements.rules.recordings import IsReleased
from app.audit.reconciliation import differences
from tests.agreements.signing import CLAUSES
from tests.agreements.test_recordings import MP3, OGG
from tests.audit.desk import HOME, REVIEW, Desk, words
from tests.audit.table import AGREEMENT, Table

ANEW: dict[str, Any] = CLAUSES
TEXT = f"{HOME}/texts/{AGREEMENT}"


@pytest.fixture
def released(sqlite_url: str) -> Iterator[Desk]:
    """A table at its slot, whose result is out."""
    table = Table(sqlite_url).tell()
    desk = Desk(table)
    assert desk.send("vanny", f"{REVIEW}/releases", examined="yes").status_code == 303
    yield desk
    table.engine.dispose()


@pytest.fixture
def returned(released: Desk) -> Desk:
    """The same, sent back after its release."""
    answer = released.send("vanny", f"{REVIEW}/returns", words="A new fact came up.")
    assert answer.status_code == 303
    return released


def code_on(desk: Desk) -> str:
    """The code of the text in force, as everybody reads it."""
    found = re.search(r"Code of this text: (\S+)", words(desk.open("malis", TEXT)))
    assert found is not None
    return found.group(1)


def checked(desk: Desk, code: str) -> str:
    """What anybody reads who types this code."""
    return words(desk.browser().get("/certificates", params={"code": code}))


def test_until_it_is_sent_back_a_released_text_offers_no_exit_and_no_change(released: Desk) -> None:
    answer = released.send("malis", f"{TEXT}/signatures", answer="refuse", version=released.table.text)
    assert (answer.status_code, "The result was released on" in words(answer)) == (409, True)
    assert released.send("malis", f"{TEXT}/withdrawals").status_code == 409
    assert "Withdraw my yes" not in words(released.open("malis", f"{TEXT}/signatures/mine"))
    assert "Fix another text in its place" not in words(released.open("dalin", TEXT))
    changed = released.send("dalin", f"{TEXT}/versions", **ANEW)
    assert (changed.status_code, "can no longer be changed" in words(changed)) == (409, True)


def test_who_signed_a_text_that_was_sent_back_takes_the_yes_back_or_refuses(returned: Desk) -> None:
    mine = words(returned.open("malis", f"{TEXT}/signatures/mine"))
    assert "Your yes is provisional." in mine
    assert "The result was released" not in mine
    assert "Withdraw my yes" in mine
    assert returned.send("malis", f"{TEXT}/withdrawals").status_code == 303
    for person, answer in (("malis", "longer"), ("dara", "refuse")):
        said = returned.send(person, f"{TEXT}/signatures", answer=answer, version=returned.table.text)
        assert said.status_code == 303, words(said)


def test_a_text_that_was_sent_back_is_fixed_again_and_its_old_code_stays_revoked(returned: Desk) -> None:
    old, page = code_on(returned), words(returned.open("dalin", TEXT))
    assert "Fix another text in its place" in page
    assert "The result was released" not in page
    assert "Revoked" in checked(returned, old)
    again = returned.send("dalin", f"{TEXT}/versions", **ANEW)
    assert again.status_code == 303, words(again)
    new = code_on(returned)
    assert new != old
    assert "The result was released" not in words(returned.open("malis", TEXT))
    assert "You have said nothing about this text" in words(returned.open("malis", f"{TEXT}/signatures/mine"))
    assert "Revoked" in checked(returned, old)
    assert "Valid" in checked(returned, new)
    with Session(returned.table.engine) as db:
        assert list(differences(db)) == []


def test_what_is_heard_of_a_text_that_was_sent_back_may_be_changed(released: Desk) -> None:
    place = f"{HOME}/matters/{AGREEMENT}/recordings"

    def add(sound: bytes, key: str) -> str:
        form = {"once": key, "language": "km", "version": released.table.text}
        return words(
            released.browser("dalin").post(place, data=form, files={"sound": ("a.ogg", sound, "audio/ogg")})
        )

    add(OGG, "sound-00001")
    assert IsReleased.says in add(MP3, "sound-00002")
    released.send("vanny", f"{REVIEW}/returns", words="A new fact came up.")
    assert IsReleased.says not in add(MP3, "sound-00003")
