"""Everything that can be done about invitations. One verb, one function, one transaction."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from app.access.viewer import Viewer
from app.foundation.errors import NotFound
from app.record.facts.sessions import InvitationAnswered, InvitationDelivered
from app.recordkeeping.recording import recording
from app.sessions.queries.invitations import first_planned, invited_people
from app.sessions.queries.schedule import session_view
from app.sessions.rules import invitations as rules
from app.web.words import day_time


@dataclass(frozen=True, slots=True)
class Delivery:
    """How a letter reached persons. `how`: by_hand, telephone, message, post; `carrier` as in the fact."""

    persons: Collection[str]
    how: str
    carrier: str
    read_aloud: bool
    when: datetime


def record_delivery(
    db: Session, dialogue: str, session: str, delivery: Delivery, *, by: Viewer, at: datetime, once: str
) -> str:
    """Write one entry for all persons whom the letter reached the same way. Returns the session's id."""
    with recording(db, dialogue, by=by, at=at, once=once) as record:
        session_view(db, dialogue, session)
        planned = first_planned(db, dialogue, session)
        rules.ensure_has_happened(
            delivery.when, planned=planned, now=record.at, planned_words=day_time(planned)
        )
        known = [one.id for one in invited_people(db, dialogue)]
        if set(delivery.persons) - set(known):
            raise NotFound
        persons = tuple(one for one in known if one in delivery.persons)
        record.append(
            InvitationDelivered(
                session, persons, len(persons), delivery.how, delivery.carrier, delivery.read_aloud
            ),
            when=delivery.when,
        )
        record.result = session
    return session


def answer_invitation(
    db: Session, dialogue: str, session: str, answer: str, *, by: Viewer, at: datetime, once: str
) -> str:
    """Say coming, absent or notyet, for oneself. Staying away is an exit: no clock stands in its way."""
    with recording(db, dialogue, by=by, at=at, once=once, is_exit=answer == "absent") as record:
        view = session_view(db, dialogue, session)
        is_invited = any(one.id == by.person for one in invited_people(db, dialogue))
        rules.ensure_may_answer(status=view.status, is_invited=is_invited)
        record.append(InvitationAnswered(session), words=answer)
        record.result = session
    return session
