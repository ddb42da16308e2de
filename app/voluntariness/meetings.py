"""The sessions that were held, with the time from which their notice counts backwards."""

from dataclasses import dataclass
from datetime import datetime

from app.foundation.clock import from_text, local
from app.record.facts.sessions import SessionClosed, SessionMoved, SessionOpened, SessionPlanned
from app.voluntariness.story import Story, Told, grouped
from app.voluntariness.weighing import Weighing


@dataclass(frozen=True, slots=True)
class Meeting:
    """A session that was opened, and when it was to begin (or began, when that was on an earlier day)."""

    session: str
    opened: Told[SessionOpened]
    begins: datetime

    def holds(self, story: Story, number: int) -> bool:
        """Was this session open when this entry was written?"""
        closed = [told for told in story.all(SessionClosed) if told.fact.session == self.session]
        ended = any(self.opened.number < told.number < number for told in closed)
        return self.opened.number < number and not ended


def meetings_before(story: Story, weighing: Weighing, number: int) -> list[Meeting]:
    """The sessions opened before this entry. One that nobody planned, or that was closed and never opened,
    leaves the rule unknown. Raises ValueError for a start that is no instant.
    """
    weighing.counts_on(SessionPlanned, SessionMoved, SessionOpened, SessionClosed)
    opened = grouped(story.all(SessionOpened), lambda told: told.fact.session)
    planned = grouped(story.all(SessionPlanned), lambda told: told.fact.session)
    moved = grouped(story.all(SessionMoved), lambda told: told.fact.session)
    unopened = [
        told.entry
        for told in story.all(SessionClosed)
        if told.number < number and told.fact.session not in opened
    ]
    if unopened:
        weighing.lacks("not_opened", *unopened)
    found = []
    for session, openings in opened.items():
        first = openings[0]
        if first.number > number:
            continue
        weighing.rests_on(first.entry)
        plan = [
            (told.number, told.fact.starts) for told in planned.get(session, []) if told.number < first.number
        ]
        if not plan:
            weighing.lacks("not_planned", first.entry)
            continue
        plan += [
            (told.number, told.fact.starts) for told in moved.get(session, []) if told.number < first.number
        ]
        at, start = max(plan)
        weighing.rests_on(story.entries[at])
        begins = from_text(start)
        if local(first.soonest).date() < local(begins).date():
            begins = first.soonest
        found.append(Meeting(session, first, begins))
    return found
