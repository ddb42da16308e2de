"""What the one door says to the database for one append, caught once and said again without Python around it.

The statements are SQLAlchemy's own, caught from a real append; what must differ from one append to the next
(the entry's number, the form's key, the identifiers) is made to.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, event
from sqlmodel import Session

from app.access.viewer import Viewer
from app.foundation.roles import Role
from app.record.facts.agreements import AnswerGiven
from app.recordkeeping.recording import recording
from benchmarks.long_table import LongTable

Said = tuple[str, tuple[Any, ...] | dict[str, Any]]
"""A statement with its parameters as the driver gets them."""


@contextmanager
def listening(engine: Engine) -> Iterator[list[Said]]:
    """Every statement that this engine sends, as the driver gets it."""
    heard: list[Said] = []

    def hear(_: Any, __: Any, statement: str, parameters: Any, *___: Any) -> None:
        heard.append((statement, parameters))

    event.listen(engine, "before_cursor_execute", hear)
    try:
        yield heard
    finally:
        event.remove(engine, "before_cursor_execute", hear)


def append_one(table: LongTable, once: str) -> None:
    """One answer through the one door, as a form brings it."""
    office, home, _, _ = table
    party = Viewer("sopheap", frozenset({Role.DELEGATE}), office.sides[0])
    dialogue = home.rpartition("/")[2]
    with Session(office.engine) as db, recording(db, dialogue, by=party, at=office.now, once=once) as record:
        record.append(AnswerGiven("nothing", "0" * 64), words="longer")


def said_by_one_append(table: LongTable) -> tuple[list[Said], int]:
    """The statements of one append (without begin and commit), and the number of its entry."""
    append_one(table, "first")  # so that a cold start's own questions are not counted
    with listening(table[0].engine) as heard:
        append_one(table, "statements-0")
    said = [(text, parameters) for text, parameters in heard if not text.startswith("BEGIN")]
    number = next(
        parameters[1] if isinstance(parameters, tuple) else parameters["number"]
        for text, parameters in said
        if text.startswith("INSERT INTO record_lines")
    )
    return said, int(number)


def moved(parameters: Any, number: int, by: int, dialogue: str = "", other: str = "") -> Any:
    """The parameters of an append so many entries later, and in another dialogue where one is named."""

    def one(value: Any) -> Any:
        if value == number and not isinstance(value, bool):
            return number + by
        if value == "statements-0":
            return f"statements-{other}-{by}"
        return other if dialogue and value == dialogue else value

    if isinstance(parameters, dict):
        return {name: one(value) for name, value in parameters.items()}
    return tuple(one(value) for value in parameters)
