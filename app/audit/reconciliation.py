"""The whole record checked again, and every guarded table compared with what the record says.

For each log: every line, its number, tree, hand, sealed places and files (`log_checks`); then all entries are
told once more through the same projections into an empty database in memory, and the two are compared row by
row. One sentence for each difference; nothing is ever mended here.
"""

import sys
from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from sqlalchemy import Engine, inspect
from sqlmodel import Session, SQLModel, select

from app.agreements.tables import Recording
from app.audit.log_checks import StoredLog, check_stored_log
from app.audit.recording_checks import check_recordings
from app.audit.register_checks import check_register
from app.database import make_engine
from app.recordkeeping import guard
from app.recordkeeping.node import REGISTER, node_of, origin_of
from app.recordkeeping.projections import Opened, project
from app.recordkeeping.tables import Body, Disclosure, ForgottenLog, Recorded, RecordLine

FEATURES = ("people", "parties", "dialogues", "sessions", "agreements", "safeguards", "audit")
Rows = dict[tuple[Any, ...], dict[str, Any]]


def reconcile_database(url: str) -> int:
    """Check one database and print what differs; 0 when nothing does, else 1."""
    engine = make_engine(url)
    with Session(engine) as db:
        found = list(differences(db))
        forgotten = len(db.exec(select(ForgottenLog)).all())
    engine.dispose()
    if forgotten:
        sys.stdout.write(
            f"Beginning this rehearsal again has forgotten {forgotten} logs; they are not looked for.\n"
        )
    for sentence in found:
        sys.stdout.write(f"{sentence}\n")
    if not found:
        sys.stdout.write("Every table says what the record says, and every log is whole.\n")
    return 1 if found else 0


def differences(db: Session) -> Iterator[str]:
    """One sentence for each thing that is not as the record says. Raises NotARehearsal."""
    _load_projections()
    node = node_of(db)
    copies = make_engine("sqlite:///:memory:")
    SQLModel.metadata.create_all(copies)
    logs = {name: _stored(db, name) for name in sorted(db.exec(select(RecordLine.dialogue).distinct()))}
    for name, log in logs.items():
        yield from check_stored_log(node, log)
        if name != REGISTER:
            yield from _compare(db, copies, log)
            yield from check_recordings(db, name, log.entries(node))
    forgotten = [origin_of(node, name) for name in db.exec(select(ForgottenLog.dialogue))]
    yield from check_register({origin_of(node, name): log for name, log in logs.items()}, forgotten)
    for table in _guarded():
        for dialogue in sorted(set(db.exec(select(_column(table)).distinct())) - set(logs)):
            yield f"Table {table.__tablename__} speaks of {dialogue}, of which there is no record."
    for stored in (Disclosure, Body, Recording):
        for dialogue in sorted(set(db.exec(select(_column(stored)).distinct())) - set(logs)):
            yield f"Table {stored.__tablename__} speaks of {dialogue}, of which there is no record."


def _column(table: type[SQLModel]) -> Any:
    return inspect(table).columns["dialogue"]


def _load_projections() -> None:
    """Import every lifecycle there is, so that each registers its projections."""
    for feature in FEATURES:
        package = import_module(f"app.{feature}") if _exists("app", feature) else None
        if package is None or not _exists(package.__name__, "lifecycle"):
            continue
        lifecycle = import_module(f"{package.__name__}.lifecycle")
        for room in iter_modules(getattr(lifecycle, "__path__", ())):
            import_module(f"{lifecycle.__name__}.{room.name}")


def _exists(package: str, name: str) -> bool:
    return any(room.name == name for room in iter_modules(import_module(package).__path__))


def _stored(db: Session, dialogue: str) -> StoredLog:
    lines = db.exec(select(RecordLine).where(RecordLine.dialogue == dialogue))
    places = db.exec(select(Disclosure).where(Disclosure.dialogue == dialogue))
    bodies = db.exec(select(Body).where(Body.dialogue == dialogue))
    opened: dict[int, dict[str, str]] = {}
    for row in places:
        opened.setdefault(row.number, {})[row.place] = row.disclosure
    return StoredLog(
        dialogue,
        sorted(lines, key=lambda row: row.number),
        opened,
        {row.digest: _raw(row.body) for row in bodies},
    )


def _raw(body: object) -> bytes:
    """SQLite keeps what it was given: a text that somebody put where bytes belong comes back as a text."""
    return body if isinstance(body, bytes) else str(body).encode()


def _compare(db: Session, copies: Engine, log: StoredLog) -> Iterator[str]:
    """Tell a log again into an empty database and compare its rows."""
    node = node_of(db)
    with Session(copies) as told:
        told.info[guard.PROJECTING] = True
        for entry in log.entries(node):
            name, words = (log.value(entry.number, place) for place in ("name", "words"))
            try:
                project(told, Opened(log.dialogue, entry, name, words, log.bodies.__getitem__))
                told.flush()
            except Exception as problem:  # noqa: BLE001 (a forged entry may break a projection in any way)
                told.rollback()
                yield (
                    f"{log.dialogue}: entry {entry.number} ({type(entry.fact).__name__}) cannot be told again "
                    f"({type(problem).__name__})."
                )
                return
        for table in _guarded():
            yield from _compare_table(table, _rows(db, table, log), _rows(told, table, log))
        told.rollback()


def _guarded() -> list[type[Recorded]]:
    found = [table for table in Recorded.__subclasses__() if hasattr(table, "__table__")]
    return sorted(found, key=lambda table: str(table.__tablename__))


def _rows(db: Session, table: type[Recorded], log: StoredLog) -> Rows:
    mapper = inspect(table)
    names = [column.key for column in mapper.column_attrs]
    keys = [column.name for column in mapper.primary_key]
    rows: Rows = {}
    for row in db.exec(select(table).where(_column(table) == log.dialogue)):
        values = {name: getattr(row, name) for name in names}
        rows[tuple(values[key] for key in keys)] = values
    return rows


def _compare_table(table: type[Recorded], kept: Rows, said: Rows) -> Iterator[str]:
    name = table.__tablename__
    for key in sorted(kept.keys() | said.keys(), key=str):
        row = f"Table {name}, row {' '.join(map(str, key))}"
        if key not in said:
            yield f"{row}: it stands there, but the record does not say so."
        elif key not in kept:
            yield f"{row}: the record says it, but it is not there."
        else:
            for column, value in said[key].items():
                if kept[key][column] != value:
                    yield f"{row}: {column} is {kept[key][column]!r}; the record says {value!r}."
