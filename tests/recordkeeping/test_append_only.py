"""The record grows by one entry at its end: both databases refuse everything else themselves."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session, func, select

from app.recordkeeping.tables import RecordLine
from tests.audit.conftest import either  # noqa: F401  (a fixture)
from tests.audit.table import Table

CHANGES = [
    "UPDATE record_lines SET line = 'x' WHERE number = 3",
    "UPDATE record_lines SET about = 'x'",
    "DELETE FROM record_lines WHERE number = 3",
    "DELETE FROM record_lines",
    "UPDATE disclosures SET disclosure = 'x'",
    "DELETE FROM disclosures",
    "UPDATE bodies SET digest = 'x'",
    "DELETE FROM bodies",
]
NEXT = (
    "INSERT INTO record_lines (dialogue, number, about, audience, line, peaks) "
    "SELECT dialogue, {number}, about, audience, line, peaks FROM record_lines WHERE number = 0"
)
AGAIN = "INSERT OR REPLACE INTO {table} SELECT * FROM {table}"


def prepared(table: Table) -> Table:
    """A table with a dozen entries."""
    table.found()
    table.prepare()
    return table


def refused(table: Table, statement: str) -> bool:
    with Session(table.engine) as db:
        try:
            db.execute(text(statement))
            db.commit()
        except DBAPIError:
            return True
    return False


def size_of(table: Table) -> int:
    with Session(table.engine) as db:
        return db.exec(select(func.count()).select_from(RecordLine)).one()


def test_no_row_of_the_record_is_changed_or_deleted(either: Table) -> None:  # noqa: F811
    table = prepared(either)
    assert [change for change in CHANGES if not refused(table, change)] == []


@pytest.mark.parametrize("step", [-1, 1, 2, 100])
def test_no_row_is_put_in_out_of_its_turn(either: Table, step: int) -> None:  # noqa: F811
    table = prepared(either)
    assert refused(table, NEXT.format(number=size_of(table) + step))


def test_the_record_is_not_emptied_at_once(postgres_url: str) -> None:
    table = prepared(Table(postgres_url))
    emptied = [f"TRUNCATE {name}" for name in ("record_lines", "disclosures", "bodies")]
    assert [statement for statement in emptied if not refused(table, statement)] == []
    table.engine.dispose()


@pytest.mark.parametrize("name", ["record_lines", "disclosures", "bodies"])
def test_no_row_is_replaced_by_putting_it_in_again(sqlite_url: str, name: str) -> None:
    table = prepared(Table(sqlite_url))
    assert refused(table, AGAIN.format(table=name))
    table.engine.dispose()


def test_after_a_refusal_the_record_goes_on(either: Table) -> None:  # noqa: F811
    table = prepared(either)
    size = size_of(table)
    assert refused(table, CHANGES[0])
    table.fix()
    assert size_of(table) > size + 1
