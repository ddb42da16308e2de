"""What waits for one person, gathered from every feature, oldest first, table by table."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from app.access.viewer import Viewer
from app.agreements import waits as agreements
from app.audit import waits as audit
from app.dialogues import waits as dialogues
from app.dialogues.queries import DialogueLine, dialogues_of, standing_of
from app.foundation.roles import Role
from app.parties import waits as parties
from app.parties.queries import viewer_of
from app.safeguards.waits import preparation, promises, sittings, understanding
from app.sessions import waits as sessions
from app.web.waits import Wait

Waits = Callable[[Session, str, Viewer, datetime], list[Wait]]

FEATURES: tuple[Waits, ...] = (
    parties.waits_for,
    dialogues.waits_for,
    sessions.waits_for,
    agreements.waits_for,
    preparation.waits_for,
    sittings.waits_for,
    understanding.waits_for,
    promises.waits_for,
    audit.waits_for,
)
"""Every feature that can wait for somebody."""

AFTER_LEAVING: tuple[Waits, ...] = (dialogues.waits_for, promises.waits_for, audit.waits_for)
"""Those that still wait once a side has left: the closing, and whatever was promised or signed before."""


@dataclass(frozen=True, slots=True)
class TableWaits:
    """One peace table of a person, with what waits for them there."""

    dialogue: DialogueLine
    viewer: Viewer
    waits: tuple[Wait, ...]

    @property
    def may_plan(self) -> bool:
        """Does this person plan the sessions of this table?"""
        return not self.dialogue.ended and self.viewer.holds(Role.FACILITATOR, Role.MEDIATOR)


def waits_at(db: Session, dialogue: str, viewer: Viewer, now: datetime) -> list[Wait]:
    """What waits for a person at one table, oldest first; of a table that has ended, the talks afterwards alone."""
    standing = standing_of(db, dialogue)
    if standing.ended:
        return promises.after_the_end(db, dialogue, viewer, now)
    features = AFTER_LEAVING if standing.side_left else FEATURES
    found = [wait for waits_for in features for wait in waits_for(db, dialogue, viewer, now)]
    return sorted(found, key=lambda wait: wait.since)


def waits_of(db: Session, person: str, now: datetime) -> list[TableWaits]:
    """The tables of a person with what waits there; the table that waited longest first, quiet tables last."""
    found = []
    for dialogue in dialogues_of(db, person, now):
        viewer = viewer_of(db, dialogue.id, person)
        if viewer is not None:
            waits = waits_at(db, dialogue.id, viewer, now)
            found.append(TableWaits(dialogue, viewer, tuple(waits)))
    return sorted(
        found, key=lambda table: (not table.waits, min((w.since for w in table.waits), default=now))
    )
