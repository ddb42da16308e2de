"""One thing that waits for one person: the shape every feature's `waits.py` returns."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Wait:
    """What a person can do now: a sentence, where, an optional note, and since when it waits."""

    sentence: str
    url: str
    since: datetime
    note: str = ""
