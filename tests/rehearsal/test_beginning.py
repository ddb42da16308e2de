"""Beginning a rehearsal, going on with it, beginning again, and refusing any other database."""

import sqlite3

from app.database import make_engine
from app.main import create_app
from app.rehearsal.beginning import begin
from app.rehearsal.founding import is_told


def test_a_rehearsal_goes_on_where_it_was_left(begun_url: str) -> None:
    said: list[str] = []
    assert begin(begun_url, create_app, said.append)
    assert said == ["The rehearsal goes on where it was left."]


def test_a_telling_that_broke_off_is_begun_anew(begun_url: str) -> None:
    with sqlite3.connect(begun_url.removeprefix("sqlite:///")) as connection:
        connection.execute("DELETE FROM rehearsal_clock")
    said: list[str] = []
    assert begin(begun_url, create_app, said.append)
    assert said[0] == "Preparing a fresh rehearsal."
    engine = make_engine(begun_url)
    assert is_told(engine)
    engine.dispose()


def test_a_database_that_is_no_rehearsal_is_refused_in_one_sentence(begun_url: str) -> None:
    with sqlite3.connect(begun_url.removeprefix("sqlite:///")) as connection:
        connection.execute("UPDATE nodes SET origin = 'office.example'")
    said: list[str] = []
    assert not begin(begun_url, create_app, said.append)
    assert said == ["This database is not a rehearsal. Sign-in for real offices does not exist yet."]


def test_an_address_that_is_no_database_is_refused_in_one_sentence() -> None:
    said: list[str] = []
    assert not begin("sqlite:////proc/no/such/place.sqlite", create_app, said.append)
    assert len(said) == 1
