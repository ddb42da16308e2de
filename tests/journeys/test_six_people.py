"""Six browsers as six people over the network: a sitting with talk time, answers and minutes; nothing is lost."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from playwright.sync_api import Browser, Error
from sqlmodel import Session, select

from app.agreements.tables import Offer
from app.audit.reconciliation import differences
from app.database import make_engine
from app.parties.queries import sides_of
from app.record.facts.agreements import AnswerGiven
from app.record.facts.sittings import MinutesWritten, SpeakingTimed
from app.recordkeeping.reading import entries_of
from app.rehearsal.clock import move_clock
from app.sessions.tables import Meeting
from tests.journeys.room import (
    BUNNA,
    CHANTHY,
    DARA,
    MORNING,
    RITHY,
    SOPHY,
    SREYMOM,
    SixPeople,
    ready,
    six_people,
)

pytestmark = pytest.mark.browser
MINUTES = "Family A: we want to keep our plot.\nFamily B: we cleared it."


@pytest.fixture
def room(chromium: Browser, sqlite_url: str) -> Iterator[SixPeople]:
    """Six people whose table is prepared and whose session, planned a week ago, is this morning."""
    engine = make_engine(sqlite_url)
    ready(engine)
    with six_people(chromium, engine) as people:
        _prepare(people)
        yield people
    engine.dispose()


def _prepare(people: SixPeople) -> None:
    dara, home = people.phones[DARA], people.home
    with Session(people.engine) as db:
        first, second = (side.id for side in sides_of(db, people.case.id))
    dara.send(f"{home}/sides/{first}/closings", count="2")
    dara.send(f"{home}/sides/{second}/closings", count="1", alone=people.case.people[BUNNA].id)
    dara.open(f"{home}/thresholds")
    dara.fill("reason", "Two families")
    dara.tap('main form[action$="/thresholds"] button[type="submit"]')
    for one in (RITHY, SREYMOM, BUNNA):
        people.phones[one].send(f"{home}/taking-part")
    when = {"on_day": "9", "on_month": "3", "on_year": "2027", "starts": "08:30", "ends": "11:00"}
    dara.send(f"{home}/sessions", room="hall", **when)
    with Session(people.engine) as db:
        move_clock(db, MORNING + timedelta(days=8, minutes=31))


def _session(people: SixPeople) -> str:
    with Session(people.engine) as db:
        return db.exec(select(Meeting.session).where(Meeting.dialogue == people.case.id)).one()


def _open(people: SixPeople) -> str:
    """The chair opens the session on her own phone. Returns the session."""
    session = _session(people)
    chanthy = people.phones[CHANTHY]
    chanthy.open(f"{people.home}/sessions/{session}")
    chanthy.tap('form[action$="/openings"] button')
    return session


def _fill_sheet(people: SixPeople, sheet: str) -> None:
    with Session(people.engine) as db:
        move_clock(db, MORNING + timedelta(days=8, hours=2, minutes=20))
    dara = people.phones[DARA]
    dara.open(sheet)
    for row, (minutes, women) in enumerate((("40", "15"), ("35", "0"), ("20", "10"))):
        dara.fill("talk_minutes", minutes, row)
        dara.fill("talk_women", women, row)
    dara.fill("minutes", MINUTES)


def _save(people: SixPeople) -> None:
    people.phones[DARA].tap('main form[action*="/sittings/"] button[type="submit"]')
    assert people.phones[DARA].page.locator(".errors").all_inner_texts() == []


def test_six_phones_hold_a_sitting_with_talk_time_answers_and_minutes(room: SixPeople) -> None:
    home, session = room.home, _open(room)
    for number, phone in enumerate(room.phones):
        phone.open("/")
        assert room.case.people[number].latin in phone.says()
        assert "Two plots" in phone.says()

    rithy = room.phones[RITHY]
    rithy.open(f"{home}/offers/new")
    rithy.fill("what_1", "Each family keeps half of the plot")
    rithy.tap('form[action$="/drafts"] button[type="submit"]')
    rithy.tap('form[action$="/tablings"] button')
    with Session(room.engine) as db:
        offer = db.exec(select(Offer.offer)).one()
    for one, answer in ((RITHY, "accept"), (SREYMOM, "longer"), (BUNNA, "refuse")):
        phone = room.phones[one]
        phone.open(f"{home}/offers/{offer}")
        phone.tap(f'button[name="answer"][value="{answer}"]')
        phone.tap('form[action$="/answers"] button[type="submit"]')
        assert phone.page.url.endswith("/answers/mine")
        phone.page.reload()
        assert phone.page.url.endswith("/answers/mine")

    sheet = f"{home}/sheets/sittings/{session}"
    _fill_sheet(room, sheet)
    _save(room)
    for one in (RITHY, BUNNA):
        phone = room.phones[one]
        phone.open(f"{home}/sheets/minutes/{session}")
        assert "Family B: we cleared it." in phone.says()
        phone.page.locator('[name="standing"][value="confirmed"]').check()
        phone.tap('form[action*="/minutes/"] button[type="submit"]')
    room.phones[CHANTHY].open(f"{home}/sessions/{session}")
    room.phones[CHANTHY].tap('form[action$="/closings"] button')
    sophy = room.phones[SOPHY]
    sophy.open(sheet)
    assert "Family A: confirmed" in sophy.says()

    with Session(room.engine) as db:
        entries = entries_of(db, room.case.id)
        answers = [entry.by for entry in entries if isinstance(entry.fact, AnswerGiven)]
        assert answers == [room.case.people[one].id for one in (RITHY, SREYMOM, BUNNA)]
        spoken = [entry.fact.minutes for entry in entries if isinstance(entry.fact, SpeakingTimed)]
        assert spoken == [40, 35, 20]
        assert list(differences(db)) == []


def test_a_reload_does_nothing_twice(room: SixPeople) -> None:
    session = _open(room)
    sheet = f"{room.home}/sheets/sittings/{session}"
    _fill_sheet(room, sheet)
    dara = room.phones[DARA]
    _save(room)
    saved = room.size()
    dara.page.reload()
    dara.page.go_back()
    dara.page.reload()
    assert room.size() == saved
    assert MINUTES.splitlines()[0] in dara.typed("minutes")


def test_a_dropped_connection_loses_nothing_that_was_typed(room: SixPeople) -> None:
    session = _open(room)
    sheet = f"{room.home}/sheets/sittings/{session}"
    _fill_sheet(room, sheet)
    dara, before = room.phones[DARA], room.size()
    dara.context.set_offline(True)
    with pytest.raises(Error):
        dara.tap('main form[action*="/sittings/"] button[type="submit"]')
    assert room.size() == before
    dara.context.set_offline(False)
    dara.page.reload()  # the browser sends the same form again, with all that was typed
    with Session(room.engine) as db:
        facts = [entry.fact for entry in entries_of(db, room.case.id)]
    assert sum(isinstance(fact, MinutesWritten) for fact in facts) == 1
    assert [fact.minutes for fact in facts if isinstance(fact, SpeakingTimed)] == [40, 35, 20]
    dara.open(sheet)
    assert "Family B: we cleared it." in dara.typed("minutes")


def test_a_closed_lid_loses_nothing_that_was_saved_and_keeps_the_sign_in(room: SixPeople) -> None:
    session = _open(room)
    sheet = f"{room.home}/sheets/sittings/{session}"
    _fill_sheet(room, sheet)
    dara = room.phones[DARA]
    _save(room)
    dara.open(sheet)
    assert "What you type and do not save stays in this window only." in dara.says()
    dara.fill("minutes", MINUTES + "\nA third paragraph, not saved.")
    dara.shut()
    dara.open(sheet)
    assert dara.typed("minutes").splitlines() == MINUTES.splitlines()
    assert dara.typed("talk_minutes", 1) == "35"
    assert "Vann Dara saved this sheet." in dara.says()
