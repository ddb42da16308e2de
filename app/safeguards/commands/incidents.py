"""Entering an incident that is public, with the pause a serious one causes, and closing it with words."""

from dataclasses import dataclass
from datetime import date, datetime, time

from sqlmodel import Session

from app.access.viewer import Viewer
from app.dialogues.queries import dialogue_row
from app.record.facts.dialogues import PauseAsked
from app.record.facts.promises import IncidentClosed, IncidentReported
from app.recordkeeping.recording import OpenRecord, recording
from app.safeguards.queries.incidents import incident_of
from app.safeguards.queries.later import moment_in
from app.safeguards.rules import incidents as rules
from app.safeguards.rules.later import Moment


@dataclass(frozen=True, slots=True)
class Happened:
    """What is entered: kind, source, target, the four tests in their order, whether it is serious, and words."""

    kind: str
    source: str
    target: str
    tests: tuple[str, ...]
    serious: bool
    words: str


def report_incident(
    db: Session,
    dialogue: str,
    happened: Happened,
    on: date | None,
    hour: time | None,
    *,
    by: Viewer,
    at: datetime,
    once: str,
) -> str:
    """Enter an incident; a serious one pauses the table in the same transaction. Possible after an ending, too.

    Where there is a pause already, it is from now on the monitor's to end (`dialogues.commands.end_pause`).
    """
    with recording(db, dialogue, by=by, at=at, once=once, is_exit=True) as record:
        row = dialogue_row(db, dialogue)
        moment = moment_in(db, dialogue, on, hour, record.at)
        incident = append_incident(record, happened, moment, stops=not row.pause and not row.ended)
        record.result = incident
    return incident


def append_incident(record: OpenRecord, happened: Happened, moment: Moment, *, stops: bool) -> str:
    """Write the entry, and the pause of a serious one where there is something to pause. Returns its id."""
    incident = record.new_id()
    fact = IncidentReported(
        incident, happened.kind, happened.source, happened.target, happened.tests, happened.serious
    )
    record.append(fact, words=happened.words, when=moment.when, via=moment.via)
    if happened.serious and stops:
        record.append(PauseAsked(record.new_id()))
    return incident


def close_incident(
    db: Session, dialogue: str, incident: str, words: str, *, by: Viewer, at: datetime, once: str
) -> str:
    """Say how an incident was dealt with. A pause it caused is ended on its own page."""
    with recording(db, dialogue, by=by, at=at, once=once) as record:
        rules.ensure_open(closed=incident_of(db, dialogue, incident).closed_at is not None)
        record.append(IncidentClosed(incident), words=words)
        record.result = incident
    return incident
