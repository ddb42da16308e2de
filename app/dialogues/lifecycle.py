"""What facts about a whole dialogue do to its row, and the stops of its path."""

from enum import IntEnum

from sqlmodel import Session

from app.dialogues.tables import Dialogue
from app.foundation.clock import to_text
from app.record.facts import dialogues
from app.recordkeeping.projections import Opened, projects


class Stage(IntEnum):
    """The seven stops of the path (ux.md 2)."""

    PREPARE = 0
    TALK = 1
    THINK = 2
    DECIDE = 3
    MAY_WITHDRAW = 4
    REVIEW = 5
    KEEP = 6


ENDED_NO_AGREEMENT, CLOSED_PERFORMED, CLOSED_DISPUTED = (
    "ENDED_NO_AGREEMENT",
    "CLOSED_PERFORMED",
    "CLOSED_DISPUTED",
)
"""The states in which a table ends: without agreement, with every promise confirmed, with a promise that is not."""


def move_to(db: Session, dialogue: str, stage: Stage) -> None:
    """Put a dialogue at a stop of its path; for projections of the floors above. Going back is normal."""
    row = db.get(Dialogue, dialogue)
    if row is not None:
        row.stage = int(stage)


@projects(dialogues.DialogueOpened)
def _opened(db: Session, fact: dialogues.DialogueOpened, opened: Opened) -> None:
    matter = opened.body(fact.matter)
    db.add(
        Dialogue(
            dialogue=opened.dialogue,
            khmer=matter["khmer"],
            latin=matter["latin"],
            summary_khmer=matter["summary_khmer"],
            summary_latin=matter["summary_latin"],
            kind=fact.kind,
            resource=fact.resource,
            province=fact.province,
            rulebook=fact.rulebook,
            track="",
            frozen=False,
            cooling_off_days=0,
            slot="",
            closures="",
            stage=int(Stage.PREPARE),
            withdraw_until="",
            slot_at="",
            ended="",
            pause="",
            paused_by="",
            paused_since="",
            opened_at=to_text(opened.entry.at),
            position=matter["position"],
        )
    )


@projects(dialogues.TrackProposed)
def _proposed(db: Session, fact: dialogues.TrackProposed, opened: Opened) -> None:
    _row(db, opened).track = fact.track


@projects(dialogues.ThresholdsFrozen)
def _frozen(db: Session, fact: dialogues.ThresholdsFrozen, opened: Opened) -> None:
    row = _row(db, opened)
    row.track, row.frozen, row.rulebook = fact.track, True, fact.rulebook
    row.cooling_off_days, row.slot, row.closures = fact.cooling_off_days, fact.slot, " ".join(fact.closures)


@projects(dialogues.PauseAsked)
def _paused(db: Session, fact: dialogues.PauseAsked, opened: Opened) -> None:
    row = _row(db, opened)
    row.pause, row.paused_by, row.paused_since = fact.pause, opened.entry.by, to_text(opened.entry.at)


@projects(dialogues.PauseEnded)
def _resumed(db: Session, fact: dialogues.PauseEnded, opened: Opened) -> None:
    row = _row(db, opened)
    row.pause, row.paused_by, row.paused_since = "", "", ""


@projects(dialogues.DialogueEnded)
def _ended(db: Session, fact: dialogues.DialogueEnded, opened: Opened) -> None:
    _row(db, opened).ended = fact.state


def _row(db: Session, opened: Opened) -> Dialogue:
    row = db.get(Dialogue, opened.dialogue)
    assert row is not None, "a dialogue's log begins with DialogueOpened"
    return row
