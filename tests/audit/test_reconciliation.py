"""The record checked again: what somebody changed by SQL is found, and a clean database passes."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta

import pytest
from sqlmodel import Session, col, select

from app.audit.bundles import full_bundle
from app.audit.reconciliation import differences, reconcile_database
from app.foundation.roles import Role
from app.record import tree
from app.record.entry import Entry, read_entry
from app.record.facts import Fact
from app.record.facts.agreements import AnswerGiven
from app.record.facts.parties import RoleGiven
from app.recordkeeping.node import node_of, origin_of
from app.recordkeeping.tables import RecordLine
from tests.audit.conftest import Case
from tests.audit.table import AGREEMENT, DIALOGUE, SLOT, Table

INSERT = "INSERT INTO record_lines (dialogue, number, about, audience, line, peaks) VALUES (?, ?, ?, ?, ?, ?)"


def found(table: Table) -> list[str]:
    with Session(table.engine) as db:
        return list(differences(db))


def by_sql(table: Table, statement: str, *values: object) -> None:
    with closing(sqlite3.connect(table.url.removeprefix("sqlite:///"))) as connection:
        connection.execute(statement, values)
        connection.commit()


def without_triggers(table: Table, statement: str, *values: object) -> None:
    """As somebody who owns the file could: the triggers are taken off first."""
    for trigger in ("record_lines_no_update", "record_lines_no_delete", "bodies_no_update"):
        by_sql(table, f"DROP TRIGGER IF EXISTS {trigger}")
    by_sql(table, statement, *values)


def next_row(
    table: Table, fact: Fact, by: str, role: Role, party: str, *, right_tree: bool = True
) -> tuple[object, ...]:
    """A plausible next row of the record, as somebody who knows the format would write it."""
    with Session(table.engine) as db:
        query = select(RecordLine).where(RecordLine.dialogue == DIALOGUE)
        last = db.exec(query.order_by(col(RecordLine.number).desc()).limit(1)).one()
        origin = origin_of(node_of(db), DIALOGUE)
    newest = read_entry(last.line, origin, last.number)
    number, sealed = last.number + 1, ("B" * 43, "C" * 43)
    line = Entry(origin, number, newest.at, newest.at, by, role, party, "PORTAL", fact, sealed).line()
    peaks = tree.grow(number, tree.unpack(last.peaks), tree.leaf_hash(line.encode()))
    audience = f"person:{by}" if isinstance(fact, AnswerGiven) else "table"
    packed = tree.pack(peaks if right_tree else tree.unpack(last.peaks))
    return DIALOGUE, number, fact.about, audience, line, packed


def test_a_clean_database_passes(either: Table, capsys: pytest.CaptureFixture[str]) -> None:
    either.tell()
    with Session(either.engine) as db:
        full_bundle(db, DIALOGUE, at=SLOT)  # so that there is a register, too
    assert reconcile_database(either.url) == 0
    assert capsys.readouterr().out == "Every table says what the record says, and every log is whole.\n"


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        (
            "UPDATE agreements SET status = 'released'",
            "Table agreements, row case1 agreement1: status is 'released'; the record says 'signed'.",
        ),
        (
            "UPDATE deciders SET adult = 'no' WHERE person = 'malis'",
            "Table deciders, row case1 malis: adult is 'no'; the record says 'yes'.",
        ),
        (
            "DELETE FROM seats WHERE person = 'vanny'",
            "Table seats, row case1 vanny monitor: the record says it, but it is not there.",
        ),
        (
            "INSERT INTO seats VALUES ('case1', 'dalin', 'monitor', '')",
            "Table seats, row case1 dalin monitor: it stands there, but the record does not say so.",
        ),
        (
            "INSERT INTO seats VALUES ('case2', 'dalin', 'monitor', '')",
            "Table seats speaks of case2, of which there is no record.",
        ),
    ],
)
def test_a_guarded_table_changed_by_hand_is_found(case: Case, statement: str, sentence: str) -> None:
    table = case()
    by_sql(table, statement)
    assert found(table) == [sentence]


def test_a_plausible_next_row_is_found_by_the_table_it_did_not_change(case: Case) -> None:
    table = case()
    by_sql(table, INSERT, *next_row(table, RoleGiven("dara", "chair", ""), "dalin", Role.FACILITATOR, ""))
    assert "Table seats, row case1 dara chair: the record says it, but it is not there." in found(table)


def test_a_plausible_next_row_that_changes_no_table_is_found_by_its_seals(case: Case) -> None:
    table = case()
    answer = AnswerGiven(AGREEMENT, table.text)
    by_sql(table, INSERT, *next_row(table, answer, "malis", Role.DELEGATE, "north"))
    assert found(table) == [
        f"case1: entry {table.newest()} has sealed places that this installation did not seal."
    ]


def test_a_plausible_next_row_off_the_tree_is_found(case: Case) -> None:
    table = case()
    row = next_row(
        table, AnswerGiven(AGREEMENT, table.text), "malis", Role.DELEGATE, "north", right_tree=False
    )
    by_sql(table, INSERT, *row)
    assert f"case1: entry {table.newest()} does not stand on the tree of those before it." in found(table)


def test_a_next_row_by_a_hand_without_the_pen_is_found(case: Case) -> None:
    table = case()
    by_sql(table, INSERT, *next_row(table, RoleGiven("dara", "chair", ""), "dara", Role.DELEGATE, "south"))
    assert f"case1: entry {table.newest()} was written by a hand that may not write RoleGiven." in found(
        table
    )


def test_a_row_that_nobody_can_read_is_found(case: Case) -> None:
    table = case()
    row = next_row(table, AnswerGiven(AGREEMENT, table.text), "malis", Role.DELEGATE, "north")
    by_sql(table, INSERT, *row[:4], "{}", row[5])
    assert any(f"entry {table.newest()} cannot be read" in sentence for sentence in found(table))


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (
            lambda table: without_triggers(
                table, "UPDATE record_lines SET line = replace(line, 'land', 'mine') WHERE number = 0"
            ),
            "entry 0 does not stand on the tree",
        ),
        (
            lambda table: without_triggers(table, "DELETE FROM record_lines WHERE number = 30"),
            "30 is missing",
        ),
        (
            lambda table: without_triggers(table, "UPDATE bodies SET body = '{}'"),
            "is not what its digest says",
        ),
        (
            lambda table: without_triggers(
                table,
                "UPDATE record_lines SET audience = 'table' WHERE number = "
                "(SELECT max(number) FROM record_lines WHERE audience LIKE 'person:%')",
            ),
            "filed under another thing",
        ),
        (
            lambda table: by_sql(table, "INSERT INTO disclosures VALUES ('case1', 3, 'words', 'WyJhIl0')"),
            "what opens the words of entry 3 does not belong to it",
        ),
        (
            lambda table: by_sql(table, "INSERT INTO bodies VALUES ('case1', 'ab', '{}')"),
            "the file ab is not what its digest says",
        ),
    ],
)
def test_the_record_changed_with_its_triggers_off_is_found(
    case: Case, change: Callable[[Table], None], sentence: str
) -> None:
    table = case()
    change(table)
    told = found(table)
    assert any(sentence in one for one in told), told


def test_a_log_cut_off_after_its_head_was_noted_is_found_by_the_register(case: Case) -> None:
    table = case()
    with Session(table.engine) as db:
        full_bundle(db, DIALOGUE, at=SLOT)
    last = table.newest()
    without_triggers(table, f"DELETE FROM record_lines WHERE dialogue = 'case1' AND number = {last}")
    assert any(sentence.startswith(f"The register knows {last + 1} entries of") for sentence in found(table))


def test_a_whole_dialogue_that_vanished_is_found_by_the_register(case: Case) -> None:
    table = case()
    with Session(table.engine) as db:
        full_bundle(db, DIALOGUE, at=SLOT + timedelta(seconds=1))
    without_triggers(table, "DELETE FROM record_lines WHERE dialogue = 'case1'")
    assert any("this database does not have it" in sentence for sentence in found(table))
    assert reconcile_database(table.url) == 1
