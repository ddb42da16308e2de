"""Which numbers govern an act: the latest thresholds frozen before it (settled.md 14)."""

from dataclasses import dataclass
from datetime import date, time, timedelta

from app.record.entry import Entry
from app.record.facts.dialogues import ThresholdsFrozen
from app.voluntariness.story import Story, Told
from app.voluntariness.thresholds import (
    DAY_FROM,
    DAY_UNTIL,
    TRACKS,
    Thresholds,
    is_stricter_or_equal,
    read_hour,
)
from app.voluntariness.weighing import Weighing

LONGEST = 3660  # days; more than ten years is a slip of the pen and would only keep the machine counting


@dataclass(frozen=True, slots=True)
class Governing:
    """Thresholds in force for one act."""

    entry: Entry
    numbers: Thresholds
    closures: frozenset[date]
    slot: str
    steps_accept: int
    steps_refuse: int
    day_from: time
    day_until: time


def governing(story: Story, weighing: Weighing, number: int) -> Governing | None:
    """The thresholds for an act written as this entry; an act before all of them is judged by the first.

    None, and the rule is unknown, when there are none, or when they are looser than their track or than those
    before them: a day once closed stays closed, the day of signing never grows, the slot stays. Raises ValueError
    for numbers that cannot be read.
    """
    weighing.counts_on(ThresholdsFrozen)
    frozen = story.all(ThresholdsFrozen)
    if not frozen:
        weighing.lacks("no_thresholds")
        return None
    earlier = [told for told in frozen if told.number < number] or frozen[:1]
    floors = [TRACKS[told.fact.track] for told in earlier if told.fact.track in TRACKS]
    if len(floors) < len(earlier):
        raise ValueError("a track that nobody knows")
    found = _read(earlier[-1])
    weighing.rests_on(found.entry)
    before = [_read(told) for told in earlier[:-1]]
    floors += [old.numbers for old in before]
    strict = all(is_stricter_or_equal(found.numbers, floor) for floor in floors)
    if not strict or not _is_by_day(found) or any(_loosens(found, old) for old in before):
        weighing.lacks("thresholds_looser", found.entry)
        return None
    return found


def _is_by_day(found: Governing) -> bool:
    """Does the window of signing lie within the day that no table can make longer?"""
    return found.day_from >= read_hour(DAY_FROM) and found.day_until <= read_hour(DAY_UNTIL)


def _loosens(new: Governing, old: Governing) -> bool:
    """Do these take back what those had: a closed day, an hour of the night, the slot of the release?"""
    return (
        not new.closures >= old.closures
        or new.day_from < old.day_from
        or new.day_until > old.day_until
        or new.slot != old.slot
    )


def _read(told: Told[ThresholdsFrozen]) -> Governing:
    fact = told.fact
    days = (fact.invite_min_days, fact.agenda_min_days, fact.reflection_min_days, fact.cooling_off_days)
    if not all(0 <= count <= LONGEST for count in days):
        raise ValueError("thresholds nobody can count by")
    return Governing(
        told.entry,
        Thresholds(*days, fact.session_max_hours),
        frozenset(date.fromisoformat(day) for day in fact.closures),
        fact.slot,
        fact.steps_accept,
        fact.steps_refuse,
        read_hour(fact.day_from),
        read_hour(fact.day_until),
    )


def days(count: int) -> timedelta:
    """So many times 24 hours (settled.md 2)."""
    return timedelta(days=count)
