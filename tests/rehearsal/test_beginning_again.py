"""Beginning again takes own cases too, or leaves them alone: every entry, every sign-in, no clock before them."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DatabaseError
from sqlmodel import Session, col, select
from starlette.testclient import TestClient

from app.audit.bundles import full_bundle
from app.audit.reconciliation import differences
from app.database import make_engine
from app.dialogues.commands import Matter
from app.dialogues.tables import Dialogue
from app.main import create_app
from app.parties.forms.lists import read_list
from app.people.commands import sign_in
from app.people.queries import signed_in
from app.recordkeeping.node import found_node
from app.recordkeeping.tables import ForgottenLog, RecordLine
from app.rehearsal.beginning import UNTIL, begin_again, weeks_after
from app.rehearsal.clock import rehearsal_now
from app.rehearsal.own_cases import Case, open_own_case, own_cases
from app.rehearsal.story import moment
from app.rehearsal.telling import ORIGIN
from app.rehearsal.walks import WALKS, address_of, marks_of
from app.verifier.verify import verify
from tests.rehearsal.conftest import Visitor

LATE = moment(UNTIL) + timedelta(days=12)
LIST = "Vann Dara;facilitator;m\nSor Chanthy;chair;f\nPich Sokha;monitor;f"


def make(engine: Engine) -> Case:
    """An own case twelve days after the stories stop, with one bundle made of it and one of a story."""
    with Session(engine, expire_on_commit=False) as db:
        matter = Matter("ដីពីរ", "Two plots", "ដីពីរ", "Two plots", "land", "Kampot")
        open_own_case(db, matter, read_list(LIST, 2027), at=LATE, once="an-own-case")
        case = own_cases(db)[0]
        full_bundle(db, case.id, at=LATE)
        story = db.exec(select(Dialogue.dialogue).where(col(Dialogue.dialogue) != case.id)).first()
        if story:
            full_bundle(db, story, at=LATE)
        return case


def lines(engine: Engine, dialogue: str) -> list[str]:
    """The lines of one log."""
    with Session(engine) as db:
        query = select(RecordLine.line).where(RecordLine.dialogue == dialogue)
        return list(db.exec(query.order_by(col(RecordLine.number))))


@pytest.fixture
def engine(begun_url: str) -> Iterator[Engine]:
    """A rehearsal as `run` begins it."""
    found = make_engine(begun_url)
    yield found
    found.dispose()


@dataclass
class Retold:
    """What was before beginning again with an own case left alone, and the database after it."""

    path: Path
    case: Case
    log: list[str]
    register: list[str]
    bundle: bytes
    token: str
    logs: set[str]


@pytest.fixture(scope="module")
def retold_once(begun: Path, tmp_path_factory: pytest.TempPathFactory) -> Retold:
    """One retelling for many looks."""
    path = tmp_path_factory.mktemp("retold") / "retold.sqlite"
    shutil.copyfile(begun, path)
    engine = make_engine(f"sqlite:///{path}")
    case = make(engine)
    with Session(engine) as db:
        bundle = full_bundle(db, case.id, at=LATE)
        token = sign_in(db, case.people[1].id, at=LATE)
        logs = set(db.exec(select(Dialogue.dialogue)))
    before = Retold(path, case, lines(engine, case.id), lines(engine, "register"), bundle, token, logs)
    begin_again(engine, create_app, leave_own=True)
    with engine.connect() as connection:  # everything into the one file that is copied
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()
    return before


@pytest.fixture
def after(retold_once: Retold, tmp_path: Path) -> Iterator[Engine]:
    """A copy of the retold rehearsal for one test."""
    path = tmp_path / "after.sqlite"
    shutil.copyfile(retold_once.path, path)
    found = make_engine(f"sqlite:///{path}")
    yield found
    found.dispose()


def test_own_cases_that_are_left_alone_keep_every_entry_and_verify(
    retold_once: Retold, after: Engine
) -> None:
    was = retold_once
    assert lines(after, was.case.id) == was.log
    assert lines(after, "register") == was.register
    with Session(after, expire_on_commit=False) as db:
        assert own_cases(db) == [was.case]
        assert full_bundle(db, was.case.id, at=LATE) == was.bundle
        assert list(differences(db)) == []
        person = signed_in(db, was.token)
        assert person is not None
        assert person.latin == "Sor Chanthy"
        again = set(db.exec(select(Dialogue.dialogue)))
        assert again & was.logs == {was.case.id}  # what the register knows is nobody else's name now
        assert set(db.exec(select(ForgottenLog.dialogue))) == was.logs - {was.case.id}
    assert verify(was.bundle).rehearsal


def test_the_clock_never_runs_backwards_against_what_stays(after: Engine) -> None:
    with Session(after) as db:
        now = rehearsal_now(db)
        assert now >= LATE
        assert timedelta(0) <= now - moment(UNTIL) - timedelta(weeks=2) < timedelta(minutes=10)
        for walk in WALKS:  # every walk is there again, as many weeks later
            marks = marks_of(db, walk.table)
            assert all(address_of(step, marks) for step in walk.steps if step.person or step.place), walk.key


def test_afterwards_the_record_is_append_only_as_before(after: Engine) -> None:
    _ensure_kept(after)


def test_a_third_telling_from_the_page_takes_no_name_of_the_second(
    retold_once: Retold, after: Engine
) -> None:
    with Session(after) as db:
        second = set(db.exec(select(Dialogue.dialogue))) - {retold_once.case.id}
    with TestClient(create_app(after), base_url=ORIGIN, headers={"origin": ORIGIN}) as client:
        sent = client.post("/rehearsal/retellings", data={"own": "leave"}, follow_redirects=False)
        assert (sent.status_code, sent.headers["location"]) == (303, "/rehearsal")
        assert client.get(f"/rehearsal/own-cases/{retold_once.case.id}").status_code == 200
    with Session(after) as db:
        third = set(db.exec(select(Dialogue.dialogue))) - {retold_once.case.id}
        assert not second & third
        assert list(differences(db)) == []


@pytest.mark.parametrize(
    ("after", "weeks"), [(None, 0), (timedelta(0), 0), (timedelta(seconds=1), 1), (timedelta(days=7), 1)]
)
def test_stories_are_told_whole_weeks_later(after: timedelta | None, weeks: int) -> None:
    assert weeks_after(None if after is None else moment(UNTIL) + after) == weeks


def test_own_cases_that_are_taken_leave_the_first_telling_byte_for_byte(engine: Engine) -> None:
    def whole() -> list[str]:
        with Session(engine) as db:
            return sorted(db.exec(select(RecordLine.line)))

    before = whole()
    make(engine)
    begin_again(engine, create_app, leave_own=False)
    assert whole() == before
    with Session(engine) as db:
        assert own_cases(db) == []
        assert db.exec(select(ForgottenLog)).all() == []


def _ensure_kept(engine: Engine) -> None:
    """Nothing of the record can be deleted."""
    with engine.connect() as connection, pytest.raises(DatabaseError, match="append-only"):
        connection.execute(text("DELETE FROM record_lines"))


@pytest.mark.postgres
def test_it_is_the_same_on_postgresql(postgres_url: str) -> None:
    engine = make_engine(postgres_url)
    with Session(engine) as db:
        found_node(db, "test")
        db.commit()
    case = make(engine)
    before = lines(engine, case.id)
    begin_again(engine, create_app, leave_own=True)
    assert lines(engine, case.id) == before
    with Session(engine, expire_on_commit=False) as db:
        assert own_cases(db) == [case]
        assert len(db.exec(select(Dialogue)).all()) == 4
        assert list(differences(db)) == []
    _ensure_kept(engine)
    engine.dispose()


def test_the_page_asks_only_where_there_is_an_own_case(visitor: Visitor, engine: Engine) -> None:
    assert "Leave them alone" not in visitor.opens("/rehearsal/retellings/new")
    make(engine)
    page = visitor.opens("/rehearsal/retellings/new")
    assert page.count('class="button plain wide" type="submit" name="own"') == 2
    assert "The clock then goes on at Monday 8 February 2027, 08:50" in page


def test_a_telling_that_stops_leaves_everything_as_it_was(engine: Engine) -> None:
    case = make(engine)
    before = lines(engine, case.id)

    def no_house(*_: object) -> TestClient:
        raise RuntimeError("the telling broke off")

    with pytest.raises(RuntimeError):
        begin_again(engine, no_house, leave_own=True)  # type: ignore[arg-type]
    assert lines(engine, case.id) == before
    with Session(engine) as db:
        assert list(differences(db)) == []
