"""Reading how a table stands when it is to be closed."""

from datetime import datetime

from sqlmodel import Session, select

from app.agreements.tables import Agreement
from app.parties.queries import sides_of
from app.safeguards.queries.follow_ups import follow_ups_of
from app.safeguards.queries.promises import promises_of
from app.safeguards.rules.closing import AtTheEnd


def at_the_end(db: Session, dialogue: str, now: datetime) -> AtTheEnd:
    """What decides in which state a table closes, or whether it goes on."""
    states = db.exec(select(Agreement.status).where(Agreement.dialogue == dialogue)).all()
    return AtTheEnd(
        side_left=any(side.left for side in sides_of(db, dialogue)),
        released="released" in states,
        text_waits=bool({"fixed", "signed"} & set(states)),
        promises=[one.state for one in promises_of(db, dialogue, now) if one.released],
        talks_open=any(one.open_people for one in follow_ups_of(db, dialogue)),
    )
