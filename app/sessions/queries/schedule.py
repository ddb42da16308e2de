"""Reading the schedule: sessions of one table, rooms, and what stands against a time."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlmodel import Session, col, select

from app.dialogues.queries import closures_in, dialogue_row, thresholds_of
from app.dialogues.tables import Dialogue
from app.foundation.clock import at_local, from_text, local, to_text
from app.foundation.errors import NotFound
from app.foundation.roles import Role
from app.parties.queries import Named, PersonView, people_of
from app.parties.tables import SeatHeld
from app.recordkeeping.remembering import remembered
from app.sessions.rules.schedule import Busy, Limits, Wish
from app.sessions.tables import Meeting, Room
from app.voluntariness.thresholds import DAY_FROM, DAY_UNTIL, TRACKS
from app.web.i18n import language
from app.web.waits import MOST

_AWAY = (Role.MONITOR.value, Role.SAFEGUARD_OFFICER.value)
"""Seats that are not needed in the room."""
_STANDS = ("planned", "open")


@dataclass(frozen=True, slots=True)
class SessionView:
    """One session. `agenda`: digest of the newest version, `approved` the one a chair approved, '' for none."""

    id: str
    number: int
    starts: datetime
    ends: datetime
    room: Named
    status: str
    sequence: int
    agenda: str
    agenda_number: int
    in_review: str
    approved: str


@dataclass(frozen=True, slots=True)
class MonthSession:
    """A session in the calendar of one person, over all their tables."""

    dialogue: str
    khmer: str
    latin: str
    id: str
    number: int
    starts: datetime
    status: str

    @property
    def title(self) -> str:
        """The table's title in the reader's language."""
        return self.khmer if language() == "km" else self.latin


def rooms(db: Session) -> list[Named]:
    """The places of the office, in its own order."""
    return [Named(row.id, row.khmer, row.latin) for row in db.exec(select(Room).order_by(col(Room.position)))]


@remembered
def sessions_of(db: Session, dialogue: str) -> list[SessionView]:
    """The sessions of one table, in the order they were planned."""
    places = {room.id: room for room in rooms(db)}
    query = select(Meeting).where(Meeting.dialogue == dialogue).order_by(col(Meeting.number))
    return [_view(row, places) for row in db.exec(query)]


@remembered
def sessions_at_hand(db: Session, dialogue: str, now: datetime) -> list[SessionView]:
    """The next few sessions that stand, those whose time went by last, then the few that were held last."""
    places = {room.id: room for room in rooms(db)}
    here = select(Meeting).where(Meeting.dialogue == dialogue)
    over = col(Meeting.ends) <= to_text(now)
    stands = here.where(col(Meeting.status).in_(_STANDS)).order_by(over, col(Meeting.starts))
    held = here.where(Meeting.status == "closed").order_by(col(Meeting.starts).desc())
    return [_view(row, places) for query in (stands, held) for row in db.exec(query.limit(MOST))]


def session_view(db: Session, dialogue: str, session: str) -> SessionView:
    """One session. Raises NotFound."""
    row = db.get(Meeting, (dialogue, session))
    if row is None:
        raise NotFound
    return _view(row, {room.id: room for room in rooms(db)})


def open_session(db: Session, dialogue: str) -> SessionView | None:
    """The session of this table that is open now, or None."""
    return next((one for one in sessions_of(db, dialogue) if one.status == "open"), None)


def _view(row: Meeting, places: dict[str, Named]) -> SessionView:
    return SessionView(
        id=row.session,
        number=row.number,
        starts=from_text(row.starts),
        ends=from_text(row.ends),
        room=places.get(row.room, Named(row.room, row.room, row.room)),
        status=row.status,
        sequence=row.sequence,
        agenda=row.agenda,
        agenda_number=row.agenda_number,
        in_review=row.in_review,
        approved=row.approved,
    )


def limits_of(db: Session, dialogue: str) -> Limits:
    """What the table's numbers say about sessions; the track's least ones while the numbers are open."""
    frozen = thresholds_of(db, dialogue)
    if frozen is None:
        least = TRACKS[dialogue_row(db, dialogue).track or "S"]
        return Limits(
            least.invite_min_days,
            least.session_max_hours,
            time.fromisoformat(DAY_FROM),
            time.fromisoformat(DAY_UNTIL),
            frozenset(),
        )
    return Limits(
        frozen.invite_min_days,
        frozen.session_max_hours,
        time.fromisoformat(frozen.day_from),
        time.fromisoformat(frozen.day_until),
        closures_in(frozen),
    )


def needed_of(db: Session, dialogue: str) -> list[PersonView]:
    """Everybody who is needed in the room: all who sit at the table but monitor and safeguard officer."""
    return [one for one in people_of(db, dialogue) if any(role.value not in _AWAY for role in one.roles)]


FIRST_HOURS = (time(8, 30), time(11, 30))
"""When a first session is proposed: a morning, so that people are home by daylight."""


def proposed_wish(db: Session, dialogue: str, now: datetime) -> Wish | None:
    """What a new session begins from: twice the notice ahead, so that the letters can be brought in between; at the
    hours and the place of the last session. None where the office has no place.
    """
    earlier, places = sessions_of(db, dialogue), rooms(db)
    if not places:
        return None
    starts, ends = FIRST_HOURS
    if earlier:
        starts, ends = local(earlier[-1].starts).time(), local(earlier[-1].ends).time()
    day = local(now).date() + timedelta(days=2 * limits_of(db, dialogue).invite_min_days)
    return Wish(at_local(day, starts), at_local(day, ends), earlier[-1].room.id if earlier else places[0].id)


def busy_since(db: Session, now: datetime, besides: str = "") -> list[Busy]:
    """All sessions of the office that stand and are not over, but one; with those who are needed there."""
    query = select(Meeting).where(col(Meeting.status).in_(_STANDS), Meeting.session != besides)
    rows = [row for row in db.exec(query.order_by(col(Meeting.starts))) if from_text(row.ends) > now]
    tables = sorted({row.dialogue for row in rows})
    seats = db.exec(
        select(SeatHeld.dialogue, SeatHeld.person).where(
            col(SeatHeld.dialogue).in_(tables), col(SeatHeld.role).not_in(_AWAY)
        )
    )
    needed: dict[str, set[str]] = {}
    for table, person in seats:
        needed.setdefault(table, set()).add(person)
    return [
        Busy(from_text(row.starts), from_text(row.ends), row.room, frozenset(needed.get(row.dialogue, set())))
        for row in rows
    ]


def count_sessions(db: Session, dialogue: str) -> int:
    """How many sessions of this table were ever planned."""
    return len(sessions_of(db, dialogue))


def sessions_between(db: Session, person: str, since: str, until: str) -> list[MonthSession]:
    """The sessions of all tables where a person sits, from one instant (text) to another, cancelled ones too."""
    mine = select(SeatHeld.dialogue).where(SeatHeld.person == person)
    query = (
        select(Meeting, Dialogue)
        .join(Dialogue, col(Dialogue.dialogue) == col(Meeting.dialogue))
        .where(col(Meeting.dialogue).in_(mine), col(Meeting.starts) >= since, col(Meeting.starts) < until)
        .order_by(col(Meeting.starts), col(Dialogue.position))
    )
    return [
        MonthSession(
            row.dialogue, table.khmer, table.latin, row.session, row.number, from_text(row.starts), row.status
        )
        for row, table in db.exec(query)
    ]


def closures_of(db: Session, person: str) -> frozenset[date]:
    """The closed days of all tables where a person sits."""
    mine = sorted(set(db.exec(select(SeatHeld.dialogue).where(SeatHeld.person == person))))
    frozen = [thresholds_of(db, dialogue) for dialogue in mine]
    return frozenset().union(*(closures_in(one) for one in frozen if one is not None))
