"""A person lays a card on the table; the witness confirms it by own hand, and it is that person's answer."""

from datetime import date, datetime

from sqlmodel import Session

from app.access.viewer import Viewer
from app.agreements.commands.answers import open_outcomes
from app.agreements.lifecycle.offers import WITHDRAWN
from app.agreements.queries.looks import look_at
from app.agreements.queries.offers import offer_row
from app.agreements.rules import answers as rules
from app.dialogues.queries import standing_of
from app.foundation.clock import local
from app.foundation.errors import NotAllowed
from app.foundation.roles import Role
from app.parties.queries import deciders_of, ensure_mandate_reaches
from app.record.facts.understanding import AnswerWitnessed
from app.recordkeeping.recording import recording
from app.safeguards.rules.cards import ensure_whose


def ensure_may_count(db: Session, dialogue: str, offer: str, person: str, choice: str, *, on: date) -> None:
    """Ask what is asked of any answer: who decides, and for a yes or changes that talks go on and it stands.

    A yes for others needs their mandate on this day, as on a person's own page.
    """
    ensure_whose(decides=any(one.id == person for one in deciders_of(db, dialogue)))
    if choice in rules.WAIT_IN_A_PAUSE:
        standing_of(db, dialogue).ensure_talks_go_on()
        rules.ensure_stands(withdrawn=offer_row(db, dialogue, offer).status == WITHDRAWN)
    if choice == rules.ACCEPT:
        look = look_at(db, dialogue, offer)
        rules.ensure_looked(waits=look.waits, trades_liberty=look.trades_liberty)
        ensure_mandate_reaches(db, dialogue, person, "accept", on)


def witness_answer(
    db: Session,
    dialogue: str,
    offer: str,
    person: str,
    choice: str,
    version: str,
    *,
    by: Viewer,
    at: datetime,
    once: str,
) -> str:
    """Keep one person's answer that the witness saw. Returns the person's id.

    One entry of one shape whatever the card, by the way of an exit, as on a person's own page: refusing costs
    nothing more than accepting.
    """
    with recording(db, dialogue, by=by, at=at, once=once, is_exit=True) as record:
        if not by.holds(Role.WITNESS):
            raise NotAllowed
        row = offer_row(db, dialogue, offer)
        ensure_may_count(db, dialogue, offer, person, choice, on=local(record.at).date())
        rules.ensure_same(version=row.terms, had=version)
        record.append(AnswerWitnessed(offer, version, person), words=choice, via="TABLE")
        open_outcomes(record, row)
        record.result = person
    return person
