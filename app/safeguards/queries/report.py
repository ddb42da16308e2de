"""The closing report of one table: what was done, for whom, in counts. It names no person and holds no rate."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session, col, select

from app.agreements.tables import Agreement, Offer
from app.foundation.clock import local
from app.parties.queries import sides_of
from app.record.facts.promises import FollowUpHeld
from app.recordkeeping.reading import entries_of
from app.safeguards.queries.follow_ups import plan_of
from app.safeguards.queries.harm import harm_sheets_of, opened_sessions
from app.safeguards.queries.incidents import incidents_of
from app.safeguards.queries.promises import promises_of
from app.safeguards.rules.report import counted_people, counted_together


@dataclass(frozen=True, slots=True)
class SideCounted:
    """One side in counts: -1 stands for a number under five, which is hidden."""

    name: str
    kind: str
    people: int
    women: int
    men: int


@dataclass(frozen=True, slots=True)
class ClosingReport:
    """Everything the report page shows. Promises are counted by state; people under five are hidden."""

    begins: date | None
    sessions: int
    offers: int
    texts: int
    released: int
    sides: tuple[SideCounted, ...]
    everyone: SideCounted
    promises: dict[str, int]
    overdue: int
    follow_ups_planned: int
    follow_ups_held: int
    incidents: int
    incidents_closed: int
    trends: tuple[tuple[str, str, str], ...]


def report_of(db: Session, dialogue: str, now: datetime) -> ClosingReport:
    """Count what the record of one table holds."""
    sides = sides_of(db, dialogue)
    promises = promises_of(db, dialogue, now)
    incidents = incidents_of(db, dialogue)
    texts = db.exec(select(Agreement.status).where(Agreement.dialogue == dialogue)).all()
    offers = db.exec(select(Offer.offer).where(col(Offer.dialogue) == dialogue)).all()
    plan = plan_of(db, dialogue)
    held = {
        (entry.fact.person, entry.fact.day)
        for entry in entries_of(db, dialogue, [""])
        if isinstance(entry.fact, FollowUpHeld)
    }
    met = opened_sessions(db, dialogue)
    states = ("named", "claimed", "confirmed", "disputed", "condition")
    return ClosingReport(
        begins=local(met[0].starts).date() if met else None,
        sessions=len(met),
        offers=len(offers),
        texts=len(texts),
        released=sum(status == "released" for status in texts),
        sides=tuple(
            SideCounted(side.name, side.kind, *counted_people([one.sex for one in side.people]))
            for side in sides
        ),
        everyone=SideCounted("", "", *counted_together([[one.sex for one in side.people] for side in sides])),
        promises={state: sum(one.state == state for one in promises) for state in states},
        overdue=sum(one.overdue for one in promises),
        follow_ups_planned=len(plan.days) * plan.count if plan else 0,
        follow_ups_held=len(held),
        incidents=len(incidents),
        incidents_closed=sum(one.closed_at is not None for one in incidents),
        trends=tuple(
            (one.moment, one.fact.dividers, one.fact.connectors) for one in harm_sheets_of(db, dialogue)
        ),
    )


def counts_of(report: ClosingReport) -> dict[str, int]:
    """The report as the closing statement keeps it: counts alone; -1 stands for a number under five."""
    return {
        "sessions": report.sessions,
        "offers": report.offers,
        "texts": report.texts,
        "released": report.released,
        "people": report.everyone.people,
        "women": report.everyone.women,
        "men": report.everyone.men,
        **{f"promises_{state}": count for state, count in sorted(report.promises.items())},
        "follow_ups_planned": report.follow_ups_planned,
        "incidents": report.incidents,
        "incidents_closed": report.incidents_closed,
        "harm_sheets": len(report.trends),
    }
