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
SATURDAY = 5


def days_that_work(
    wish: Wish,
    *,
    now: datetime,
    limits: Limits,
    rooms: Mapping[str, str],
    busy: Sequence[Busy],
    persons: Mapping[str, str],
) -> list[Wish]:
    """The next working days on which the wished length fits, from the wished day on and with full notice.

    On each day the wished time comes first, then the earliest that is free.
    """
    earliest = earliest_after(now, limits.invite_min_days, limits.closures)
    length = wish.ends - wish.starts
    first = max(local(earliest).date(), local(wish.starts).date())
    found: list[Wish] = []
    for ahead in range(LOOKED_THROUGH):
        on = first + timedelta(days=ahead)
        if on.weekday() >= SATURDAY or on in limits.closures:
            continue
        same_time = at_local(on, local(wish.starts).time())
        for starts in (same_time, *_starts(on, limits.day_from, limits.day_until, length)):
            other = Wish(starts, starts + length, wish.room)
            if starts >= earliest and not against(
                other, now=now, limits=limits, rooms=rooms, busy=busy, persons=persons
            ):
                found.append(other)
                break
        if len(found) == SHOWN:
            break
    return found


def _starts(on: date, day_from: time, day_until: time, length: timedelta) -> list[datetime]:
    first, end = at_local(on, day_from), at_local(on, day_until)
    steps = (end - length - first) // STEP
    return [first + n * STEP for n in range(steps + 1)]
