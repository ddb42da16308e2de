"""Who must decide: the sides of the table and their closed lists of deciders (settled.md 14).

A list that a rule counts on is closed by an entry with its count, so that dropping a line never helps.
"""

from dataclasses import dataclass

from app.record.entry import Entry
from app.record.facts.agreements import IfNoSigned, SignatureGiven
from app.record.facts.parties import DeciderListed, DecidersClosed, SideNamed, TakingPartAgreed
from app.record.facts.preparation import TakingPartNoted
from app.voluntariness.story import Story, Told, grouped
from app.voluntariness.weighing import Weighing

FEWEST_SIDES = 2  # an agreement is between somebody and somebody else


@dataclass(frozen=True, slots=True)
class Decider:
    """A person whose own yes is needed, with the newest line that lists them."""

    person: str
    side: str
    listed: Told[DeciderListed]


def sides_of(story: Story, weighing: Weighing) -> list[str]:
    """The named sides. Fewer than two, or a side that others mention and nobody named, leaves the rule unknown."""
    named = story.all(SideNamed)
    weighing.counts_on(SideNamed)
    weighing.rests_on(*(told.entry for told in named))
    sides = list(dict.fromkeys(told.fact.side for told in named))
    if len(sides) < FEWEST_SIDES:
        weighing.lacks("too_few_sides")
    strangers = [entry for entry, side in _mentions(story) if side not in sides]
    if strangers:
        weighing.lacks("side_missing", *strangers)
    return sides


def _mentions(story: Story) -> list[tuple[Entry, str]]:
    return [
        *((told.entry, told.fact.side) for told in story.all(DeciderListed)),
        *((told.entry, told.fact.side) for told in story.all(DecidersClosed)),
        *((told.entry, told.fact.side) for told in story.all(TakingPartAgreed)),
        *((told.entry, told.fact.side) for told in story.all(TakingPartNoted)),
        *((told.entry, told.fact.side) for told in story.all(IfNoSigned) if told.fact.side),
        *((told.entry, told.entry.party) for told in story.all(SignatureGiven)),
    ]


def deciders_of(story: Story, weighing: Weighing) -> list[Decider]:
    """All deciders of all sides. A list that is open, empty or of another count leaves the rule unknown."""
    weighing.counts_on(DeciderListed, DecidersClosed)
    found: list[Decider] = []
    listed = grouped(story.all(DeciderListed), lambda told: told.fact.side)
    closed = grouped(story.all(DecidersClosed), lambda told: told.fact.side)
    for side in sides_of(story, weighing):
        lines, closings = listed.get(side, []), closed.get(side, [])
        newest = {told.fact.person: told for told in lines}
        found += [Decider(person, side, told) for person, told in newest.items()]
        weighing.rests_on(*(told.entry for told in newest.values()))
        if not closings or not lines or closings[-1].number < lines[-1].number:
            weighing.lacks("list_open")
            continue
        weighing.rests_on(closings[-1].entry)
        if closings[-1].fact.count != len(newest):
            weighing.lacks("count_differs", closings[-1].entry)
    return found
