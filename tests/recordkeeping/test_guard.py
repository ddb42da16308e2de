"""Code that changes a guarded table without an entry stops, whichever way it tries."""

from collections.abc import Callable

import pytest
from sqlmodel import Session, col, delete, insert, select, update

from app.parties.tables import Decider, SeatHeld
from app.recordkeeping.guard import UnrecordedChange
from app.recordkeeping.tables import Recorded
from tests.audit.conftest import Case, case, told_cases  # noqa: F401  (fixtures)


def _add(db: Session) -> None:
    db.add(SeatHeld(dialogue="case1", person="dalin", role="monitor", side=""))
    db.flush()


def _change(db: Session) -> None:
    db.exec(select(Decider)).first().adult = "no"  # type: ignore[union-attr]
    db.flush()


def _delete(db: Session) -> None:
    db.delete(db.exec(select(Decider)).first())
    db.flush()


def _change_many(db: Session) -> None:
    db.exec(update(Decider).values(adult="no"))


def _delete_many(db: Session) -> None:
    db.exec(delete(Decider).where(col(Decider.person) == "malis"))


def _add_many(db: Session) -> None:
    db.execute(insert(SeatHeld), [{"dialogue": "case1", "person": "dalin", "role": "monitor", "side": ""}])


@pytest.mark.parametrize(
    "attempt", [_add, _change, _delete, _change_many, _delete_many, _add_many], ids=lambda one: one.__name__
)
def test_a_guarded_table_changed_without_an_entry_stops_the_program(
    case: Case,  # noqa: F811
    attempt: Callable[[Session], None],
) -> None:
    with Session(case().engine) as db, pytest.raises(UnrecordedChange):
        attempt(db)


def test_reading_a_guarded_table_is_free(case: Case) -> None:  # noqa: F811
    with Session(case().engine) as db:
        row = db.exec(select(Decider)).first()
        assert row is not None
        row.adult = row.adult  # touched, and nothing changed
        db.flush()


def test_every_table_of_the_domain_is_guarded_or_named_here() -> None:
    free = {
        "persons", "sign_ins", "rooms", "offer_drafts", "rehearsal_clock", "nodes", "record_lines", "disclosures",
        "bodies", "form_keys", "recordings", "own_cases", "forgotten_logs", "table_requests",
    }  # fmt: skip
    guarded = {str(table.__tablename__) for table in Recorded.__subclasses__() if hasattr(table, "__table__")}
    tables = set(Recorded.metadata.tables)
    assert guarded | free >= tables, tables - guarded - free
    assert not guarded & free
