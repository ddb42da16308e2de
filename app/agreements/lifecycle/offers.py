"""What facts about offers do to the tables: tabled, withdrawn, and what each side as a whole said."""

from collections.abc import Iterable, Mapping

from sqlmodel import Session, col, select

from app.agreements.tables import Offer, SideOutcome
from app.dialogues.lifecycle import Stage, move_to
from app.dialogues.tables import Dialogue
from app.foundation.clock import to_text
from app.parties.tables import Decider
from app.record.facts import agreements
from app.recordkeeping.projections import Opened, projects

OPEN, WITHDRAWN = "open", "withdrawn"
ACCEPTED, NOT_ACCEPTED, COUNTERED, MORE_TIME = "accepted", "not_accepted", "countered", "more_time"


def status_of(outcomes: Mapping[str, str], sides: Iterable[str]) -> str:
    """How an offer stands when these sides said this: one no is enough, a yes needs them all."""
    said = [outcomes.get(side, OPEN) for side in sides]
    for outcome in (NOT_ACCEPTED, COUNTERED, MORE_TIME, OPEN):
        if outcome in said:
            return outcome
    return ACCEPTED if said else OPEN


@projects(agreements.OfferTabled)
def _tabled(db: Session, fact: agreements.OfferTabled, opened: Opened) -> None:
    db.add(
        Offer(
            dialogue=opened.dialogue,
            offer=fact.offer,
            number=fact.number,
            side=fact.side,
            terms=fact.terms,
            counters=fact.counters,
            status=OPEN,
            tabled_at=to_text(opened.entry.at),
        )
    )
    dialogue = db.get(Dialogue, opened.dialogue)
    if dialogue is not None and dialogue.stage == Stage.PREPARE:
        move_to(db, opened.dialogue, Stage.TALK)


@projects(agreements.OfferWithdrawn)
def _withdrawn(db: Session, fact: agreements.OfferWithdrawn, opened: Opened) -> None:
    offer = db.get(Offer, (opened.dialogue, fact.offer))
    if offer is not None:
        offer.status = WITHDRAWN


@projects(agreements.OutcomeOpened)
def _opened(db: Session, fact: agreements.OutcomeOpened, opened: Opened) -> None:
    key = (opened.dialogue, fact.offer, fact.side)
    said = db.get(SideOutcome, key)
    if said is None:
        said = SideOutcome(dialogue=key[0], offer=key[1], side=key[2], outcome="")
    said.outcome = fact.outcome
    db.add(said)
    db.flush()
    offer = db.get(Offer, key[:2])
    if offer is None or offer.status == WITHDRAWN:
        return
    mine = select(SideOutcome).where(SideOutcome.dialogue == key[0], SideOutcome.offer == key[1])
    sides = select(Decider.side).where(Decider.dialogue == key[0]).distinct().order_by(col(Decider.side))
    offer.status = status_of({row.side: row.outcome for row in db.exec(mine)}, list(db.exec(sides)))
