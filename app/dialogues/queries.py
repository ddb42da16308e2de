"""Reading peace tables: those of one person, the seat of one person, the numbers in force."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlmodel import Session, col, func, select

from app.dialogues import rules
from app.dialogues.lifecycle import Stage
from app.dialogues.tables import Dialogue
from app.foundation.clock import from_text
from app.foundation.errors import NotFound
from app.parties.queries import sides_of, viewer_of
from app.parties.tables import SeatHeld
from app.record.facts.dialogues import DialogueEnded, ThresholdsFrozen
from app.recordkeeping.reading import body_of, entries_of
from app.recordkeeping.tables import ForgottenLog
from app.web.frame import Seated, SignedIn
from app.web.i18n import language


@dataclass(frozen=True, slots=True)
class DialogueLine:
    """One peace table in a list."""

    id: str
    khmer: str
    latin: str
    province: str
    stage: int
    ended: str

    @property
    def title(self) -> str:
        """The title in the reader's language."""
        return self.khmer if language() == "km" else self.latin


def stage_at(row: Dialogue, now: datetime) -> int:
    """The stop of the path at a moment: from cooling-off to review no entry is written (settled.md 14)."""
    over = row.withdraw_until and now >= from_text(row.withdraw_until)
    return int(Stage.REVIEW) if row.stage == Stage.MAY_WITHDRAW and over else row.stage


def seated(db: Session, dialogue: str, signed_in: SignedIn, now: datetime) -> Seated:
    """A person's place in a dialogue. Raises NotFound when there is no such table for this person."""
    row = db.get(Dialogue, dialogue)
    viewer = viewer_of(db, dialogue, signed_in.person) if row else None
    if row is None or viewer is None:
        raise NotFound
    return Seated(
        viewer=viewer,
        dialogue=dialogue,
        khmer=row.khmer,
        latin=row.latin,
        stage=stage_at(row, now),
        ended=row.ended,
        paused_since=from_text(row.paused_since) if row.paused_since else None,
        signed_in=signed_in,
    )


def dialogues_of(db: Session, person: str, now: datetime) -> list[DialogueLine]:
    """The peace tables at which a person has a seat, newest first, each where it stands at this moment."""
    mine = select(SeatHeld.dialogue).where(SeatHeld.person == person)
    query = select(Dialogue).where(col(Dialogue.dialogue).in_(mine)).order_by(col(Dialogue.position).desc())
    return [
        DialogueLine(row.dialogue, row.khmer, row.latin, row.province, stage_at(row, now), row.ended)
        for row in db.exec(query)
    ]


def dialogue_row(db: Session, dialogue: str) -> Dialogue:
    """The row of one peace table. Raises NotFound."""
    row = db.get(Dialogue, dialogue)
    if row is None:
        raise NotFound
    return row


def next_position(db: Session) -> int:
    """The place of the next peace table in the order of opening; no place, and so no id, is given twice."""
    opened = db.exec(select(func.coalesce(func.max(col(Dialogue.position)), -1))).one()
    forgotten = db.exec(select(func.coalesce(func.max(col(ForgottenLog.position)), -1))).one()
    return int(max(opened, forgotten)) + 1


def thresholds_of(db: Session, dialogue: str) -> ThresholdsFrozen | None:
    """The newest frozen numbers of a dialogue, or None while they are open."""
    frozen = [e.fact for e in entries_of(db, dialogue, [""]) if isinstance(e.fact, ThresholdsFrozen)]
    return frozen[-1] if frozen else None


def closures_in(frozen: ThresholdsFrozen) -> frozenset[date]:
    """The closed days of a dialogue."""
    return frozenset(date.fromisoformat(day) for day in frozen.closures)


def statement_of(db: Session, dialogue: str) -> dict[str, Any]:
    """The closing statement: what all keep in both languages, the last day of the standstill (ISO or ''), and the
    closing report in counts; empty while the table is open."""
    digest = statement_digest(db, dialogue)
    found: dict[str, Any] = json.loads(body_of(db, dialogue, digest)) if digest else {}
    return found


def statement_digest(db: Session, dialogue: str) -> str:
    """The digest of the closing statement; '' while the table is open."""
    ended = [e.fact for e in entries_of(db, dialogue, [""]) if isinstance(e.fact, DialogueEnded)]
    return ended[-1].statement if ended else ""


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether the talks of a table go on: not ended, no pause, no side has left."""

    ended: str
    paused: bool
    side_left: bool

    @property
    def stopped(self) -> bool:
        """Has the table ended, or are its talks over because a side has left? A pause is neither."""
        return bool(self.ended) or self.side_left

    def ensure_talks_go_on(self) -> None:
        """Refuse what a pause, a leaving or an ending closes: tabling, accepting, changing, signing."""
        rules.ensure_talks_go_on(ended=self.ended, paused=self.paused, side_left=self.side_left)

    def ensure_open(self) -> None:
        """Refuse what only an ending closes."""
        rules.ensure_open(ended=self.ended)


def standing_of(db: Session, dialogue: str) -> Standing:
    """How a table stands at this moment; ask under the lock."""
    row = dialogue_row(db, dialogue)
    return Standing(row.ended, bool(row.pause), any(side.left for side in sides_of(db, dialogue)))
