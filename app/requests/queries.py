"""Reading requests: one by its code, all for the office."""

from datetime import datetime, timedelta

from sqlmodel import Session, col, func, select

from app.foundation.clock import to_text
from app.foundation.errors import NotFound
from app.requests.rules import WAITING
from app.requests.tables import TableRequest
from app.web.forms import SHORT


def request_row(db: Session, request: str, *, held: bool = False) -> TableRequest:
    """One request by its code; `held` until the transaction ends, so that one answer is given. Raises NotFound."""
    row = db.get(TableRequest, request, with_for_update=held or None)
    if row is None:
        raise NotFound
    return row


def code_typed(typed: str) -> str:
    """The code that somebody typed from a paper: capitals, spaces and dashes do not matter."""
    return "".join(sign for sign in typed[:SHORT].casefold() if sign.isalnum())


def code_spoken(request: str) -> str:
    """A code in groups of four, to write down and to read aloud."""
    return "-".join(request[place : place + 4] for place in range(0, len(request), 4))


def all_requests(db: Session) -> list[TableRequest]:
    """Every request, what waits first, then the newest."""
    query = select(TableRequest).order_by(col(TableRequest.position).desc())
    return sorted(db.exec(query), key=lambda row: row.status != WAITING)


def waiting_requests(db: Session) -> list[TableRequest]:
    """The requests without an answer, oldest first."""
    query = select(TableRequest).where(TableRequest.status == WAITING)
    return list(db.exec(query.order_by(col(TableRequest.position))))


def count_waiting(db: Session) -> int:
    """How many requests have no answer yet."""
    return db.exec(select(func.count()).where(TableRequest.status == WAITING)).one()


def count_since(db: Session, now: datetime) -> int:
    """How many requests came within the hour before this moment."""
    since = to_text(now - timedelta(hours=1))
    return db.exec(select(func.count()).where(col(TableRequest.asked_at) > since)).one()


def next_place(db: Session) -> int:
    """The place of the next request in their order."""
    return int(db.exec(select(func.coalesce(func.max(col(TableRequest.position)), -1))).one()) + 1
