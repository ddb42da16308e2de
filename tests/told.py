"""Told stories for tests: a database in which a story happened, and the bundle that comes of it.

`tests/conftest.py` imports the fixtures: told, s2_file, s2_database, s2_bundle.
"""

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from app.audit.bundles import write_bundle
from app.database import make_engine
from app.main import create_app
from app.rehearsal.founding import found_rehearsal
from app.rehearsal.story import Story, moment, read_story
from app.rehearsal.telling import tell_all
from tests.postgres import SqliteFiles

S2_ENDS = moment("2027-07-26T14:00:00")
"""The moment of S2's newest entry: its closing, when every promise was kept and everybody asked how they fare."""


def tell_story(story: Story | str, url: str, until: str | None = None) -> str:
    """Tell a story into a fresh database; gives its address. Raises StoryStopped."""
    told = (read_story(story) if isinstance(story, str) else story).until(moment(until) if until else None)
    engine = make_engine(url)
    found_rehearsal(engine, url, [told], told.seed)
    tell_all(engine, create_app, [told])
    engine.dispose()
    return url


def bundle_of(url: str, target: Path) -> bytes:
    """The full bundle of a database's only dialogue, made at the end of S2."""
    write_bundle(url, target, S2_ENDS)
    return target.read_bytes()


@pytest.fixture
def told(sqlite_files: SqliteFiles) -> Callable[..., str]:
    """`told("S2", until=…)` gives the address of a SQLite database in which the story happened;
    `told("S2", url)` tells it into that one."""

    def tell(story: Story | str, url: str | None = None, until: str | None = None) -> str:
        return tell_story(story, url or sqlite_files.database(), until)

    return tell


@pytest.fixture(scope="session")
def s2_file(sqlite_files: SqliteFiles, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """S2 told to its end, once in a test process, in one file: copy it, never write into it."""
    url = tell_story("S2", sqlite_files.database())
    copy = tmp_path_factory.mktemp("told") / "s2.sqlite"
    source, target = sqlite3.connect(url.removeprefix("sqlite:///")), sqlite3.connect(copy)
    source.backup(target)
    source.close()
    target.close()
    return copy


@pytest.fixture
def s2_database(s2_file: Path, tmp_path: Path) -> str:
    """The address of a database of this test alone in which S2 was told to its end."""
    path = tmp_path / "s2.sqlite"
    shutil.copyfile(s2_file, path)
    return f"sqlite:///{path}"


@pytest.fixture(scope="session")
def s2_bundle(s2_file: Path, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The full bundle of S2."""
    folder = tmp_path_factory.mktemp("bundle")
    shutil.copyfile(s2_file, folder / "s2.sqlite")
    return bundle_of(f"sqlite:///{folder / 's2.sqlite'}", folder / "s2.zip")
