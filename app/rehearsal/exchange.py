"""Putting a retold rehearsal in the place of the one there was, in one transaction; own cases may stay in theirs.

What stays: the logs of the own cases with all that belongs to them, their people and whoever is signed in as one,
and the register of heads, which cannot lose a line. What the register knows of logs that go is noted as forgotten.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, Table, delete, insert, select
from sqlmodel import Session, SQLModel

from app.database import WRITING
from app.dialogues.tables import Dialogue
from app.people.tables import Person, SignIn
from app.record.entry import read_entry
from app.recordkeeping import reading
from app.recordkeeping.node import REGISTER, node_of, origin_of
from app.recordkeeping.tables import ForgottenLog, FormKey
from app.rehearsal.lifting import triggers_lifted
from app.rehearsal.tables import OwnCase

Rows = list[dict[str, Any]]


def _table(model: type[SQLModel]) -> Table:
    return SQLModel.metadata.tables[str(model.__tablename__)]


def kept_logs(db: Session) -> list[str]:
    """The logs that stay when own cases stay: theirs and the register. None where there is no own case."""
    own = [row.dialogue for row in db.connection().execute(select(_table(OwnCase)))]
    return [*own, REGISTER] if own else []


def newest_entry(db: Session, logs: list[str]) -> datetime | None:
    """When the newest entry of these logs was written, or None where they have none."""
    node, found = node_of(db), []
    for log in logs:
        last = reading.last_line(db, log)
        if last:
            found.append(read_entry(last[2], origin_of(node, log), last[0]).at)
    return max(found, default=None)


def known_logs(db: Session) -> Rows:
    """Every log this rehearsal ever had with its place: neither is given to another one."""
    connection = db.connection()
    opened = connection.execute(select(_table(Dialogue).c.dialogue, _table(Dialogue).c.position))
    forgotten = connection.execute(select(_table(ForgottenLog)))
    return [{"dialogue": dialogue, "position": position} for dialogue, position in [*opened, *forgotten]]


def put_in_place(engine: Engine, told: Engine, *, leave_own: bool) -> None:
    """Replace all rows by those of the retold rehearsal, but for what stays. Whole, or nothing happened."""
    with told.connect() as source:
        retold = {table: _rows(source, table) for table in SQLModel.metadata.sorted_tables}
    with Session(engine) as db:
        connection = db.connection(execution_options=WRITING)
        with triggers_lifted(connection):
            logs = kept_logs(db) if leave_own else []
            kept = _kept(db, logs, {row["id"] for row in retold[_table(Person)]}) if logs else {}
            for table, rows in retold.items():
                connection.execute(delete(table))
                there = [*kept.get(table, []), *_told(table, rows, stays=bool(logs))]
                if there:
                    connection.execute(insert(table), there)
        db.commit()


def _rows(connection: Connection, table: Table) -> Rows:
    return [dict(row) for row in connection.execute(select(table)).mappings()]


def _told(table: Table, rows: Rows, *, stays: bool) -> Rows:
    """What comes from the retelling: not the sign-ins and forms of the teller; with own cases, not its register."""
    if table in (_table(SignIn), _table(FormKey)):
        return []
    return (
        [row for row in rows if row.get("dialogue") != REGISTER and table is not _table(ForgottenLog)]
        if stays
        else rows
    )


def _kept(db: Session, logs: list[str], of_stories: set[str]) -> dict[Table, Rows]:
    """The rows that stay, by table."""
    connection, kept = db.connection(), dict[Table, Rows]()
    for table in SQLModel.metadata.sorted_tables:
        if table is _table(ForgottenLog):
            kept[table] = [row for row in known_logs(db) if row["dialogue"] not in logs]
        elif "dialogue" in table.c:
            kept[table] = [row for row in _rows(connection, table) if row["dialogue"] in logs]
    persons = [row for row in _rows(connection, _table(Person)) if row["id"] not in of_stories]
    names = {row["id"] for row in persons}
    kept[_table(Person)] = persons
    kept[_table(SignIn)] = [row for row in _rows(connection, _table(SignIn)) if row["person"] in names]
    kept[_table(FormKey)] = _rows(connection, _table(FormKey))
    return kept
