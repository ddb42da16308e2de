"""Reading the do-no-harm sheets of a table, and which one is to be written next."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session

from app.record.facts.promises import HarmSheetWritten
from app.recordkeeping.reading import body_of, entries_of
from app.safeguards.rules.harm import BASELINE
from app.sessions.queries.schedule import SessionView, sessions_of


@dataclass(frozen=True, slots=True)
class HarmView:
    """One sheet: its fact, what was typed, when it was written and entered."""

    fact: HarmSheetWritten
    page: dict[str, Any]
    when: datetime
    at: datetime
    later: bool

    @property
    def moment(self) -> str:
        """The session, baseline or closing."""
        return self.fact.session or self.fact.moment

    def says(self, page: dict[str, Any], trends: tuple[str, str]) -> bool:
        """Does it say the same as this page, with these trends of what divides and connects?"""
        mine = {name: self.page.get(name) for name in page}
        return mine == page and trends == (self.fact.dividers, self.fact.connectors)


def harm_sheets_of(db: Session, dialogue: str) -> list[HarmView]:
    """All sheets, oldest first."""
    return [
        HarmView(
            entry.fact,
            json.loads(body_of(db, dialogue, entry.fact.sheet)),
            entry.when,
            entry.at,
            entry.via == "PAPER",
        )
        for entry in entries_of(db, dialogue, [""])
        if isinstance(entry.fact, HarmSheetWritten)
    ]


def opened_sessions(db: Session, dialogue: str) -> list[SessionView]:
    """The sessions that were opened, in their order."""
    return [view for view in sessions_of(db, dialogue) if view.status in ("open", "closed")]


def missing_moments(db: Session, dialogue: str) -> list[str]:
    """The moments that have no sheet yet, in their order: before the first session, after each that was opened."""
    facts = [entry.fact for entry in entries_of(db, dialogue, [""])]
    written = {fact.session or fact.moment for fact in facts if isinstance(fact, HarmSheetWritten)}
    moments = [BASELINE, *(view.id for view in opened_sessions(db, dialogue))]
    return [moment for moment in moments if moment not in written]
