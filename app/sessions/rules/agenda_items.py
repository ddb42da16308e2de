"""The items of an agenda, and what can be counted and compared about them. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.web.i18n import language

PURPOSES = ("inform", "discuss", "agree", "sign", "rest")
"""What an item is for; `rest` is a break. `agree` means in principle: it binds nobody (settled.md 1)."""
LONGEST_ITEM = 480
"""Minutes: a working day of eight hours."""
BREAK_AFTER = 120
"""Minutes of sitting after which a break is suggested (FREE-TIME: nobody is worn down at the table)."""


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One item: title in both languages, owner side ('' = the office), purpose, who leads, minutes."""

    id: str
    khmer: str
    latin: str
    side: str
    purpose: str
    lead: str
    minutes: int

    @property
    def title(self) -> str:
        """The title in the reader's language."""
        return self.khmer if language() == "km" else self.latin

    @property
    def other_title(self) -> str:
        """The title in the other language."""
        return self.latin if language() == "km" else self.khmer

    @property
    def is_rest(self) -> bool:
        """Is this a break?"""
        return self.purpose == "rest"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between two versions, about one item.

    kind: added, removed, moved, title, purpose, minutes, side, lead. `is_` and `was` hold what the kind is about:
    items for added, removed and title, places (from 1) for moved, else the values.
    """

    kind: str
    item: AgendaItem
    is_: object
    was: object


def begins(starts: datetime, items: Sequence[AgendaItem]) -> list[datetime]:
    """When each item begins, one after the other."""
    times, cursor = [], starts
    for item in items:
        times.append(cursor)
        cursor += timedelta(minutes=max(item.minutes, 0))
    return times


def total_minutes(items: Sequence[AgendaItem]) -> int:
    """Minutes of the whole agenda, breaks included."""
    return sum(max(item.minutes, 0) for item in items)


def wants_break_before(items: Sequence[AgendaItem]) -> int | None:
    """The first place before which a break is due: two hours of sitting would be passed there."""
    sitting = 0
    for place, item in enumerate(items):
        if item.is_rest:
            sitting = 0
            continue
        if sitting and sitting + item.minutes > BREAK_AFTER:
            return place
        sitting += item.minutes
    return None


def changes_between(old: Sequence[AgendaItem], new: Sequence[AgendaItem]) -> list[Change]:
    """What changed from one version to the next, told by item, in the order of the new one."""
    before = {item.id: item for item in old}
    after = {item.id for item in new}
    old_place = {item.id: place for place, item in enumerate(old, 1)}
    new_place = {item.id: place for place, item in enumerate(new, 1)}
    stayed = _in_order([item.id for item in new if item.id in before], old_place)
    found = [Change("removed", item, None, item) for item in old if item.id not in after]
    for item in new:
        was = before.get(item.id)
        if was is None:
            found.append(Change("added", item, item, None))
            continue
        if item.id not in stayed:
            found.append(Change("moved", item, new_place[item.id], old_place[item.id]))
        if (item.khmer, item.latin) != (was.khmer, was.latin):
            found.append(Change("title", item, item, was))
        found += [
            Change(kind, item, getattr(item, kind), getattr(was, kind))
            for kind in ("purpose", "minutes", "side", "lead")
            if getattr(item, kind) != getattr(was, kind)
        ]
    return found


def _in_order(ids: Sequence[str], place: dict[str, int]) -> set[str]:
    """The longest run of items that kept their order, so that one moved item is told as one move."""
    runs: list[list[str]] = []
    for one in ids:
        best: list[str] = []
        for run in runs:
            if place[run[-1]] < place[one] and len(run) > len(best):
                best = run
        runs.append([*best, one])
    longest: list[str] = []
    for run in runs:
        if len(run) > len(longest):
            longest = run
    return set(longest)
