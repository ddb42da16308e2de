"""What another recording of an offer or a text does to the tables: all that was said to the old one is open again.

A first recording changes no row. Who had said what is not told by this: everybody is asked anew.
"""

from sqlmodel import Session, col, select

from app.agreements.lifecycle.offers import OPEN
from app.agreements.lifecycle.offers import WITHDRAWN as OFFER_WITHDRAWN
from app.agreements.lifecycle.texts import FIXED, SIGNED
from app.agreements.tables import Agreement, Offer, SideOutcome, Signature
from app.dialogues.lifecycle import Stage, move_to
from app.dialogues.tables import Dialogue
from app.record.facts.understanding import RecordingChanged
from app.recordkeeping.projections import Opened, projects


@projects(RecordingChanged)
def _offer_heard_anew(db: Session, fact: RecordingChanged, opened: Opened) -> None:
    offer = db.get(Offer, (opened.dialogue, fact.matter))
    if offer is None or offer.status == OFFER_WITHDRAWN:
        return
    said = select(SideOutcome).where(
        SideOutcome.dialogue == opened.dialogue, SideOutcome.offer == fact.matter
    )
    for outcome in db.exec(said):
        db.delete(outcome)
    offer.status = OPEN


@projects(RecordingChanged)
def _text_heard_anew(db: Session, fact: RecordingChanged, opened: Opened) -> None:
    """As when the text is fixed anew: nobody has signed what is heard now, and no slot is set."""
    row = db.get(Agreement, (opened.dialogue, fact.matter))
    table = db.get(Dialogue, opened.dialogue)
    if row is None or table is None or row.status not in (FIXED, SIGNED) or row.text != fact.version:
        return
    given = select(Signature).where(
        col(Signature.dialogue) == opened.dialogue,
        col(Signature.agreement) == fact.matter,
        col(Signature.text) == fact.version,
    )
    for signature in db.exec(given):
        signature.text, signature.attested = "", False
    row.status = FIXED
    table.withdraw_until = table.slot_at = ""
    move_to(db, opened.dialogue, Stage.THINK)
