"""Sixteen writers in different dialogues on PostgreSQL, against the same writers with a bare insert (target 7)."""

import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from app.database import migrate
from benchmarks.figures import Figure
from benchmarks.long_table import long_table_at
from benchmarks.statements import Said, moved, said_by_one_append
from tests.postgres import INITDB, INITDB_WORDS, Programs

WRITERS, SECONDS, ROUNDS = 16, 2.0, 3
LOCK = "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))"


@contextmanager
def durable_postgres() -> Iterator[str]:
    """A PostgreSQL of our own that really flushes, unlike the tests'; gives the address of an empty database."""
    programs = Programs()
    data = str(programs.folder / "data")
    try:
        programs.run("initdb", *INITDB, *INITDB_WORDS, "-D", data)
        options = f"-k {programs.folder} -c listen_addresses="
        log = str(programs.folder / "server.txt")
        programs.run("pg_ctl", "start", "-s", "-w", "-D", data, "-l", log, "-o", options)
        yield f"postgresql+psycopg://postgres@/postgres?host={programs.folder}"
        programs.run("pg_ctl", "stop", "-s", "-w", "-m", "immediate", "-D", data)
    finally:
        shutil.rmtree(programs.folder, ignore_errors=True)


def many_writers(folder: Path) -> list[Figure]:
    """Target 7, in rounds of two seconds that alternate."""
    del folder
    with durable_postgres() as url:
        migrate(url)
        table = long_table_at(url, 40)
        said, number = said_by_one_append(table)
        dialogue = table[1].rpartition("/")[2]
        table[0].engine.dispose()
        plain = url.replace("postgresql+psycopg://", "postgresql://")
        with psycopg.connect(plain, autocommit=True) as db:
            db.execute("CREATE TABLE bare (writer text, number int, line text, PRIMARY KEY (writer, number))")
        done = {"bare": [0] * WRITERS, "door": [0] * WRITERS}
        for _ in range(ROUNDS):
            _round(plain, _bare, done["bare"])
            _round(plain, lambda db, who, n: _door(db, said, number, dialogue, who, n), done["door"])
    bare, door = (sum(done[name]) / ROUNDS / SECONDS for name in ("bare", "door"))
    figure = f"{door / bare:.2f} ({door:.0f} and {bare:.0f} a second, {len(said)} statements)"
    return [
        Figure(f"7 appends of {WRITERS} writers, part of bare commits", figure, "0.40", door >= 0.40 * bare)
    ]


def _bare(db: psycopg.Connection, who: str, number: int) -> None:
    db.execute("INSERT INTO bare VALUES (%s, %s, %s)", (who, number, "x" * 443))


def _door(db: psycopg.Connection, said: list[Said], number: int, dialogue: str, who: str, count: int) -> None:
    """The same append as entry `count` of this writer's own dialogue."""
    for text, parameters in said:
        db.execute(text, moved(parameters, number, count - number, dialogue, who))


def _round(url: str, write: Callable[[psycopg.Connection, str, int], None], counts: list[int]) -> None:
    """All writers at once for one round; `counts` goes on with what each has committed."""
    ends = time.monotonic() + SECONDS

    def writer(place: int) -> None:
        with psycopg.connect(url) as db:
            db.prepare_threshold = 0
            while time.monotonic() < ends:
                write(db, f"writer-{place}", counts[place])
                db.commit()
                counts[place] += 1

    threads = [threading.Thread(target=writer, args=(place,)) for place in range(len(counts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
