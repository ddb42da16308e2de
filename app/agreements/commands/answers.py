"""A person answers an offer; a side's outcome opens by rule, in the same transaction."""

from datetime import datetime

from sqlmodel import Session

from app.access.viewer import Viewer
from app.agreements.lifecycle.offers import WITHDRAWN
from app.agreements.queries.answers import answers_to
from app.agreements.queries.looks import look_at
from app.agreements.queries.offers import offer_row, opened_outcomes, session_closed_since
from app.agreements.rules import answers as rules
from app.agreements.tables import Offer
from app.dialogues.queries import standing_of
from app.foundation.clock import local
from app.parties.queries import deciders_of, ensure_mandate_reaches, sides_of
from app.record.facts.agreements import AnswerGiven, OutcomeOpened
from app.recordkeeping.recording import NODE, OpenRecord, recording


def give_answer(
    db: Session,
    dialogue: str,
    offer: str,
    choice: str,
    version: str,
    *,
    by: Viewer,
    at: datetime,
    once: str,
) -> str:
    """Keep one person's answer to an offer. Returns the offer's id.

    `version` is the digest of the terms the person had before them. Every choice goes the way of an exit: one
    entry of one shape, never refused because of the clock; only a pause closes accepting and asking for changes.
    """
    with recording(db, dialogue, by=by, at=at, once=once, is_exit=True) as record:
        row = offer_row(db, dialogue, offer)
        rules.ensure_decides(decides=any(person.id == by.person for person in deciders_of(db, dialogue)))
        rules.ensure_same(version=row.terms, had=version)
        if choice in rules.WAIT_IN_A_PAUSE:
            standing_of(db, dialogue).ensure_talks_go_on()
            rules.ensure_stands(withdrawn=row.status == WITHDRAWN)
            if choice == rules.ACCEPT:
                look = look_at(db, dialogue, offer)
                rules.ensure_looked(waits=look.waits, trades_liberty=look.trades_liberty)
                ensure_mandate_reaches(db, dialogue, by.person, "accept", local(record.at).date())
        record.append(AnswerGiven(offer, version), words=choice)
        open_outcomes(record, row)
        record.result = offer
    return offer


def open_outcomes(record: OpenRecord, row: Offer) -> None:
    """Write what each side as a whole has said, where it may open and is not what stands there.

    Sides without a complete answer open as more_time once a session has ended since the tabling; a yes taken
    back after it had opened opens anew. The entry names the side and never a person.
    """
    if row.status == WITHDRAWN:
        return
    db, dialogue = record.db, record.dialogue
    said = answers_to(db, dialogue, row.offer)
    opened = opened_outcomes(db, dialogue, row.offer)
    closed = session_closed_since(db, dialogue, row.tabled_at)
    for side in sides_of(db, dialogue):
        choices = [said[person.id].choice if person.id in said else None for person in side.deciders]
        before = opened.get(side.id, "")
        found = rules.outcome_of(choices, opened=before, closed=closed) if choices else ""
        if found and found != before:
            record.append(OutcomeOpened(row.offer, side.id, found), by=NODE)
