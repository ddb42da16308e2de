"""The next thing due in a rehearsal, worked out from what stands when somebody asks, never by a job."""

from datetime import datetime

from sqlmodel import Session, col, select

from app.dialogues.lifecycle import Stage
from app.dialogues.tables import Dialogue
from app.foundation.clock import from_text, to_text
from app.sessions.tables import Meeting

_PLANNED = "planned"


def next_due(db: Session, now: datetime) -> datetime | None:
    """The first moment after now at which a session begins, a time to withdraw ends, or a slot comes."""
    text = to_text(now)
    meetings = select(Meeting.starts).where(Meeting.status == _PLANNED, col(Meeting.starts) > text)
    moments = set(db.exec(meetings))
    signed = select(Dialogue.withdraw_until, Dialogue.slot_at).where(
        Dialogue.stage == int(Stage.MAY_WITHDRAW), Dialogue.ended == ""
    )
    for withdraw_until, slot_at in db.exec(signed):
        moments |= {moment for moment in (withdraw_until, slot_at) if moment > text}
    return from_text(min(moments)) if moments else None
