"""What is said about promises does to the path: a dispute brings the table back to talking, a confirmation ends it."""

from sqlmodel import Session

from app.dialogues.lifecycle import Stage, move_to
from app.record.facts.promises import PromiseConfirmed, PromiseDisputed
from app.recordkeeping.projections import Opened, projects


@projects(PromiseDisputed)
def _disputed(db: Session, fact: PromiseDisputed, opened: Opened) -> None:
    move_to(db, opened.dialogue, Stage.TALK)


@projects(PromiseConfirmed)
def _confirmed(db: Session, fact: PromiseConfirmed, opened: Opened) -> None:
    """What was disputed is settled, or was never in dispute."""
    move_to(db, opened.dialogue, Stage.KEEP)
