"""Reading the public incidents of a table, newest first."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from app.foundation.errors import NotFound
from app.record.facts.preparation import StandstillBreached
from app.record.facts.promises import IncidentClosed, IncidentReported
from app.recordkeeping.reading import entries_of, place_of, places_of


@dataclass(frozen=True, slots=True)
class IncidentView:
    """One incident: its fact, the words about it, when it happened and was entered, and how it was closed.

    `breach_of`: the side that broke its standstill with it, or ''.
    """

    fact: IncidentReported
    words: str
    when: datetime
    at: datetime
    later: bool
    closed: str
    closed_at: datetime | None
    breach_of: str


def incidents_of(db: Session, dialogue: str) -> list[IncidentView]:
    """All of them, newest first."""
    entries = [
        entry
        for entry in entries_of(db, dialogue, [""])
        if isinstance(entry.fact, IncidentReported | IncidentClosed | StandstillBreached)
    ]
    places = places_of(db, dialogue, [entry.number for entry in entries])
    closed = {entry.fact.incident: entry for entry in entries if isinstance(entry.fact, IncidentClosed)}
    breaches = {
        entry.fact.breach: entry.fact.side for entry in entries if isinstance(entry.fact, StandstillBreached)
    }
    found = []
    for entry in reversed(entries):
        if not isinstance(entry.fact, IncidentReported):
            continue
        end = closed.get(entry.fact.incident)
        found.append(
            IncidentView(
                entry.fact,
                place_of(places, entry, "words"),
                entry.when,
                entry.at,
                entry.via == "PAPER",
                place_of(places, end, "words") if end else "",
                end.at if end else None,
                breaches.get(entry.fact.incident, ""),
            )
        )
    return found


def incident_of(db: Session, dialogue: str, incident: str) -> IncidentView:
    """One of them. Raises NotFound."""
    found = next((one for one in incidents_of(db, dialogue) if one.fact.incident == incident), None)
    if found is None:
        raise NotFound
    return found
