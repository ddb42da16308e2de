"""The numbers that clocks count by, for each track, and what may be changed (domain.md 3.0, design choices).

A dialogue may be made stricter freely; looser never in this version. Numbers marked [D] there are this
project's own defaults; 7 days of cooling-off that nobody can shorten follow 29 CFR 1625.22.
"""

from dataclasses import dataclass
from datetime import time


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Minimum days and limits of one track. Days are whole days of 24 hours; hours whole hours."""

    invite_min_days: int
    agenda_min_days: int
    reflection_min_days: int
    cooling_off_days: int
    session_max_hours: int


TRACKS: dict[str, Thresholds] = {
    "S": Thresholds(7, 1, 1, 7, 4),
    "M": Thresholds(10, 5, 7, 7, 6),
    "L": Thresholds(14, 7, 21, 14, 6),
}
DAY_FROM, DAY_UNTIL = "08:00", "17:00"
SLOT = "MON 09:00"
RULEBOOK = "trial"
STEPS_ACCEPT, STEPS_REFUSE = 3, 3
"""Taps from the list of what waits to a given answer, counted in a browser by tests/journeys."""


def is_stricter_or_equal(new: Thresholds, old: Thresholds) -> bool:
    """May these numbers replace those? Minimum days may only grow, hours only shrink."""
    return (
        new.invite_min_days >= old.invite_min_days
        and new.agenda_min_days >= old.agenda_min_days
        and new.reflection_min_days >= old.reflection_min_days
        and new.cooling_off_days >= old.cooling_off_days
        and new.session_max_hours <= old.session_max_hours
    )


def read_hour(text: str) -> time:
    """An hour of the day in Phnom Penh such as `08:00`. Raises ValueError for one that names a time zone."""
    hour = time.fromisoformat(text)
    if hour.tzinfo is not None:
        raise ValueError("an hour of another place")
    return hour
