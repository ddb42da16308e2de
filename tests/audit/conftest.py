"""The case of the audit's tests: told once for each way it can go, copied for whoever asks."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.audit.table import Table
from tests.postgres import SqliteFiles

Case = Callable[..., Table]


@pytest.fixture(scope="session")
def told_cases(
    sqlite_files: SqliteFiles, tmp_path_factory: pytest.TempPathFactory
) -> Callable[..., tuple[Path, str]]:
    """The file of a told case, and the digest of its text."""
    folder, made = tmp_path_factory.mktemp("cases"), dict[str, tuple[Path, str]]()

    def tell(**how: str) -> tuple[Path, str]:
        key = repr(sorted(how.items()))
        if key not in made:
            table = Table(sqlite_files.database()).tell(**how)
            table.engine.dispose()
            copy = folder / f"{len(made)}.sqlite"
            source, target = sqlite3.connect(table.url.removeprefix("sqlite:///")), sqlite3.connect(copy)
            source.backup(target)
            source.close()
            target.close()
            made[key] = (copy, table.text)
        return made[key]

    return tell


@pytest.fixture
def case(told_cases: Callable[..., tuple[Path, str]], tmp_path: Path) -> Iterator[Case]:
    """`case(without="malis")` gives a case of this test alone, on SQLite."""
    opened: list[Table] = []

    def copy(**how: str) -> Table:
        file, text = told_cases(**how)
        path = tmp_path / f"case-{len(opened)}.sqlite"
        shutil.copyfile(file, path)
        opened.append(Table(f"sqlite:///{path}", text))
        return opened[-1]

    yield copy
    for table in opened:
        table.engine.dispose()


@pytest.fixture
def either(database_url: str) -> Iterator[Table]:
    """A case of this test alone that nobody has told yet, once on each kind of database."""
    table = Table(database_url)
    yield table
    table.engine.dispose()
