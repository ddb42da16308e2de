"""One thing that waits for one person: the shape every feature's `waits.py` returns."""

from dataclasses import dataclass
from datetime import datetime

MOST = 3
"""Of one kind at most so many are listed: the next sessions, the newest offers. A page stays as quick and as short
after a hundred sessions as after one; everything else stands on its own list (settled.md 15)."""


@dataclass(frozen=True, slots=True)
class Wait:
    """What a person can do now: a sentence, where, an optional note, and since when it waits."""

    sentence: str
    url: str
    since: datetime
    note: str = ""
