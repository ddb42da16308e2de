"""Reading positions: what each side says on each item, cut to what this person may read."""

import json
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from app.access.reading import TABLE, audience_of, may_read
from app.access.viewer import Viewer
from app.foundation.errors import NotFound
from app.parties.queries import sides_of
from app.record.entry import Entry
from app.record.facts.sessions import PositionStated
from app.recordkeeping.reading import body_of, entries_of
from app.sessions.tables import Position


@dataclass(frozen=True, slots=True)
class PositionVersion:
    """One version in its owner's words, with who wrote it and who may read it."""

    number: int
    item: str
    words: str
    by: str
    stated: datetime
    on_table: bool


@dataclass(frozen=True, slots=True)
class PositionView:
    """A position as one person may read it: the versions open to them, the newest first."""

    id: str
    side: str
    versions: tuple[PositionVersion, ...]
    is_own: bool

    @property
    def newest(self) -> PositionVersion:
        """The newest version this person may read."""
        return self.versions[0]

    @property
    def item(self) -> str:
        """What it is about, in its owner's words."""
        return self.newest.item


@dataclass(frozen=True, slots=True)
class SidePositions:
    """A side with those of its positions that this person may read."""

    side: str
    name: str
    is_own: bool
    positions: tuple[PositionView, ...]


def positions_by_side(db: Session, dialogue: str, viewer: Viewer) -> list[SidePositions]:
    """The positions this person may read, by side in the table's order; one's own side's first."""
    ids = db.exec(
        select(Position.position).where(Position.dialogue == dialogue).order_by(col(Position.order))
    )
    views = _views(db, dialogue, list(ids), viewer)
    found = [
        SidePositions(
            side.id,
            side.name,
            side.id == viewer.side,
            tuple(view for view in views if view.side == side.id),
        )
        for side in sides_of(db, dialogue)
    ]
    return sorted(found, key=lambda one: not one.is_own)


def position_view(db: Session, dialogue: str, position: str, viewer: Viewer) -> PositionView:
    """One position. Raises NotFound for one that this person may not read, the same as for an unknown one."""
    views = _views(db, dialogue, [position], viewer)
    if not views:
        raise NotFound
    return views[0]


def _views(db: Session, dialogue: str, ids: list[str], viewer: Viewer) -> list[PositionView]:
    """Cut by the audience of each version: what was private when it was said stays private."""
    stated: dict[str, list[tuple[Entry, PositionStated]]] = {}
    for entry in entries_of(db, dialogue, ids) if ids else []:
        fact = entry.fact
        if isinstance(fact, PositionStated) and may_read(viewer, audience_of(fact, entry.by)):
            stated.setdefault(fact.position, []).append((entry, fact))
    return [
        PositionView(
            id=one,
            side=stated[one][0][1].side,
            versions=tuple(_version(db, dialogue, entry, fact) for entry, fact in reversed(stated[one])),
            is_own=stated[one][0][1].side == viewer.side,
        )
        for one in ids
        if one in stated
    ]


def _version(db: Session, dialogue: str, entry: Entry, fact: PositionStated) -> PositionVersion:
    said = json.loads(body_of(db, dialogue, fact.words))
    return PositionVersion(
        number=fact.version,
        item=said["item"],
        words=said["words"],
        by=entry.by,
        stated=entry.when,
        on_table=fact.audience == TABLE,
    )
