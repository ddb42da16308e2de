"""Which of a sheet's entries were written with a pen first: when it happened, and when it was entered."""

from datetime import datetime

from sqlmodel import Session

from app.record.facts import Fact
from app.recordkeeping.reading import entries_of

LATER = ("PAPER", "TABLE")
"""Ways of entry that come after the act itself."""


def entered_later(
    db: Session, dialogue: str, kinds: tuple[type[Fact], ...], *, about: str = "", side: str = ""
) -> tuple[tuple[datetime, datetime], ...]:
    """Both times of every entry with such a fact that came from paper, each pair once, in order of entering.

    `about`: the thing the entries concern ('' = the whole table); `side`: only what one side said, where given.
    """
    seen = [
        (entry.when, entry.at)
        for entry in entries_of(db, dialogue, [about])
        if isinstance(entry.fact, kinds)
        and entry.via in LATER
        and (not side or getattr(entry.fact, "side", side) == side)
    ]
    return tuple(dict.fromkeys(seen))
