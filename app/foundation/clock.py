"""Instants and days. The one place that asks the machine for the time.

An instant is an aware UTC `datetime` at whole seconds; in the record it is text, `2027-01-12T02:00:00Z`.
People live in Phnom Penh (+07:00, no summer time).
"""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, timezone

PHNOM_PENH = timezone(timedelta(hours=7), "Asia/Phnom_Penh")
_WRITTEN = re.compile(r"[1-9]\d{3}-\d\d-\d\dT(?:[01]\d|2[0-3]):\d\d:\d\dZ", re.ASCII)

Clock = Callable[[], datetime]


def machine_now() -> datetime:
    """The machine's time, UTC, whole seconds."""
    return datetime.now(UTC).replace(microsecond=0)


def to_text(instant: datetime) -> str:
    """The one spelling of an instant in the record."""
    return instant.astimezone(UTC).isoformat()[:19] + "Z"


def from_text(text: str) -> datetime:
    """Read an instant of the record. Raises ValueError for any other spelling."""
    if not _WRITTEN.fullmatch(text):
        raise ValueError(f"not an instant: {text}")
    return datetime.fromisoformat(text)


def local(instant: datetime) -> datetime:
    """The same instant as people in Phnom Penh read it."""
    return instant.astimezone(PHNOM_PENH)


def at_local(day: date, hour: time) -> datetime:
    """The instant of a day and time in Phnom Penh."""
    return datetime.combine(day, hour, PHNOM_PENH).astimezone(UTC)


def end_of_day(day: date) -> datetime:
    """24:00 of a day in Phnom Penh (settled.md 2: what a person may still do runs to the end of the day)."""
    return at_local(day + timedelta(days=1), time(0, 0))


def counted(start: datetime, end: datetime, closures: frozenset[date]) -> timedelta:
    """Time between two instants without the closed days (settled.md 2: to the minute, N times 24 hours)."""
    if end <= start:
        return timedelta(0)
    total, cursor = timedelta(0), start
    while cursor < end:
        edge = min(end, end_of_day(local(cursor).date()))
        if local(cursor).date() not in closures:
            total += edge - cursor
        cursor = edge
    return total


def last_counted_day(start: date, days: int, closures: frozenset[date]) -> date:
    """The last of so many open days after a day (cooling-off; closed days are skipped)."""
    day = start
    while days > 0:
        day += timedelta(days=1)
        if day not in closures:
            days -= 1
    return day


def earliest_after(start: datetime, days: int, closures: frozenset[date]) -> datetime:
    """The first instant at which so many times 24 hours have been counted since start; start itself for none."""
    if days <= 0:
        return start
    needed, cursor = timedelta(days=days), start
    while True:
        edge = end_of_day(local(cursor).date())
        if local(cursor).date() not in closures:
            if edge - cursor >= needed:
                return cursor + needed
            needed -= edge - cursor
        cursor = edge
