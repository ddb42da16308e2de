"""Reading invitations: who is invited, whom the letter has reached and how early, who answered what."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from app.access.viewer import Viewer
from app.foundation.roles import Role
from app.parties.queries import PersonView, people_of, sides_of
from app.record.entry import Entry
from app.record.facts.dialogues import DialogueOpened, ThresholdsFrozen
from app.record.facts.sessions import (
    InvitationAnswered,
    InvitationDelivered,
    SessionCancelled,
    SessionMoved,
    SessionPlanned,
)
from app.recordkeeping.reading import entries_of, place_of, places_of
from app.sessions.queries.schedule import SessionView, limits_of
from app.sessions.rules.invitations import Notice, days_in_force, notice_of

_INVITES = {Role.FACILITATOR, Role.MEDIATOR, Role.MONITOR, Role.SAFEGUARD_OFFICER}
"""Seats that get no letter: the office sends it, the monitor is not in the room."""


@dataclass(frozen=True, slots=True)
class Invited:
    """A person with the first letter that reached them, its notice, and the newest answer ('' for none).

    `side_name` is '' for those on no side. `before_move`: the letter names an earlier time of this session; the
    new one must be told.
    """

    person: PersonView
    side_name: str
    reached: datetime | None
    how: str
    carrier: str
    read_aloud: bool
    notice: Notice | None
    before_move: bool
    answer: str


def invited_people(db: Session, dialogue: str) -> list[PersonView]:
    """Everybody who gets a letter to a session of this table: the sides first, in their own order."""
    order = [side.id for side in sides_of(db, dialogue)]
    invited = [one for one in people_of(db, dialogue) if set(one.roles) - _INVITES]
    return sorted(invited, key=lambda one: order.index(one.side) if one.side else len(order))


def letter_stands_on(db: Session, dialogue: str, session: str) -> tuple[str, int]:
    """The file in which the table's matter stands, and how many entries there were with the newest plan of this
    session: what the letter tells.
    """
    entries = entries_of(db, dialogue, ["", session])
    matter = next(entry.fact.matter for entry in entries if isinstance(entry.fact, DialogueOpened))
    planned = [
        entry.number
        for entry in entries
        if isinstance(entry.fact, SessionPlanned | SessionMoved) and entry.fact.session == session
    ]
    return matter, planned[-1] + 1


def invited_to(db: Session, dialogue: str, session: SessionView) -> list[Invited]:
    """Everybody who is invited to one session, with letter, notice and answer. For staff."""
    entries = entries_of(db, dialogue, [session.id])
    limits = limits_of(db, dialogue)
    frozen = [
        (entry.at, entry.fact.invite_min_days)
        for entry in entries_of(db, dialogue, [""])
        if isinstance(entry.fact, ThresholdsFrozen)
    ]
    moved = _last_set(entries)
    answers = answers_to(db, dialogue, entries)
    sides = {side.id: side.name for side in sides_of(db, dialogue)}
    found = []
    for person in invited_people(db, dialogue):
        letters = [
            (entry, entry.fact)
            for entry in entries
            if isinstance(entry.fact, InvitationDelivered) and person.id in entry.fact.persons
        ]
        entry, letter = min(letters, key=lambda one: one[0].when) if letters else (None, None)
        notice = None
        if entry is not None:
            days = days_in_force(frozen, entry.when, limits.invite_min_days)
            notice = notice_of(entry.when, session.starts, days, limits.closures)
        found.append(
            Invited(
                person=person,
                side_name=sides.get(person.side, ""),
                reached=entry.when if entry else None,
                how=letter.how if letter else "",
                carrier=letter.carrier if letter else "",
                read_aloud=bool(letter and letter.read_aloud),
                notice=notice,
                before_move=bool(letters) and all(one.number < moved for one, _ in letters),
                answer=answers.get(person.id, ""),
            )
        )
    return found


def answers_to(db: Session, dialogue: str, entries: list[Entry]) -> dict[str, str]:
    """The newest answer of each person since the session was last set to its time. For staff."""
    moved = _last_set(entries)
    newest = {
        entry.by: entry
        for entry in entries
        if isinstance(entry.fact, InvitationAnswered) and entry.number > moved
    }
    places = places_of(db, dialogue, [entry.number for entry in newest.values()])
    return {person: place_of(places, entry, "words") for person, entry in newest.items()}


def own_answer(db: Session, dialogue: str, session: str, viewer: Viewer) -> str:
    """What this person said about coming, or ''."""
    mine = [
        entry
        for entry in entries_of(db, dialogue, [session])
        if not isinstance(entry.fact, InvitationAnswered) or entry.by == viewer.person
    ]
    return answers_to(db, dialogue, mine).get(viewer.person, "")


def unreached_of(db: Session, dialogue: str, session: SessionView | None = None) -> dict[str, str]:
    """Those whom no letter to this session has reached: id -> name; everybody for a session not yet planned."""
    if session is None:
        return {one.id: one.name for one in invited_people(db, dialogue)}
    return {
        one.person.id: one.person.name for one in invited_to(db, dialogue, session) if one.reached is None
    }


def first_planned(db: Session, dialogue: str, session: str) -> datetime:
    """When the session was planned, whatever became of it since: from then on there is something to invite to."""
    entries = entries_of(db, dialogue, [session])
    return next(entry.at for entry in entries if isinstance(entry.fact, SessionPlanned))


def last_change(db: Session, dialogue: str, session: str) -> datetime:
    """When the session was planned, last moved, or cancelled: nothing that tells of letters and answers."""
    return max(
        entry.at
        for entry in entries_of(db, dialogue, [session])
        if isinstance(entry.fact, SessionPlanned | SessionMoved | SessionCancelled)
    )


def _last_set(entries: list[Entry]) -> int:
    """The number of the entry that gave the session its present time."""
    return max(
        (entry.number for entry in entries if isinstance(entry.fact, SessionPlanned | SessionMoved)),
        default=-1,
    )
