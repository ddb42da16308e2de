"""Write what happens if somebody says no, and sign it: each side and the chair (FREE-REFUSE-1)."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session

from app.access.viewer import Viewer
from app.agreements.queries.if_no import CHAIR, if_no_of
from app.agreements.rules import if_no as rules
from app.dialogues.queries import standing_of
from app.foundation.errors import NotFound
from app.foundation.roles import Role
from app.record.facts.agreements import IfNoSigned, IfNoStated
from app.recordkeeping.recording import recording


def state_if_no(
    db: Session,
    dialogue: str,
    khmer: str,
    english: str,
    stays_open: Sequence[str],
    consequences: Sequence[str],
    *,
    by: Viewer,
    at: datetime,
    once: str,
) -> str:
    """Write the statement; a new one voids what was signed before. Returns its digest."""
    with recording(db, dialogue, by=by, at=at, once=once) as record:
        standing_of(db, dialogue).ensure_open()
        kept = [place for place in rules.STAYS_OPEN if place in stays_open]
        statement = record.keep_body({"khmer": khmer, "english": english, "stays_open": kept})
        threats = tuple(tag for tag in rules.MUST_NOT_FOLLOW if tag in consequences)
        record.append(IfNoStated(statement, threats))
        record.result = statement
    return statement


def sign_if_no(db: Session, dialogue: str, statement: str, *, by: Viewer, at: datetime, once: str) -> None:
    """Sign the newest statement for one's side, or as chair. Raises NotFound while there is none."""
    with recording(db, dialogue, by=by, at=at, once=once) as record:
        standing_of(db, dialogue).ensure_open()
        view = if_no_of(db, dialogue)
        if view is None:
            raise NotFound
        side = by.side or CHAIR
        rules.ensure_may_sign(
            may=by.holds(Role.DELEGATE if by.side else Role.CHAIR),
            same=statement == view.statement,
            signed=side in view.signed,
        )
        record.append(IfNoSigned(statement, side))
