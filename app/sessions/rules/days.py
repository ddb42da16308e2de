"""Finding days that work: the same rules, asked of each day ahead. Pure."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta

from app.foundation.clock import at_local, earliest_after, local
from app.sessions.rules.schedule import Busy, Limits, Wish, against

SHOWN = 3
"""Days offered at once (peers.md F1)."""
LOOKED_THROUGH = 60
"""Days looked through before saying that none works."""
STEP = timedelta(minutes=30)
SUNDAY = 6


def days_that_work(
    length: timedelta,
    room: str,
    *,
    now: datetime,
    limits: Limits,
    rooms: Mapping[str, str],
    busy: Sequence[Busy],
    persons: Mapping[str, str],
    not_before: date | None = None,
) -> list[Wish]:
    """The first free stretch on each of the next days that work, notice counted from now; Sundays left out."""
    earliest = earliest_after(now, limits.invite_min_days, limits.closures)
    first = max(local(earliest).date(), not_before or date.min)
    found: list[Wish] = []
    for ahead in range(LOOKED_THROUGH):
        on = first + timedelta(days=ahead)
        if on.weekday() == SUNDAY or on in limits.closures:
            continue
        for starts in _starts(on, limits.day_from, limits.day_until, length):
            wish = Wish(starts, starts + length, room)
            if starts >= earliest and not against(
                wish, now=now, limits=limits, rooms=rooms, busy=busy, persons=persons
            ):
                found.append(wish)
                break
        if len(found) == SHOWN:
            break
    return found


def _starts(on: date, day_from: time, day_until: time, length: timedelta) -> list[datetime]:
    first, end = at_local(on, day_from), at_local(on, day_until)
    steps = (end - length - first) // STEP
    return [first + n * STEP for n in range(steps + 1)]
