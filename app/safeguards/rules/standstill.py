"""How long a standstill holds, and what must be true before a breach is entered or put right. Pure."""

from collections.abc import Collection
from datetime import date, datetime, timedelta

from app.foundation.clock import local
from app.foundation.errors import N_, NotPossibleNow, NotValid

AFTER_THE_END = 30
"""Days for which a standstill goes on after a table has ended, unless a side agrees on others. A design choice:
so long as the first talk afterwards is to come (domain.md 3.0, S3)."""

TESTS = ("yes", "unknown", "yes", "unknown")
"""The four tests of a breach that was just seen: from outside and against what was agreed; whether it was meant,
and whether it moved anybody's choice, is found later (domain.md 0.10)."""


class StandstillOver(NotPossibleNow):
    """A standstill ends by its own terms."""

    says = N_(
        "This standstill ended on %(day)s, by its own terms. Enter what happened after it as an incident."
    )


class NotAgreedThen(NotValid):
    """Nobody breaks what they never agreed to."""

    says = N_("This side had not agreed to a standstill then. Enter what happened as an incident.")
    field = "side"


class SideMissing(NotValid):
    """A breach has a side and words."""

    says = N_("Choose the side, and write what was changed.")
    field = "side"


class HowMissing(NotValid):
    """What was put right was put right in some way."""

    says = N_("Write how it was put right.")
    field = "how"


def last_day(ended: datetime, days: int) -> date:
    """The last day on which a standstill holds, in Phnom Penh: whole days, to the end of the day (settled.md 2)."""
    return local(ended).date() + timedelta(days=days)


def ensure_whole(*, side: str, words: str, repaired: Collection[str], how: str) -> None:
    """A breach has its side and words; what was put right says how."""
    if bool(side) != bool(words):
        raise SideMissing
    if repaired and not how:
        raise HowMissing


def ensure_holds(when: datetime, agreed: datetime | None, last: date | None, written: str) -> None:
    """What happened, happened while the standstill held. `agreed`: since when, to the minute; `last`: its last day,
    once the table has ended."""
    if agreed is None or when < agreed.replace(second=0):
        raise NotAgreedThen
    if last is not None and local(when).date() > last:
        raise StandstillOver(day=written)
