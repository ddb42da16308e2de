"""What an entry does to the guarded tables: one function a fact, registered by the feature that owns the table.

The same functions run when the entry is written (inside its transaction) and when `reconcile` tells the whole
record again into an empty database; the two results must be equal.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session

from app.record.entry import Entry
from app.record.facts import Fact


@dataclass(frozen=True, slots=True)
class Opened:
    """An entry with what its sealed places and the files it names hold."""

    dialogue: str
    entry: Entry
    name: str
    words: str
    body_of: Callable[[str], bytes]

    def body(self, digest: str) -> Any:
        """A file of the record, read."""
        return json.loads(self.body_of(digest))


Projection = Callable[[Session, Any, Opened], None]

PROJECTIONS: dict[type[Fact], list[Projection]] = {}


def projects(fact: type[Fact]) -> Callable[[Projection], Projection]:
    """Register what entries of this kind do to the tables: `(db, fact, opened) -> None`."""

    def register(projection: Projection) -> Projection:
        PROJECTIONS.setdefault(fact, []).append(projection)
        return projection

    return register


def project(db: Session, opened: Opened) -> None:
    """Apply one entry to the guarded tables."""
    for projection in PROJECTIONS.get(type(opened.entry.fact), []):
        projection(db, opened.entry.fact, opened)
