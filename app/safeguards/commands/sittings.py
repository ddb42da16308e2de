"""Saving the sheet of a sitting: everything on it in one transaction."""

import json
from datetime import date, datetime, time

from sqlmodel import Session

from app.access.viewer import Viewer
from app.foundation.errors import NotAllowed, NotFound
from app.parties.queries import sides_of
from app.record.facts import Fact
from app.record.facts.sittings import HeadHandedOut, MinutesWritten, SittingNoted, UltimatumNoted
from app.recordkeeping.heads import size_of_head
from app.recordkeeping.reading import body_of
from app.recordkeeping.recording import OpenRecord, recording
from app.safeguards.queries import sittings as queries
from app.safeguards.queries.later import moment_in
from app.safeguards.queries.minutes import newest_minutes
from app.safeguards.rules import sittings as rules
from app.safeguards.rules.later import Moment
from app.safeguards.rules.sittings import Sitting
from app.sessions.queries.schedule import needed_of, session_view


def save_sitting(
    db: Session,
    dialogue: str,
    session: str,
    sitting: Sitting,
    *,
    seen: int,
    on: date | None,
    hour: time | None,
    by: Viewer,
    at: datetime,
    once: str,
) -> str:
    """Write everything a sheet says that the record does not say yet, and close it with its count.

    `seen`: how often the sheet had been saved when this person opened it; `on` and `hour`: when it happened, for
    a sheet that is entered later. Returns the session's id.
    """
    with recording(db, dialogue, by=by, at=at, once=once) as record:
        if not queries.may_fill(by):
            raise NotAllowed
        status = session_view(db, dialogue, session).status
        rules.ensure_held(status)
        entries = record.entries(session)
        rules.ensure_nobody_saved(seen=seen, there=queries.sheets_in(entries))
        rules.ensure_adds_up(sitting, held=queries.lasted(entries, record.at))
        moment = moment_in(db, dialogue, on, hour, record.at)
        _ensure_known(db, dialogue, sitting)
        before = queries.facts_in(entries)
        rules.ensure_looked(sitting, before, is_open=status == "open")
        facts = rules.facts_of(session, sitting, before)
        for fact in facts:
            _append(record, fact, moment)
        if sitting.ultimatum:
            noted = UltimatumNoted(session, sitting.ultimatum_by)
            record.append(noted, words=sitting.ultimatum, when=moment.when, via=moment.via)
        wrote = _write_minutes(record, session, sitting, moment)
        handed = _hand_out(record, session, sitting, moment)
        if not (facts or sitting.ultimatum or wrote or handed):
            raise rules.NothingToSave
        _append(record, SittingNoted(session, queries.counted_in(record.entries(session), session)), moment)
        record.result = session
    return session


def _append(record: OpenRecord, fact: Fact, moment: Moment) -> None:
    record.append(fact, when=moment.when, via=moment.via)


def _ensure_known(db: Session, dialogue: str, sitting: Sitting) -> None:
    """Persons and sides of this table only."""
    people = {one.id for one in needed_of(db, dialogue)}
    sides = {one.id for one in sides_of(db, dialogue)}
    named = {*sitting.head_sides, *(one.side for one in sitting.spoke if one.side)}
    if not people.issuperset(sitting.came.persons) or not sides.issuperset(named):
        raise NotFound


def _write_minutes(record: OpenRecord, session: str, sitting: Sitting, moment: Moment) -> bool:
    """Write the minutes where there are new ones; the same words twice are written once."""
    newest = newest_minutes(record.entries(session))
    if not sitting.minutes or (newest and _paragraphs(record, newest[1]) == list(sitting.minutes)):
        return False
    page = {"session": session, "paragraphs": list(sitting.minutes)}
    _append(record, MinutesWritten(session, record.keep_body(page)), moment)
    return True


def _paragraphs(record: OpenRecord, digest: str) -> list[str]:
    found: list[str] = json.loads(body_of(record.db, record.dialogue, digest))["paragraphs"]
    return found


def _hand_out(record: OpenRecord, session: str, sitting: Sitting, moment: Moment) -> bool:
    """Note to which sides the end of the record was handed, found again by its first digits."""
    if not sitting.head_sides:
        return False
    since = queries.opened_at(record.entries(session))
    size = size_of_head(record.db, record.dialogue, sitting.head, since) if sitting.head else None
    if size is None:
        raise rules.UnknownHead
    _append(record, HeadHandedOut(session, size, sitting.head_sides), moment)
    return True
