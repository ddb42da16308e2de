"""Writing down that talks afterwards were held: with whom, when, alone. There is no place for what was said."""

from collections.abc import Collection
from datetime import date, datetime, time

from sqlmodel import Session

from app.access.viewer import Viewer
from app.foundation.clock import local
from app.record.facts.promises import FollowUpHeld
from app.recordkeeping.recording import recording
from app.safeguards.queries import follow_ups as queries
from app.safeguards.queries.later import moment_in
from app.safeguards.rules import follow_ups as rules
from app.safeguards.rules.preparation import ensure_something
from app.web.words import day as written_day


def hold_follow_ups(
    db: Session,
    dialogue: str,
    day: str,
    persons: Collection[str],
    on: date | None,
    hour: time | None,
    *,
    alone: bool,
    by: Viewer,
    at: datetime,
    once: str,
) -> str:
    """One entry a person, all alike. They are held after a table has ended, too. Returns the day of the plan."""
    with recording(db, dialogue, by=by, at=at, once=once) as record:
        plan = queries.plan_of(db, dialogue)
        rules.ensure_in_plan(
            days=plan.days if plan else (),
            planned=plan.persons if plan else (),
            day=day,
            persons=persons,
        )
        moment = moment_in(db, dialogue, on, hour, record.at)
        since = queries.begins(db, dialogue)
        due = rules.due_on(since, day) if since else None
        rules.ensure_due(local(moment.when).date(), due, written_day(due) if due else "")
        noted = queries.talks_held(db, dialogue)
        held = [FollowUpHeld(person, day, alone) for person in sorted(set(persons))]
        new = [fact for fact in held if fact not in noted]  # somebody else may have saved the same sheet
        ensure_something(new)
        for fact in new:
            record.append(fact, when=moment.when, via=moment.via)
        record.result = day
    return day
