"""Reading the standstill: who agreed, until when it holds, what was changed all the same and how it was put right."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from app.parties.queries import SideView, sides_of
from app.record.facts.preparation import GroundRulesAgreed, StandstillTermsAgreed
from app.record.facts.promises import IncidentReported
from app.safeguards.queries.preparation import Preparation, preparation_of
from app.safeguards.rules.standstill import last_day


@dataclass(frozen=True, slots=True)
class SideStill:
    """One side: did it agree, for how many days after the end, and the last day once the table has ended."""

    side: SideView
    agreed: bool
    days: int | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Breach:
    """One breach that is not put right yet: the side, what was changed, when; whether an incident stands for it."""

    id: str
    side: str
    words: str
    when: datetime
    has_incident: bool


def agreed_since(known: Preparation, side: str) -> datetime | None:
    """Since when this side's standstill holds; None where it never agreed to one."""
    said = [e.when for e, fact in known.all(GroundRulesAgreed) if fact.side == side and fact.standstill]
    return min(said, default=None)


def last_day_of(known: Preparation, side: str) -> date | None:
    """The last day of this side's standstill; None while the table goes on, or where no days were agreed."""
    days, ended = known.standstill_days(side), known.ended
    return None if days is None or ended is None else last_day(ended.when, days)


def earliest_end(known: Preparation, ended: datetime) -> date | None:
    """The first day on which a side's standstill ends, were the table to end now; None where no days were agreed."""
    terms = {fact.side: fact.days for _, fact in known.all(StandstillTermsAgreed)}
    return min((last_day(ended, days) for days in terms.values()), default=None)


def stills_of(db: Session, dialogue: str) -> tuple[list[SideStill], list[Breach]]:
    """The sides, and the breaches that are still to be put right."""
    known, sides = preparation_of(db, dialogue), sides_of(db, dialogue)
    names = {side.id: side.name for side in sides}
    incidents = {fact.incident for _, fact in known.all(IncidentReported)}
    stills = [
        SideStill(
            side, known.standstill(side.id), known.standstill_days(side.id), last_day_of(known, side.id)
        )
        for side in sides
    ]
    breaches = [
        Breach(
            fact.breach,
            names.get(fact.side, "…"),
            known.words(entry),
            entry.when,
            fact.breach in incidents,
        )
        for entry, fact in known.open_breaches()
    ]
    return stills, breaches
