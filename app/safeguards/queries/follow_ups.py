"""Reading the talks afterwards: the plan, when each falls due, who was talked with. Nothing of what was said."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session, select

from app.agreements.tables import Agreement
from app.foundation.clock import local
from app.parties.queries import PersonView, people_of
from app.record.facts.audit import AgreementReleased
from app.record.facts.dialogues import DialogueEnded
from app.record.facts.promises import FollowUpHeld, FollowUpsPlanned
from app.recordkeeping.reading import entries_of
from app.safeguards.rules.follow_ups import due_on


@dataclass(frozen=True, slots=True)
class PersonMet:
    """A person of the plan, and when they were talked with for one of its days; None while that is to come."""

    person: PersonView
    met: datetime | None


@dataclass(frozen=True, slots=True)
class FollowUp:
    """One day of the plan: its date (None before the release or ending), and the people, all alike."""

    days: str
    due: date | None
    people: tuple[PersonMet, ...]

    @property
    def open_people(self) -> list[str]:
        """Those who are still to be talked with."""
        return [one.person.id for one in self.people if one.met is None]

    def has_come(self, today: date) -> bool:
        """Has its date come?"""
        return self.due is not None and today >= self.due

    def is_due(self, today: date) -> bool:
        """Has its date come, and is somebody still to be talked with?"""
        return self.has_come(today) and bool(self.open_people)


def plan_of(db: Session, dialogue: str) -> FollowUpsPlanned | None:
    """The newest plan, or None."""
    plans = [e.fact for e in entries_of(db, dialogue, [""]) if isinstance(e.fact, FollowUpsPlanned)]
    return plans[-1] if plans else None


def talks_held(db: Session, dialogue: str) -> list[FollowUpHeld]:
    """The talks that were noted so far."""
    return [e.fact for e in entries_of(db, dialogue, [""]) if isinstance(e.fact, FollowUpHeld)]


def begins(db: Session, dialogue: str) -> date | None:
    """From when the days are counted: the last release, else the ending; None before both."""
    agreements = db.exec(select(Agreement.agreement).where(Agreement.dialogue == dialogue))
    entries = entries_of(db, dialogue, ["", *agreements])
    for kind in (AgreementReleased, DialogueEnded):
        found = [entry.at for entry in entries if isinstance(entry.fact, kind)]
        if found:
            return local(found[-1]).date()
    return None


def follow_ups_of(db: Session, dialogue: str) -> list[FollowUp]:
    """The days of the plan with the people of each."""
    plan = plan_of(db, dialogue)
    if plan is None:
        return []
    since = begins(db, dialogue)
    held = {
        (entry.fact.person, entry.fact.day): entry.when
        for entry in entries_of(db, dialogue, [""])
        if isinstance(entry.fact, FollowUpHeld)
    }
    people = [person for person in people_of(db, dialogue) if person.id in plan.persons]
    return [
        FollowUp(
            days,
            due_on(since, days) if since else None,
            tuple(PersonMet(person, held.get((person.id, days))) for person in people),
        )
        for days in plan.days
    ]
