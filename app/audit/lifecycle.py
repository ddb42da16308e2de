"""What facts of a review do to the tables. Putting off and clearing change no row: only monitors know of them."""

from sqlmodel import Session

from app.agreements.tables import Agreement
from app.dialogues.lifecycle import Stage, move_to
from app.dialogues.tables import Dialogue
from app.foundation.clock import to_text
from app.record.facts import audit
from app.recordkeeping.projections import Opened, projects


@projects(audit.AgreementReleased)
def _released(db: Session, fact: audit.AgreementReleased, opened: Opened) -> None:
    row = db.get(Agreement, (opened.dialogue, fact.agreement))
    if row is not None:
        row.status, row.released_at = "released", to_text(opened.entry.at)
        move_to(db, opened.dialogue, Stage.KEEP)


@projects(audit.AgreementReturned)
def _returned(db: Session, fact: audit.AgreementReturned, opened: Opened) -> None:
    row = db.get(Agreement, (opened.dialogue, fact.agreement))
    dialogue = db.get(Dialogue, opened.dialogue)
    if row is not None and dialogue is not None:
        row.status = "returned"
        dialogue.withdraw_until = dialogue.slot_at = ""
        move_to(db, opened.dialogue, Stage.THINK)
