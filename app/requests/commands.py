"""Asking for a peace table, and answering. A request enters the record of the table that is opened from it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from app.foundation.clock import from_text, to_text
from app.foundation.errors import NotAllowed
from app.people.tables import Person
from app.record.facts.preparation import RequestAnswered, TableRequested
from app.recordkeeping.node import chance, identifier, node_of
from app.recordkeeping.recording import AlreadyDone, OpenRecord, lock
from app.recordkeeping.tables import FormKey
from app.requests import queries, rules
from app.requests.tables import TableRequest

THE_DESK = "requests"
"""What is locked while a request is taken in or answered: no log is called so."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody who asks writes down; all but who asks and what for may be ''."""

    asker: str
    name: str
    reach: str
    place: str
    words: str


@contextmanager
def _at_the_desk(db: Session, once: str) -> Iterator[None]:
    """One change of the office's own rows: whole or not at all, and the same form once. Raises AlreadyDone."""
    lock(db, THE_DESK)
    try:
        _ensure_new(db, once)
        yield
        db.commit()
    except BaseException:
        db.rollback()
        raise


def _ensure_new(db: Session, once: str) -> None:
    done = db.get(FormKey, once)
    if done is not None:
        raise AlreadyDone(done.result)


def send_request(db: Session, asked: Asked, *, at: datetime, once: str) -> str:
    """Take in a request from anybody. Returns its code. Raises TooManyNow."""
    with _at_the_desk(db, once):
        rules.ensure_room(within_the_hour=queries.count_since(db, at), waiting=queries.count_waiting(db))
        position = queries.next_place(db)
        request = identifier(chance(node_of(db), f"request/{position}"))
        row = TableRequest(
            request=request,
            asker=asked.asker,
            name=asked.name,
            reach=asked.reach,
            place=asked.place,
            words=asked.words,
            asked_at=to_text(at),
            status=rules.WAITING,
            answer="",
            answered_at="",
            answered_by="",
            dialogue="",
            position=position,
        )
        db.add_all([row, FormKey(once=once, result=request)])
    return request


def decline_request(db: Session, request: str, answer: str, *, by: Person, at: datetime, once: str) -> str:
    """Do not open a table: with the reason and the next step. Raises NotFound, NotAllowed, AnsweredAlready."""
    if not by.staff:
        raise NotAllowed
    with _at_the_desk(db, once):
        _answer(queries.request_row(db, request, held=True), rules.DECLINED, answer, by.id, at)
        db.add(FormKey(once=once, result=request))
    return request


def write_request(record: OpenRecord, request: str, answer: str) -> None:
    """A request enters the record of the table opened from it, with its answer, and keeps its own time."""
    row = queries.request_row(record.db, request, held=True)
    _answer(row, rules.ACCEPTED, answer, record.by.person, record.at)
    row.dialogue = record.dialogue
    record.append(TableRequested(row.asker), words=row.words, when=from_text(row.asked_at))
    record.append(RequestAnswered("accepted"), words=answer)


def _answer(row: TableRequest, status: str, answer: str, by: str, at: datetime) -> None:
    rules.ensure_waiting(row.status)
    row.status, row.answer, row.answered_at, row.answered_by = status, answer, to_text(at), by
