"""What an entry costs at the one door: against a bare commit, in a long record, with 16 writers (targets 5, 6, 7)."""

import shutil
import sqlite3
import time
from pathlib import Path
from statistics import median

from benchmarks.figures import Figure, alternating
from benchmarks.long_table import LongTable
from benchmarks.pages import LONG, SHORT
from benchmarks.statements import append_one, moved, said_by_one_append

TURNS = 1_200
BARE = "INSERT INTO bare (dialogue, number, line) VALUES (?, ?, ?)"


def append_ratio(tables: list[LongTable]) -> list[Figure]:
    """Target 6: appending at 10,000 entries costs at most 1.15 times appending at the beginning."""
    counted = iter(range(1_000_000))
    short, long = alternating(
        *(lambda table=table: append_one(table, f"ratio-{next(counted)}") for table in tables), rounds=9
    )
    figure = f"{long / short:.2f} times ({short:.2f} and {long:.2f} CPU ms, Python included)"
    return [
        Figure(f"6 appending at {LONG} against {SHORT} entries", figure, "1.15 times", long <= 1.15 * short)
    ]


def append_against_bare(tables: list[LongTable]) -> list[Figure]:
    """Target 5: what the door says to SQLite for one append, against one insert, both committed with FULL."""
    said, number = said_by_one_append(tables[0])
    file = Path(str(tables[0][0].engine.url.database))
    copy = file.with_suffix(".copy")
    tables[0][0].engine.dispose()
    shutil.copyfile(file, copy)
    shutil.copyfile(f"{file}-wal", f"{copy}-wal") if Path(f"{file}-wal").exists() else None
    db = sqlite3.connect(copy, isolation_level=None)
    db.execute("PRAGMA synchronous=FULL")
    db.execute("CREATE TABLE bare (dialogue TEXT, number INTEGER, line TEXT, PRIMARY KEY (dialogue, number))")
    line = "x" * 443
    costs: tuple[list[float], list[float]] = ([], [])
    for turn in range(1, TURNS + 1):
        begun = time.perf_counter()
        db.execute("BEGIN IMMEDIATE")
        db.execute(BARE, ("d", turn, line))
        db.execute("COMMIT")
        between = time.perf_counter()
        db.execute("BEGIN IMMEDIATE")
        for text, parameters in said:
            db.execute(text, moved(parameters, number, turn)).fetchall()
        db.execute("COMMIT")
        costs[0].append(between - begun)
        costs[1].append(time.perf_counter() - between)
    db.close()
    bare, door = (median(cost) * 1e6 for cost in costs)
    figure = f"{door / bare:.2f} times ({door:.0f} and {bare:.0f} us, {len(said)} statements)"
    return [Figure("5 an append's statements against a bare commit", figure, "1.4 times", door <= 1.4 * bare)]
