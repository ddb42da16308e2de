"""Entering a breach of the standstill with its incident and the pause it causes, and what was put right."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time

from sqlmodel import Session

from app.access.viewer import Viewer
from app.dialogues.queries import dialogue_row
from app.foundation.errors import NotFound
from app.foundation.roles import Role
from app.parties.queries import sides_of
from app.record.facts.preparation import StandstillBreached, StandstillRepaired
from app.record.facts.promises import IncidentClosed
from app.recordkeeping.recording import OpenRecord, recording
from app.safeguards.commands.incidents import Happened, append_incident
from app.safeguards.queries.incidents import incidents_of
from app.safeguards.queries.later import moment_in
from app.safeguards.queries.preparation import preparation_of
from app.safeguards.queries.standstill import agreed_since, last_day_of
from app.safeguards.rules import standstill as rules
from app.safeguards.rules.later import Moment
from app.safeguards.rules.preparation import ensure_something
from app.web.words import day

CLOSERS = (Role.FACILITATOR, Role.MEDIATOR)
"""Of those who enter a repair, who also closes incidents; a witness only says what they saw."""


@dataclass(frozen=True, slots=True)
class Changed:
    """What is entered: the side and kind of a breach with its words; breaches put right, and how."""

    side: str
    kind: str
    words: str
    repaired: Collection[str]
    how: str


def note_standstill(
    db: Session,
    dialogue: str,
    changed: Changed,
    on: date | None,
    hour: time | None,
    *,
    by: Viewer,
    at: datetime,
    once: str,
) -> str:
    """Say what was changed on the land in spite of the standstill, and which of it was put right.

    A breach is a public incident of the same id, serious until it is put right, so that the table pauses
    (domain.md 2.1); staff who enter that it was put right close that incident with the same words. It is entered
    like an exit: never refused for a clock.
    Returns the id of the breach, or ''.
    """
    with recording(db, dialogue, by=by, at=at, once=once, is_exit=True) as record:
        rules.ensure_whole(side=changed.side, words=changed.words, repaired=changed.repaired, how=changed.how)
        moment = moment_in(db, dialogue, on, hour, record.at)
        known = preparation_of(db, dialogue)
        open_ones = [fact.breach for _, fact in known.open_breaches()]
        mended = [breach for breach in open_ones if breach in changed.repaired]
        ensure_something([*mended, *([changed.side] if changed.side else [])])
        _repair(record, mended, changed.how, moment)
        if not changed.side:
            return ""
        if changed.side not in {one.id for one in sides_of(db, dialogue)}:
            raise NotFound
        last = last_day_of(known, changed.side)
        rules.ensure_holds(moment.when, agreed_since(known, changed.side), last, day(last) if last else "")
        row = dialogue_row(db, dialogue)
        happened = Happened(changed.kind, "party", "unknown", rules.TESTS, serious=True, words=changed.words)
        breach = append_incident(record, happened, moment, stops=not row.pause and not row.ended)
        fact = StandstillBreached(breach, changed.side)
        record.append(fact, words=changed.words, when=moment.when, via=moment.via)
        record.result = breach
    return breach


def _repair(record: OpenRecord, mended: Collection[str], how: str, moment: Moment) -> None:
    still_open = {
        one.fact.incident for one in incidents_of(record.db, record.dialogue) if one.closed_at is None
    }
    for breach in mended:
        record.append(StandstillRepaired(breach), words=how, when=moment.when, via=moment.via)
        if breach in still_open and record.by.holds(*CLOSERS):
            record.append(IncidentClosed(breach), words=how, when=moment.when, via=moment.via)
