"""What facts about persons and sides do to the tables."""

import json

from sqlmodel import Session, col, func, select

from app.parties.tables import Decider, Mandate, Participant, SeatHeld, Side
from app.record.facts import dialogues, parties, preparation
from app.recordkeeping.projections import Opened, projects


@projects(parties.PersonIntroduced)
def _introduced(db: Session, fact: parties.PersonIntroduced, opened: Opened) -> None:
    name = json.loads(opened.name)
    count = db.exec(select(func.count()).where(col(Participant.dialogue) == opened.dialogue)).one()
    db.add(Participant(dialogue=opened.dialogue, person=fact.person, position=count, **name))


@projects(parties.SideNamed)
def _named(db: Session, fact: parties.SideNamed, opened: Opened) -> None:
    count = db.exec(select(func.count()).where(col(Side.dialogue) == opened.dialogue)).one()
    db.add(
        Side(
            dialogue=opened.dialogue,
            side=fact.side,
            kind=fact.kind,
            position=count,
            deciders_closed=-1,
            left=False,
            **json.loads(opened.name),
        )
    )


@projects(parties.RoleGiven)
def _given(db: Session, fact: parties.RoleGiven, opened: Opened) -> None:
    db.add(SeatHeld(dialogue=opened.dialogue, person=fact.person, role=fact.role, side=fact.side))


@projects(parties.RoleEnded)
def _ended(db: Session, fact: parties.RoleEnded, opened: Opened) -> None:
    seat = db.get(SeatHeld, (opened.dialogue, fact.person, fact.role))
    if seat is not None:
        db.delete(seat)


@projects(parties.DeciderListed)
def _listed(db: Session, fact: parties.DeciderListed, opened: Opened) -> None:
    db.add(
        Decider(
            dialogue=opened.dialogue,
            person=fact.person,
            side=fact.side,
            because=fact.because,
            adult=fact.adult,
            taking_part=False,
        )
    )
    side = db.get(Side, (opened.dialogue, fact.side))
    if side is not None:
        side.deciders_closed = -1


@projects(parties.DecidersClosed)
def _closed(db: Session, fact: parties.DecidersClosed, opened: Opened) -> None:
    side = db.get(Side, (opened.dialogue, fact.side))
    if side is not None:
        side.deciders_closed = fact.count


@projects(parties.TakingPartAgreed)
def _agreed(db: Session, fact: parties.TakingPartAgreed, opened: Opened) -> None:
    decider = db.get(Decider, (opened.dialogue, opened.entry.by))
    if decider is not None:
        decider.taking_part = True


@projects(preparation.TakingPartNoted)
def _noted(db: Session, fact: preparation.TakingPartNoted, opened: Opened) -> None:
    for person in fact.persons:
        decider = db.get(Decider, (opened.dialogue, person))
        if decider is not None and decider.side == fact.side:
            decider.taking_part = True


@projects(parties.TakingPartEnded)
def _stopped(db: Session, fact: parties.TakingPartEnded, opened: Opened) -> None:
    decider = db.get(Decider, (opened.dialogue, opened.entry.by))
    if decider is not None:
        decider.taking_part = False


@projects(dialogues.SideLeft)
def _left(db: Session, fact: dialogues.SideLeft, opened: Opened) -> None:
    side = db.get(Side, (opened.dialogue, fact.side))
    if side is not None:
        side.left = True


@projects(preparation.MandateGiven)
def _mandated(db: Session, fact: preparation.MandateGiven, opened: Opened) -> None:
    db.add(
        Mandate(
            dialogue=opened.dialogue,
            mandate=fact.mandate,
            side=fact.side,
            person=fact.person,
            principals=" ".join(fact.principals),
            count=fact.count,
            scope=" ".join(fact.scope),
            text=fact.text,
            until=fact.until,
            witnessed=False,
            ended=False,
            position=opened.entry.number,
        )
    )


@projects(preparation.MandateWitnessed)
def _mandate_seen(db: Session, fact: preparation.MandateWitnessed, opened: Opened) -> None:
    row = db.get(Mandate, (opened.dialogue, fact.mandate))
    if row is not None:
        row.witnessed = True


@projects(preparation.MandateEnded)
def _mandate_ended(db: Session, fact: preparation.MandateEnded, opened: Opened) -> None:
    row = db.get(Mandate, (opened.dialogue, fact.mandate))
    if row is not None:
        row.ended = True
