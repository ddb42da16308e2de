"""A side answers the minutes of a session. One verb, one function, one transaction."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session

from app.access.viewer import Viewer
from app.record.facts.sittings import MinutesAnswered
from app.recordkeeping.recording import recording
from app.safeguards.queries.minutes import newest_minutes
from app.safeguards.rules import minutes as rules
from app.sessions.queries.schedule import session_view


def answer_minutes(
    db: Session,
    dialogue: str,
    session: str,
    minutes: str,
    standing: str,
    objections: Sequence[str],
    *,
    by: Viewer,
    at: datetime,
    once: str,
) -> None:
    """Confirm, confirm with words beside, or not confirm. `minutes` is the digest that was read; `objections` are
    the words beside each paragraph, in order, '' for none. Not confirming is an exit: no clock stands in its way.
    """
    is_exit = standing == rules.REFUSED
    with recording(db, dialogue, by=by, at=at, once=once, is_exit=is_exit) as record:
        session_view(db, dialogue, session)
        newest = newest_minutes(record.entries(session))
        rules.ensure_may_answer(side=by.side, read=minutes, newest=newest[1] if newest else "")
        rules.ensure_fits(standing, objections)
        said = [{"paragraph": number, "words": words} for number, words in enumerate(objections, 1) if words]
        kept = record.keep_body({"minutes": minutes, "objections": said}) if said else ""
        record.append(MinutesAnswered(session, minutes, by.side, standing, kept))
        record.result = session
