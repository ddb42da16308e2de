"""When results may be released: the first fixed slot after the cooling-off (settled.md 2)."""

from datetime import date, datetime, time, timedelta

from app.foundation.clock import at_local, end_of_day, last_counted_day, local
from app.voluntariness.thresholds import read_hour

_WEEKDAYS = ("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN")


def read_slot(slot: str) -> tuple[int, time]:
    """Weekday (0 = Monday) and time of a slot such as `MON 09:00`. Raises ValueError for one that is none."""
    weekday, _, hour = slot.partition(" ")
    return _WEEKDAYS.index(weekday), read_hour(hour)


def cooling_off_ends(last_signature: datetime, days: int, closures: frozenset[date]) -> datetime:
    """24:00 in Phnom Penh of the last counted day after the last signature."""
    return end_of_day(last_counted_day(local(last_signature).date(), days, closures))


def slot_from(moment: datetime, slot: str) -> datetime:
    """The first release slot at or after a moment."""
    weekday, hour = read_slot(slot)
    day = local(moment).date()
    day += timedelta(days=(weekday - day.weekday()) % 7)
    found = at_local(day, hour)
    return found if found >= moment else at_local(day + timedelta(days=7), hour)


def release_slot(last_signature: datetime, days: int, closures: frozenset[date], slot: str) -> datetime:
    """The first moment at which the result may be released."""
    return slot_from(cooling_off_ends(last_signature, days, closures), slot)


def is_slot_day(moment: datetime, slot: str) -> bool:
    """Is this moment on a slot's day, at or after its hour? (Releases are possible that day, else next slot.)"""
    weekday, hour = read_slot(slot)
    at = local(moment)
    return at.weekday() == weekday and at.time() >= hour
