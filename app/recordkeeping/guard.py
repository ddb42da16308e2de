"""Refuses any change to a guarded table that is not the projection of an entry."""

from sqlalchemy import event
from sqlalchemy.orm import ORMExecuteState
from sqlmodel import Session

from app.recordkeeping.tables import Recorded

PROJECTING = "peace_table_projecting"
"""Set in `db.info` while an entry is being projected, and at no other time."""


class UnrecordedChange(Exception):
    """A programming mistake, never a user's: a guarded table changed and no entry says so."""


@event.listens_for(Session, "before_flush")
def refuse_unrecorded_rows(db: Session, *_: object) -> None:
    """Stop rows of guarded tables that were touched outside a projection."""
    if db.info.get(PROJECTING):
        return
    changed = [row for row in (*db.new, *db.dirty, *db.deleted) if isinstance(row, Recorded)]
    if any(row in db.new or row in db.deleted or db.is_modified(row) for row in changed):
        raise UnrecordedChange(changed)


@event.listens_for(Session, "do_orm_execute")
def refuse_unrecorded_statements(state: ORMExecuteState) -> None:
    """Stop bulk statements on guarded tables outside a projection."""
    mapper = state.bind_mapper
    writes = state.is_insert or state.is_update or state.is_delete
    if writes and mapper and issubclass(mapper.class_, Recorded) and not state.session.info.get(PROJECTING):
        raise UnrecordedChange(mapper.class_.__name__)
