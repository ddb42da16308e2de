"""Who holds a seat that belongs to no side, and what they said of their own ties.

A seat is seen in two ways: an entry gives it, and its holder writes with it. One without the other leaves a rule
unknown, so that leaving out either never helps.
"""

from dataclasses import dataclass

from app.foundation.roles import Role
from app.record.facts.parties import RoleGiven
from app.record.facts.preparation import TieDisclosed
from app.record.facts.sessions import SessionOpened
from app.voluntariness.story import Story, Told, grouped
from app.voluntariness.weighing import Weighing

NEUTRAL = frozenset(
    {
        Role.FACILITATOR,
        Role.MEDIATOR,
        Role.CHAIR,
        Role.INTERPRETER,
        Role.WITNESS,
        Role.MONITOR,
        Role.SAFEGUARD_OFFICER,
    }
)


@dataclass(frozen=True, slots=True)
class Neutral:
    """A person in such a seat: every seat they were ever seen in, the entries that gave them, and their ties."""

    person: str
    roles: frozenset[Role]
    given: tuple[Told[RoleGiven], ...]
    ties: tuple[Told[TieDisclosed], ...]


def neutrals_of(story: Story, weighing: Weighing) -> list[Neutral]:
    """Everybody who was given such a seat or wrote with one, in the order in which they are first met."""
    weighing.counts_on(RoleGiven, TieDisclosed)
    seats: dict[str, set[str]] = {}
    given = grouped(story.all(RoleGiven), lambda told: told.fact.person)
    ties = grouped(story.all(TieDisclosed), lambda told: told.entry.by)
    wrote: dict[tuple[str, str], int] = {}
    for number, entry in story.entries.items():
        if entry.role is not Role.NODE:
            seats.setdefault(entry.by, set()).add(entry.role.value)
            wrote.setdefault((entry.by, entry.role.value), number)
    for person, lines in given.items():
        seats.setdefault(person, set()).update(told.fact.role for told in lines)
    found = []
    for person, held in seats.items():
        roles = frozenset(Role(role) for role in held)
        lines = [told for told in given.get(person, []) if Role(told.fact.role) in NEUTRAL]
        if not roles & NEUTRAL:
            continue
        missing = [
            story.entries[number]
            for (by, role), number in wrote.items()
            if by == person and Role(role) in NEUTRAL and role not in {told.fact.role for told in lines}
        ]
        if missing:
            weighing.lacks("seat_missing", *missing)
        weighing.rests_on(*(told.entry for told in lines))
        found.append(Neutral(person, roles, tuple(lines), tuple(ties.get(person, []))))
    return found


def first_opening(story: Story, weighing: Weighing) -> Told[SessionOpened] | None:
    """The opening of the first session; without one the rule is unknown."""
    weighing.counts_on(SessionOpened)
    opened = min(story.all(SessionOpened), key=lambda told: told.soonest, default=None)
    if opened is None:
        weighing.lacks("no_session")
    else:
        weighing.rests_on(opened.entry)
    return opened
