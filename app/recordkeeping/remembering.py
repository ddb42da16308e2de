"""What one page reads of the record, it reads once.

Between two entries nothing that the record guards can change, so a page that asks five times who is at the table
may be told from memory. A command never is: the lock forgets everything (`recording.lock`).
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from sqlmodel import Session

Reading = TypeVar("Reading", bound=Callable[..., Any])

_READ = "read by this page"


def remember(db: Session) -> None:
    """From now on, until the lock, readings of this request are remembered."""
    db.info[_READ] = {}


def forget(db: Session) -> None:
    """Something may change: read everything anew from now on."""
    db.info.pop(_READ, None)


def remembered(read: Reading) -> Reading:
    """Wrap a reading of guarded tables or of the record. Its arguments must be hashable; lists are copied."""

    @wraps(read)
    def reading(db: Session, *asked: Any) -> Any:
        told = db.info.get(_READ)
        if told is None:
            return read(db, *asked)
        if (read, asked) not in told:
            told[read, asked] = read(db, *asked)
        found = told[read, asked]
        return found.copy() if isinstance(found, list) else found

    return cast("Reading", reading)
