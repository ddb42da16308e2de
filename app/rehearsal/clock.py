"""A clock that runs at real speed from its own date (settled.md 14)."""

from datetime import datetime, timedelta

from sqlmodel import Session

from app.foundation.clock import machine_now
from app.rehearsal.tables import RehearsalClock


def rehearsal_now(db: Session) -> datetime:
    """The rehearsal's time at this moment."""
    row = db.get(RehearsalClock, 1)
    return machine_now() + timedelta(seconds=row.ahead if row else 0)


def set_clock(db: Session, to: datetime) -> None:
    """Let the rehearsal's time run on from an instant."""
    row = db.get(RehearsalClock, 1) or RehearsalClock(ahead=0)
    row.ahead = int((to - machine_now()).total_seconds())
    db.add(row)
    db.commit()
