"""What signatures and their attestation do to the tables.

Only a signature changes a row; a withdrawal changes none, because what a person took back may not be read from
what a page shows (settled.md 3). The assessment before release reads the record, not these rows.
"""

from datetime import date

from sqlmodel import Session, col, select

from app.agreements.lifecycle.texts import SIGNED
from app.agreements.tables import Agreement, Signature
from app.dialogues.lifecycle import Stage, move_to
from app.dialogues.tables import Dialogue
from app.foundation.clock import from_text, to_text
from app.parties.tables import Decider
from app.record.facts import agreements
from app.recordkeeping.projections import Opened, projects
from app.voluntariness.slots import cooling_off_ends, release_slot


@projects(agreements.SignatureGiven)
def _signed(db: Session, fact: agreements.SignatureGiven, opened: Opened) -> None:
    row = db.get(Signature, (opened.dialogue, fact.agreement, opened.entry.by))
    if row is None:
        row = Signature(
            dialogue=opened.dialogue,
            agreement=fact.agreement,
            person=opened.entry.by,
            text="",
            session="",
            signed_at="",
            attested=False,
        )
        db.add(row)
    row.text, row.session, row.attested = fact.text, fact.session, False
    row.signed_at = to_text(opened.entry.when)
    db.flush()
    _close_when_all_have_signed(db, opened.dialogue, fact)


@projects(agreements.SignatureAttested)
def _attested(db: Session, fact: agreements.SignatureAttested, opened: Opened) -> None:
    row = db.get(Signature, (opened.dialogue, fact.agreement, fact.person))
    if row is not None and row.text == fact.text and row.session == fact.session:
        row.attested = True


def _close_when_all_have_signed(db: Session, dialogue: str, fact: agreements.SignatureGiven) -> None:
    """With the last signature the time to withdraw begins: to the end of its days, then to the next slot."""
    agreement = db.get(Agreement, (dialogue, fact.agreement))
    table = db.get(Dialogue, dialogue)
    if agreement is None or table is None or agreement.text != fact.text:
        return
    deciders = set(db.exec(select(Decider.person).where(Decider.dialogue == dialogue)))
    query = select(Signature.person, Signature.signed_at).where(
        col(Signature.dialogue) == dialogue,
        col(Signature.agreement) == fact.agreement,
        col(Signature.text) == fact.text,
    )
    given = dict(db.exec(query).all())
    if not deciders or deciders - given.keys():
        return
    last = from_text(max(given[person] for person in deciders))
    closures = frozenset(date.fromisoformat(day) for day in table.closures.split())
    agreement.status = SIGNED
    table.withdraw_until = to_text(cooling_off_ends(last, table.cooling_off_days, closures))
    table.slot_at = to_text(release_slot(last, table.cooling_off_days, closures, table.slot))
    move_to(db, dialogue, Stage.MAY_WITHDRAW)
