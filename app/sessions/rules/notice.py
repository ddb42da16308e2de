"""Counting back from a session: until when a paper must be received to be in time. Pure."""

from datetime import date, datetime, time, timedelta

from app.foundation.clock import at_local, local


def latest_before(starts: datetime, days: int, closures: frozenset[date]) -> datetime:
    """The last instant from which so many times 24 hours are counted until `starts`, closed days left out."""
    needed, cursor = timedelta(days=days), starts
    while needed > timedelta(0):
        day = local(cursor - timedelta(seconds=1)).date()
        edge = at_local(day, time(0, 0))
        if day not in closures:
            if cursor - edge >= needed:
                return cursor - needed
            needed -= cursor - edge
        cursor = edge
    return cursor
