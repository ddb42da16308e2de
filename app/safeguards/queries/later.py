"""Which of a sheet's entries were written with a pen first: when it happened, and when it was entered."""

from datetime import date, datetime, time

from sqlmodel import Session, select

from app.agreements.tables import Agreement
from app.record.facts import Fact
from app.record.facts.audit import AgreementReleased
from app.record.facts.dialogues import DialogueOpened, SideLeft
from app.recordkeeping.reading import entries_of
from app.safeguards.rules.closing import BeforeTheEnd
from app.safeguards.rules.later import BeforeTheTable, Moment, ensure_not_before, moment_of
from app.web.words import day_time

LATER = ("PAPER", "TABLE")
"""Ways of entry that come after the act itself."""


def moment_in(db: Session, dialogue: str, on: date | None, hour: time | None, now: datetime) -> Moment:
    """The moment of a sheet of this table: now, or the one on the paper, which is never before the table was opened.

    Raises TimeMissing, StillToCome, BeforeTheTable.
    """
    moment = moment_of(on, hour, now)
    ensure_at_the_table(db, dialogue, moment)
    return moment


def ensure_at_the_table(db: Session, dialogue: str, moment: Moment) -> None:
    """There was a table at this moment. Raises BeforeTheTable."""
    opened = next(one.at for one in entries_of(db, dialogue, [""]) if isinstance(one.fact, DialogueOpened))
    ensure_not_before(moment, opened, BeforeTheTable(opened=day_time(opened)))


def ensure_after_the_talks(db: Session, dialogue: str, moment: Moment) -> None:
    """Nothing is closed before the newest release or leaving. Raises BeforeTheEnd."""
    agreements = db.exec(select(Agreement.agreement).where(Agreement.dialogue == dialogue))
    entries = entries_of(db, dialogue, ["", *agreements])
    for last in [one.at for one in entries if isinstance(one.fact, AgreementReleased | SideLeft)][-1:]:
        ensure_not_before(moment, last, BeforeTheEnd(day=day_time(last)))


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
