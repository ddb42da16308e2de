"""Everything that can be done to an agenda: save a version, send it to the chair, note who received it."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime

from sqlmodel import Session

from app.access.viewer import Viewer
from app.dialogues.queries import standing_of
from app.foundation.errors import NotFound
from app.parties.queries import sides_of
from app.record.facts.sessions import AgendaDelivered, AgendaSentForReview, AgendaVersioned
from app.recordkeeping.recording import OpenRecord, recording
from app.sessions.queries.agenda import agenda_of, chairs_of, history_of, is_text_fixed, readers_of
from app.sessions.queries.schedule import session_view
from app.sessions.rules import agenda as rules
from app.sessions.rules.agenda_items import AgendaItem


def save_agenda(
    db: Session,
    dialogue: str,
    session: str,
    edited: str,
    items: Sequence[AgendaItem],
    *,
    send: bool = False,
    by: Viewer,
    at: datetime,
    once: str,
) -> str:
    """Save an immutable version of the agenda, and put it before the chair at once where `send` says so.

    `edited` is the digest it grew from. Returns its number.
    """
    with recording(db, dialogue, by=by, at=at, once=once) as record:
        view = session_view(db, dialogue, session)
        standing_of(db, dialogue).ensure_open()
        rules.ensure_may_prepare(status=view.status)
        rules.ensure_newest(edited=edited, newest=view.agenda, number=view.agenda_number)
        sides = {side.id for side in sides_of(db, dialogue)}
        rules.ensure_agenda(items, sides=sides, text_fixed=is_text_fixed(db, dialogue))
        old = agenda_of(db, dialogue, view.agenda).items
        if list(old) == list(items):
            raise rules.NothingChanged(number=view.agenda_number)
        agenda = keep_version(record, session, view.agenda_number + 1, items, known={item.id for item in old})
        if send:
            rules.ensure_chair(chairs=len(chairs_of(db, dialogue)))
            record.append(AgendaSentForReview(session, agenda))
        record.result = str(view.agenda_number + 1)
    return record.result


def keep_version(
    record: OpenRecord, session: str, number: int, items: Sequence[AgendaItem], *, known: set[str]
) -> str:
    """Append one version; an item that the last version did not have gets an id of its own. Returns its digest."""
    kept, used = [], set[str]()
    for item in items:
        is_old = item.id in known and item.id not in used
        kept.append(item if is_old else replace(item, id=record.new_id()))
        used.add(kept[-1].id)
    digest = record.keep_body({"items": [asdict(item) for item in kept]})
    record.append(AgendaVersioned(session, number, digest))
    return digest


def send_agenda_for_review(
    db: Session, dialogue: str, session: str, agenda: str, *, by: Viewer, at: datetime, once: str
) -> None:
    """Put the newest version before the chair. If the chair stays silent, the session still takes place."""
    with recording(db, dialogue, by=by, at=at, once=once) as record:
        view = session_view(db, dialogue, session)
        standing_of(db, dialogue).ensure_open()
        rules.ensure_may_prepare(status=view.status)
        rules.ensure_may_send(
            agenda=view.agenda,
            sent=history_of(db, dialogue, session).before_chair,
            number=view.agenda_number,
            chairs=len(chairs_of(db, dialogue)),
        )
        rules.ensure_newest(edited=agenda, newest=view.agenda, number=view.agenda_number)
        record.append(AgendaSentForReview(session, view.agenda))


def record_agenda_delivery(
    db: Session,
    dialogue: str,
    session: str,
    agenda: str,
    persons: Sequence[str],
    how: str,
    when: datetime,
    *,
    by: Viewer,
    at: datetime,
    once: str,
) -> None:
    """Note with one entry that several persons received a version the same way at one moment."""
    with recording(db, dialogue, by=by, at=at, once=once) as record:
        session_view(db, dialogue, session)
        standing_of(db, dialogue).ensure_open()
        version = history_of(db, dialogue, session).version(agenda)
        reached = list(dict.fromkeys(persons))
        rules.ensure_delivered(
            agenda=agenda,
            number=version.number if version else 0,
            saved=version.saved if version else None,
            when=when,
            now=record.at,
            persons=reached,
        )
        if not {one.id for one in readers_of(db, dialogue)}.issuperset(reached):
            raise NotFound
        record.append(AgendaDelivered(session, agenda, tuple(reached), len(reached), how), when=when)
