"""The one door: fifty equal forms are one entry, a refusal leaves nothing, a clock set back stops all but exits."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlmodel import Session, func, select

from app.access.reading import MONITORS
from app.access.viewer import Viewer
from app.dialogues.commands import ask_for_pause, end_pause
from app.foundation.clock import from_text, to_text
from app.foundation.errors import NotAllowed
from app.record.facts.dialogues import ClockDoubted, PauseAsked, SideLeft
from app.record.facts.parties import TakingPartEnded
from app.recordkeeping.reading import entries_of
from app.recordkeeping.recording import AlreadyDone, ClockBehind, recording
from app.recordkeeping.tables import Body, Disclosure, FormKey, RecordLine
from tests.audit.table import DIALOGUE, OPENED, Table, at, viewer

LATER = at("2027-01-05 09:00")


@pytest.fixture
def table(database_url: str) -> Iterator[Table]:
    """A prepared table on each kind of database."""
    told = Table(database_url)
    told.found()
    told.prepare()
    yield told
    told.engine.dispose()


def size_of(table: Table) -> int:
    with Session(table.engine) as db:
        return db.exec(select(func.count()).select_from(RecordLine)).one()


def test_fifty_equal_forms_at_once_are_one_entry(table: Table) -> None:
    before, moment = size_of(table), at("2027-01-12 12:00")

    def send(_: int) -> str:
        with Session(table.engine) as db:
            try:
                ask_for_pause(db, DIALOGUE, by=viewer("malis"), at=moment, once="one-form-only")
            except AlreadyDone:
                return "done before"
        return "done"

    with ThreadPoolExecutor(16) as pool:
        answers = list(pool.map(send, range(50)))
    assert sorted(set(answers)) == ["done", "done before"]
    assert (answers.count("done"), size_of(table)) == (1, before + 1)


def test_fifty_different_forms_at_once_are_fifty_entries_in_order(table: Table) -> None:
    before, moment = size_of(table), at("2027-01-12 12:00")

    def send(number: int) -> None:
        with (
            Session(table.engine) as db,
            recording(db, DIALOGUE, by=viewer("malis"), at=moment, once=f"form-{number}") as record,
        ):
            record.append(TakingPartEnded("north"))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(send, range(50)))
    with Session(table.engine) as db:
        numbers = [entry.number for entry in entries_of(db, DIALOGUE)]
    assert numbers == list(range(before + 50))


def test_a_refusal_half_way_leaves_nothing_behind(table: Table) -> None:
    def counts(db: Session) -> list[int]:
        return [
            db.exec(select(func.count()).select_from(kept)).one()
            for kept in (RecordLine, Disclosure, Body, FormKey)
        ]

    def half(db: Session) -> None:
        with recording(db, DIALOGUE, by=viewer("malis"), at=at("2027-01-12 12:00"), once="half") as record:
            record.keep_body({"a": 1})
            record.append(TakingPartEnded("north"), words="I stop.")
            record.append(SideLeft("south"))  # another side's word

    with Session(table.engine) as db:
        before = counts(db)
        with pytest.raises(NotAllowed):
            half(db)
        assert counts(db) == before


def test_nobody_writes_with_a_pen_they_do_not_hold(table: Table) -> None:
    stranger = Viewer("malis", frozenset(), "north")
    with (
        Session(table.engine) as db,
        pytest.raises(NotAllowed),
        recording(db, DIALOGUE, by=stranger, at=at("2027-01-12 12:00")) as record,
    ):
        record.append(PauseAsked("p1"))


def test_a_clock_set_back_is_refused_in_words_and_exits_go_on_with_a_mark(table: Table) -> None:
    with Session(table.engine) as db:
        newest = entries_of(db, DIALOGUE)[-1].at
        with pytest.raises(ClockBehind, match=r"12\.01\.2027 08:50:00"):
            end_pause(db, DIALOGUE, by=viewer("vanny"), at=OPENED, once="")
        ask_for_pause(db, DIALOGUE, by=viewer("malis"), at=LATER, once="")
        doubted, pause = entries_of(db, DIALOGUE)[-2:]
        audience = db.exec(select(RecordLine.audience).where(RecordLine.number == doubted.number)).one()
    assert doubted.fact == ClockDoubted(to_text(LATER))
    assert isinstance(pause.fact, PauseAsked)
    assert (doubted.at, pause.at, pause.when) == (newest, newest, LATER.astimezone(newest.tzinfo))
    assert (doubted.by, audience) == ("node", MONITORS)


def test_the_same_second_is_not_a_clock_set_back(table: Table) -> None:
    with Session(table.engine) as db:
        newest = entries_of(db, DIALOGUE)[-1].at
        ask_for_pause(db, DIALOGUE, by=viewer("malis"), at=newest, once="")
        with pytest.raises(ClockBehind):
            end_pause(db, DIALOGUE, by=viewer("malis"), at=newest - timedelta(seconds=1), once="")
        end_pause(db, DIALOGUE, by=viewer("malis"), at=newest, once="")
    assert from_text(to_text(newest)) == newest
