"""A peace table with as many entries as wanted, written through the one door."""

from datetime import datetime
from pathlib import Path

from sqlmodel import Session

from app.access.viewer import Viewer
from app.database import make_engine, migrate
from app.foundation.clock import at_local
from app.foundation.roles import Role
from app.record.facts.agreements import AnswerGiven, OfferTabled
from app.record.facts.sessions import InvitationAnswered, PositionStated, SessionPlanned
from app.recordkeeping.recording import recording
from tests.office import Office, hour

ABOUT = 20
"""Entries about one thing: what a page of one offer or session has to read."""


LongTable = tuple[Office, str, str, str]
"""An office with one table: its address, an offer's, a session's."""


def long_table(folder: Path, entries: int) -> LongTable:
    """An office with one table of so many entries; returns it with the table's, an offer's and a session's address."""
    url = f"sqlite:///{folder / f'{entries}.sqlite'}"
    migrate(url)
    return long_table_at(url, entries)


def long_table_at(url: str, entries: int) -> LongTable:
    """The same in a migrated, empty database at this address."""
    office = Office(make_engine(url))
    home = office.table()
    first, second = office.sides
    for side, count, alone in ((first, "1", "sopheap"), (second, "2", "")):
        office.send("dalin", f"{home}/sides/{side}/closings", count=count, alone=alone)
    numbers = {
        "invite_min_days": "7",
        "agenda_min_days": "1",
        "reflection_min_days": "1",
        "cooling_off_days": "7",
    }
    office.send("dalin", f"{home}/thresholds", track="S", reason="x", session_max_hours="4", **numbers)
    dialogue = home.rpartition("/")[2]
    offer, session = _fill(office, dialogue, first, entries, office.now)
    return office, home, f"{home}/offers/{offer}", f"{home}/sessions/{session}"


def _fill(office: Office, dialogue: str, side: str, entries: int, at: datetime) -> tuple[str, str]:
    party = Viewer("sopheap", frozenset({Role.DELEGATE}), side)
    staff = Viewer("dalin", frozenset({Role.FACILITATOR}))
    offer = session = ""
    with Session(office.engine) as db, recording(db, dialogue, by=party, at=at) as record:
        number = 0
        while record.size < entries:
            number += 1
            row = {
                "who": "A",
                "what": "pays",
                "where": "",
                "amount": 1,
                "currency": "KHR",
                "when": "",
                "proof": "",
                "late": "",
            }
            if number % 3 == 0:
                offer = record.new_id()
                terms = record.keep_body({"rows": [row]})
                record.append(OfferTabled(offer, number, side, terms, ""))
                for _ in range(ABOUT - 1):
                    record.append(AnswerGiven(offer, terms), words="refuse")
            elif number % 3 == 1:
                session = record.new_id()
                day = hour("2027-02-01T09:00").date().replace(day=1 + number % 27)
                starts, ends = (at_local(day, hour(f"2027-01-01T{h}:00").time()) for h in ("09", "11"))
                planned = SessionPlanned(session, number, _text(starts), _text(ends), "hall")
                record.append(planned, by=staff)
                for _ in range(ABOUT - 1):
                    record.append(InvitationAnswered(session), words="coming")
            else:
                position = record.new_id()
                for version in range(1, ABOUT + 1):
                    words = record.keep_body({"item": "Land", "words": f"We want {number}.{version}."})
                    record.append(PositionStated(position, side, version, words, "table"))
    return offer, session


def _text(instant: datetime) -> str:
    return instant.strftime("%Y-%m-%dT%H:%M:%SZ")
