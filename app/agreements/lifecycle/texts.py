"""What facts about fixed texts do to the tables and to the path."""

from sqlmodel import Session, col, select

from app.agreements.tables import Agreement
from app.dialogues.lifecycle import Stage, move_to
from app.dialogues.tables import Dialogue
from app.foundation.clock import to_text
from app.record.code import short_code
from app.record.facts import agreements, sessions
from app.recordkeeping.projections import Opened, projects

FIXED, SIGNED, RELEASED, RETURNED = "fixed", "signed", "released", "returned"
"""The four states of an agreement. None of them tells who said what."""


@projects(agreements.TextFixed)
def _fixed(db: Session, fact: agreements.TextFixed, opened: Opened) -> None:
    """A new text begins again: nobody has signed it, nothing is released, and no slot is set."""
    at = to_text(opened.entry.at)
    row = db.get(Agreement, (opened.dialogue, fact.agreement))
    if row is None:
        row = Agreement(
            dialogue=opened.dialogue,
            agreement=fact.agreement,
            text="",
            code="",
            offer=fact.offer,
            status="",
            fixed_at="",
            released_at="",
        )
        db.add(row)
    row.text, row.code, row.status, row.fixed_at = fact.text, short_code(fact.text), FIXED, at
    row.released_at = ""
    dialogue = db.get(Dialogue, opened.dialogue)
    if dialogue is not None:
        dialogue.withdraw_until = dialogue.slot_at = ""
    move_to(db, opened.dialogue, Stage.THINK)


@projects(sessions.SessionOpened)
def _sat_down(db: Session, fact: sessions.SessionOpened, opened: Opened) -> None:
    """A session opens while a text waits to be signed: the table decides. No single signature moves the path."""
    waiting = select(Agreement).where(
        col(Agreement.dialogue) == opened.dialogue, col(Agreement.status) == FIXED
    )
    if db.exec(waiting).first() is not None:
        move_to(db, opened.dialogue, Stage.DECIDE)
