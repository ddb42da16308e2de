"""A clock that runs at real speed from its own date, and the buttons that move it (settled.md 14)."""

from datetime import datetime, timedelta

from sqlmodel import Session

from app.foundation.clock import machine_now
from app.foundation.errors import N_, NotValid
from app.rehearsal.tables import RehearsalClock


class ClockGoesForward(NotValid):
    """In a rehearsal time is moved forward only; a retelling begins again."""

    says = N_("The clock of a rehearsal goes forward only. Choose a later moment, or begin again.")
    field = "day"


def rehearsal_now(db: Session) -> datetime:
    """The rehearsal's time at this moment."""
    row = db.get(RehearsalClock, 1)
    return machine_now() + timedelta(seconds=row.ahead if row else 0)


def set_clock(db: Session, to: datetime) -> None:
    """Let the rehearsal's time run on from an instant. Ends the transaction."""
    row = db.get(RehearsalClock, 1) or RehearsalClock(ahead=0)
    row.ahead = int((to - machine_now()).total_seconds())
    db.add(row)
    db.commit()


def move_clock(db: Session, to: datetime) -> None:
    """Move the rehearsal's time forward. Raises ClockGoesForward for a moment that has passed."""
    if to < rehearsal_now(db):
        raise ClockGoesForward
    set_clock(db, to)
