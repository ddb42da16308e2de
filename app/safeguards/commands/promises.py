"""Naming the promises of a text, and what its sides say about them later. One verb, one function, one transaction."""

from collections.abc import Sequence
from datetime import date, datetime, time

from sqlmodel import Session

from app.access.viewer import Viewer
from app.agreements.queries.texts import agreement_row
from app.dialogues.queries import standing_of, thresholds_of
from app.dialogues.rules import NotFrozen
from app.foundation.errors import NotFound
from app.parties.queries import deciders_of, sides_of
from app.record.facts.promises import (
    FollowUpsPlanned,
    PromiseClaimed,
    PromiseConfirmed,
    PromiseDisputed,
    PromiseNamed,
)
from app.recordkeeping.recording import OpenRecord, recording
from app.safeguards.queries import promises as queries
from app.safeguards.queries.follow_ups import plan_of
from app.safeguards.queries.later import moment_in
from app.safeguards.rules import promises as rules
from app.safeguards.rules.later import Moment
from app.safeguards.rules.promises import OUTSIDE, NamedRow
from app.voluntariness.follow_ups import FOLLOW_UP_DAYS


def name_promises(
    db: Session,
    dialogue: str,
    agreement: str,
    rows: Sequence[NamedRow],
    on: date | None,
    hour: time | None,
    *,
    by: Viewer,
    at: datetime,
    once: str,
) -> str:
    """Name who keeps each row of a text, and plan the talks afterwards with everybody who decides."""
    with recording(db, dialogue, by=by, at=at, once=once) as record:
        standing_of(db, dialogue).ensure_open()
        row = agreement_row(db, dialogue, agreement)
        moment = moment_in(db, dialogue, on, hour, record.at)
        rules.ensure_may_name(
            status=row.status, signed=queries.is_signed(db, row), named=queries.is_named(db, row)
        )
        if len(rows) != len(queries.rows_of(db, dialogue, row)):
            raise NotFound
        rules.ensure_named(rows, [side.id for side in sides_of(db, dialogue)])
        for one in rows:
            outside = one.debtor == OUTSIDE
            record.append(
                PromiseNamed(
                    agreement=agreement,
                    text=row.text,
                    promise=record.new_id(),
                    row=one.row,
                    debtor="" if outside else one.debtor,
                    creditor="" if outside else one.creditor,
                    due=one.due.isoformat() if one.due else "",
                    count=len(rows),
                ),
                when=moment.when,
                via=moment.via,
            )
        plan_follow_ups(db, record, moment)
        record.result = agreement
    return agreement


def plan_follow_ups(db: Session, record: OpenRecord, moment: Moment) -> None:
    """Plan the talks afterwards, unless the same plan stands: all deciders alike, the days of the track."""
    frozen = thresholds_of(db, record.dialogue)
    if frozen is None:
        raise NotFrozen
    persons = tuple(sorted(person.id for person in deciders_of(db, record.dialogue)))
    plan = FollowUpsPlanned(FOLLOW_UP_DAYS[frozen.track], persons, len(persons))
    if plan_of(db, record.dialogue) != plan:
        record.append(plan, when=moment.when, via=moment.via)


def claim_promise(
    db: Session, dialogue: str, agreement: str, number: int, *, by: Viewer, at: datetime, once: str
) -> str:
    """Say, for the side that promised, that a promise was kept. It is done only when the other side says so."""
    with recording(db, dialogue, by=by, at=at, once=once) as record:
        promise = queries.promise_of(db, dialogue, agreement, number, record.at)
        own = bool(by.side) and promise.debtor == by.side
        rules.ensure_may_claim(released=promise.released, own=own, state=promise.state)
        record.append(PromiseClaimed(agreement, promise.promise))
        record.result = agreement
    return agreement


def confirm_promise(
    db: Session, dialogue: str, agreement: str, number: int, *, by: Viewer, at: datetime, once: str
) -> str:
    """Say, for the side to which it was promised, that it was kept: only this makes it done."""
    with recording(db, dialogue, by=by, at=at, once=once) as record:
        promise = queries.promise_of(db, dialogue, agreement, number, record.at)
        rules.ensure_may_answer(own=_is_creditor(promise, by), state=promise.state)
        record.append(PromiseConfirmed(agreement, promise.promise))
        record.result = agreement
    return agreement


def dispute_promise(
    db: Session, dialogue: str, agreement: str, number: int, *, by: Viewer, at: datetime, once: str
) -> str:
    """Say, for the side to which it was promised, that it was not kept: the table talks again."""
    with recording(db, dialogue, by=by, at=at, once=once, is_exit=True) as record:
        promise = queries.promise_of(db, dialogue, agreement, number, record.at)
        rules.ensure_may_answer(own=_is_creditor(promise, by), state=promise.state)
        record.append(PromiseDisputed(agreement, promise.promise))
        record.result = agreement
    return agreement


def _is_creditor(promise: queries.PromiseView, by: Viewer) -> bool:
    return bool(by.side) and promise.creditor == by.side
