"""The Save of the sheet of a signing: each person's room and the copies they took, at once."""

from collections.abc import Sequence
from datetime import date, datetime, time

from sqlmodel import Session

from app.access.viewer import Viewer
from app.agreements.queries.texts import agreement_row
from app.dialogues.queries import standing_of
from app.foundation.errors import NotAllowed
from app.foundation.roles import Role
from app.record.facts.understanding import CopyTaken, SigningRoomNoted
from app.recordkeeping.recording import recording
from app.safeguards.queries.later import moment_in
from app.safeguards.queries.signing import signing_view
from app.safeguards.rules import signing as rules
from app.safeguards.rules.signing import RoomSeen


def note_signing(
    db: Session,
    dialogue: str,
    agreement: str,
    rooms: Sequence[RoomSeen],
    copies: Sequence[str],
    on: date | None,
    hour: time | None,
    *,
    by: Viewer,
    at: datetime,
    once: str,
) -> str:
    """Write down who was in the room for each signature, and who took a copy. Returns the agreement's id."""
    with recording(db, dialogue, by=by, at=at, once=once) as record:
        if not by.holds(Role.WITNESS):
            raise NotAllowed
        standing_of(db, dialogue).ensure_open()
        row = agreement_row(db, dialogue, agreement)
        view = signing_view(db, dialogue, agreement)
        rules.ensure_may_note(
            rooms,
            copies,
            waiting=frozenset(one.person.id for one in view.rooms),
            signers=frozenset(one.person.id for one in view.signers),
        )
        moment = moment_in(db, dialogue, on, hour, record.at)
        for room in rooms:
            noted = SigningRoomNoted(
                agreement,
                row.text,
                room.person,
                room.own,
                room.other,
                room.officials,
                room.support,
                room.mark,
            )
            record.append(noted, when=moment.when, via=moment.via)
        holders = tuple(sorted(set(copies)))
        if holders:
            taken = CopyTaken(agreement, row.text, holders, len(holders))
            record.append(taken, when=moment.when, via=moment.via)
        record.result = agreement
    return agreement
