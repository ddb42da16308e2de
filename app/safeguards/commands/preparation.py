"""Sheet 1, sheet 8 and ties. One verb, one function, one transaction, several entries."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from app.access.viewer import Viewer
from app.foundation.errors import NotFound
from app.parties.queries import deciders_of, sides_of
from app.record.facts.preparation import (
    DualRoleStated,
    ParcelNamed,
    PrivateTalkHeld,
    ProceedingNoted,
    RequestAnswered,
    TableRequested,
    TieDisclosed,
)
from app.recordkeeping.recording import recording
from app.safeguards.queries.later import ensure_at_the_table
from app.safeguards.queries.preparation import SCREENING, preparation_of
from app.safeguards.rules import preparation as rules
from app.safeguards.rules.later import Moment
from app.sessions.queries.schedule import sessions_of


@dataclass(frozen=True, slots=True)
class Case:
    """What sheet 1 says; what is '' or None is left open."""

    asker: str
    request: str
    answer: str
    reason: str
    parcel: str
    tenure: str
    area: int
    holders: Collection[str]
    kind: str
    side: str
    stage: str
    limit: date | None
    connected: bool


@dataclass(frozen=True, slots=True)
class Tie:
    """What somebody says of their own ties."""

    tie: str
    office: str
    paid_by: str
    fee_on_success: bool
    words: str


def save_case(
    db: Session, dialogue: str, case: Case, moment: Moment, *, by: Viewer, at: datetime, once: str
) -> None:
    """Write the request with its answer, a parcel, a parallel proceeding: what is filled in.

    A request comes before the table it leads to, on paper too; what is told at the table does not.
    """
    with recording(db, dialogue, by=by, at=at, once=once) as record:
        if case.kind:
            ensure_at_the_table(db, dialogue, moment)
        rules.ensure_case(
            asker=case.asker,
            request=case.request,
            answer=case.answer,
            reason=case.reason,
            parcel=case.parcel,
            tenure=case.tenure,
            measured=case.area > 0,
            kind=case.kind,
            side=case.side,
            described=bool(case.stage or case.limit or case.connected),
        )
        known = [person.id for person in deciders_of(db, dialogue)]
        if case.kind and case.side not in {side.id for side in sides_of(db, dialogue)}:
            raise NotFound
        before = record.size
        when, via = moment.when, moment.via
        if case.asker:
            record.append(TableRequested(case.asker), words=case.request, when=when, via=via)
        if case.answer:
            record.append(RequestAnswered(case.answer), words=case.reason, when=when, via=via)
        if case.parcel:
            holders = tuple(person for person in known if person in case.holders)
            fact = ParcelNamed(record.new_id(), case.tenure, case.area, holders)
            record.append(fact, words=case.parcel, when=when, via=via)
        if case.kind:
            limit = case.limit.isoformat() if case.limit else ""
            proceeding = ProceedingNoted(
                record.new_id(), case.kind, case.side, case.stage, limit, case.connected
            )
            record.append(proceeding, when=when, via=via)
        rules.ensure_something(range(before, record.size))


def tell_ties(
    db: Session,
    dialogue: str,
    tie: Tie,
    moment: Moment,
    *,
    stated: bool,
    by: Viewer,
    at: datetime,
    once: str,
) -> None:
    """Say one's own ties; staff may say at once that the office's other role was told in writing."""
    with recording(db, dialogue, by=by, at=at, once=once) as record:
        ensure_at_the_table(db, dialogue, moment)
        told = TieDisclosed(tie.tie, tie.office, tie.paid_by, tie.fee_on_success)
        record.append(told, words=tie.words, when=moment.when, via=moment.via)
        known = preparation_of(db, dialogue)
        if stated and not known.stated:
            record.append(DualRoleStated(known.connected), when=moment.when, via=moment.via)


def note_talks(
    db: Session,
    dialogue: str,
    kind: str,
    persons: Collection[str],
    language: str,
    moment: Moment,
    *,
    alone: bool,
    by: Viewer,
    at: datetime,
    once: str,
) -> None:
    """Say with whom a private talk was held: one entry a person, and nothing of what was said."""
    with recording(db, dialogue, by=by, at=at, once=once) as record:
        ensure_at_the_table(db, dialogue, moment)
        known = [person.id for person in deciders_of(db, dialogue)]
        if set(persons) - set(known):
            raise NotFound
        opened = [one.starts for one in sessions_of(db, dialogue) if one.status in ("open", "closed")]
        if kind == SCREENING:
            rules.ensure_before_talks(moment.when, min(opened, default=None))
        done = preparation_of(db, dialogue).talked(kind, by=by.person)
        wanted = [person for person in known if person in persons and person not in done]
        rules.ensure_something(wanted)
        for person in wanted:
            record.append(PrivateTalkHeld(person, kind, alone, language), when=moment.when, via=moment.via)
