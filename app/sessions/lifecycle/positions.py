"""What a stated position does to its row: the newest version stands there, all stay in the record."""

from sqlmodel import Session

from app.access.reading import audience_of
from app.foundation.clock import to_text
from app.record.facts import sessions
from app.recordkeeping.projections import Opened, projects
from app.sessions.tables import Position


@projects(sessions.PositionStated)
def _stated(db: Session, fact: sessions.PositionStated, opened: Opened) -> None:
    said = opened.body(fact.words)
    row = db.get(Position, (opened.dialogue, fact.position))
    if row is None:
        row = Position(
            dialogue=opened.dialogue,
            position=fact.position,
            side=fact.side,
            item="",
            version=0,
            words="",
            audience="",
            stated_at="",
            order=opened.entry.number,
        )
        db.add(row)
    row.item, row.words, row.version = said["item"], said["words"], fact.version
    row.audience = audience_of(fact, opened.entry.by)
    row.stated_at = to_text(opened.entry.when)
