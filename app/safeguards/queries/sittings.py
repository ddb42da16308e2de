"""Reading the sitting of one session: what its sheets say so far, and what a fresh sheet begins with."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from urllib.parse import urlencode

from sqlmodel import Session

from app.access.viewer import Viewer
from app.dialogues.record_view import entry_views
from app.foundation.clock import local
from app.foundation.roles import Role
from app.parties.queries import Named, PersonView, people_of, sides_of
from app.record.entry import Entry
from app.record.facts import Fact
from app.record.facts.sessions import SessionClosed, SessionOpened
from app.record.facts.sittings import (
    AttendanceNoted,
    BreakHeld,
    HeadHandedOut,
    LeaveAsked,
    RoomChecked,
    SittingNoted,
    SpeakingTimed,
    TreatmentNoted,
    UltimatumNoted,
)
from app.recordkeeping.heads import spoken_head
from app.recordkeeping.reading import entries_of
from app.safeguards.rules.sittings import MOMENTS
from app.sessions.queries.schedule import SessionView, limits_of, needed_of
from app.web.frame import Seated

IN_THE_ROOM = (
    Role.FACILITATOR,
    Role.MEDIATOR,
    Role.WITNESS,
    Role.OBSERVER,
    Role.MONITOR,
    Role.SAFEGUARD_OFFICER,
)
"""Seats that fill this sheet, as app/access/pens.py says."""
COUNTED = (
    AttendanceNoted,
    RoomChecked,
    LeaveAsked,
    BreakHeld,
    SpeakingTimed,
    TreatmentNoted,
    UltimatumNoted,
)
"""What the closing line of a sheet counts, so that nothing can be left out unseen."""
NOON = time(12)


@dataclass(frozen=True, slots=True)
class Spoken:
    """How long one side spoke so far ('' for chair and office)."""

    side: str
    name: str
    minutes: int
    women: int


@dataclass(frozen=True, slots=True)
class Saved:
    """A sheet that was saved: when, and when it happened where it was entered later."""

    by: str
    at: datetime
    when: datetime
    later: bool


@dataclass(frozen=True, slots=True)
class SittingView:
    """What is noted of one session. `came` is the newest attendance; `checked` the moments looked at."""

    session: SessionView
    sides: tuple[Named, ...]
    people: tuple[PersonView, ...]
    came: AttendanceNoted | None
    rooms: tuple[RoomChecked, ...]
    leaves: tuple[int, ...]
    breaks: tuple[int, ...]
    spoken: tuple[Spoken, ...]
    treated: TreatmentNoted | None
    ultimatums: int
    handed: frozenset[str]
    saved: tuple[Saved, ...]
    opened: datetime | None
    closed: datetime | None

    @property
    def checked(self) -> frozenset[str]:
        """The moments at which the room was looked at."""
        return frozenset(one.moment for one in self.rooms)

    @property
    def attending(self) -> tuple[PersonView, ...]:
        """Those of the table who came; everybody who is needed while nothing is noted."""
        return tuple(one for one in self.people if self.came is None or one.id in self.came.persons)

    def due_moments(self, now: datetime) -> list[str]:
        """The moments a fresh sheet ticks: those that have come and were not looked at yet."""
        begun, until = local(self.opened or self.session.starts), local(self.closed or now)
        noon = datetime.combine(begun.date(), NOON, begun.tzinfo)
        come = {"opening": True, "midday": begun < noon < until, "close": self.closed is not None}
        return [one for one in MOMENTS if come[one] and one not in self.checked]


def counted_in(entries: list[Entry], session: str) -> int:
    """How many entries of sheets this session has."""
    return sum(isinstance(one.fact, COUNTED) and one.fact.about == session for one in entries)


def sheets_in(entries: list[Entry]) -> int:
    """How often the sheet of this session was saved."""
    return sum(isinstance(one.fact, SittingNoted) for one in entries)


def facts_in(entries: list[Entry]) -> list[Fact]:
    """The facts of these entries."""
    return [one.fact for one in entries]


def lasted(entries: list[Entry], now: datetime) -> int:
    """Whole minutes from the opening of a session to its close, or to now."""
    opened = [one.when for one in entries if isinstance(one.fact, SessionOpened)]
    closed = [one.when for one in entries if isinstance(one.fact, SessionClosed)]
    return int(((closed[-1] if closed else now) - opened[0]).total_seconds() // 60) if opened else 0


def opened_at(entries: list[Entry]) -> int:
    """The number of the entry that opened the session; -1 while it is planned."""
    return next((one.number for one in entries if isinstance(one.fact, SessionOpened)), -1)


def sitting_of(db: Session, dialogue: str, view: SessionView) -> SittingView:
    """What the sheets of this session say so far. For those who fill them."""
    entries = entries_of(db, dialogue, [view.id])
    facts = facts_in(entries)
    names = {one.id: one.name for one in people_of(db, dialogue)}
    sides = tuple(Named(one.id, one.khmer, one.latin) for one in sides_of(db, dialogue))
    spoken = {one.side: one for one in facts if isinstance(one, SpeakingTimed)}
    order = [(one.id, one.name) for one in sides] + [("", "")]
    return SittingView(
        session=view,
        sides=sides,
        people=tuple(needed_of(db, dialogue)),
        came=next((one for one in reversed(facts) if isinstance(one, AttendanceNoted)), None),
        rooms=tuple(one for one in facts if isinstance(one, RoomChecked)),
        leaves=tuple(one.minutes for one in facts if isinstance(one, LeaveAsked)),
        breaks=tuple(one.minutes for one in facts if isinstance(one, BreakHeld)),
        spoken=tuple(
            Spoken(side, name, spoken[side].minutes, spoken[side].women_minutes)
            for side, name in order
            if side in spoken
        ),
        treated=next((one for one in reversed(facts) if isinstance(one, TreatmentNoted)), None),
        ultimatums=sum(isinstance(one, UltimatumNoted) for one in facts),
        handed=frozenset(side for one in facts if isinstance(one, HeadHandedOut) for side in one.sides),
        saved=tuple(
            Saved(names.get(one.by, "…"), one.at, one.when, one.via == "PAPER")
            for one in entries
            if isinstance(one.fact, SittingNoted)
        ),
        opened=next((one.when for one in entries if isinstance(one.fact, SessionOpened)), None),
        closed=next((one.when for one in reversed(entries) if isinstance(one.fact, SessionClosed)), None),
    )


@dataclass(frozen=True, slots=True)
class HeadView:
    """The end of the record as one person may read it: its digits and when its newest entry was written.

    A head that moved with every hidden entry would tell that somebody took a yes back (settled.md 3); for the same
    reason the number of entries is not printed: it stands in the record, at the entry of the handing-out.
    """

    digits: str
    at: datetime


def head_for(db: Session, seat: Seated) -> HeadView:
    """The head up to the newest entry this person may read."""
    (newest,) = entry_views(db, seat, most=1)
    return HeadView(spoken_head(db, seat.dialogue, newest.number + 1), newest.at)


def next_session_address(db: Session, dialogue: str, view: SessionView, now: datetime) -> str:
    """Where the next session is planned from this one: the same weekday, hours and place, as soon as the notice
    allows; the agenda then begins with this one's, and with what is still open.
    """
    limits = limits_of(db, dialogue)
    starts, ends = local(view.starts), local(view.ends)
    earliest = max(
        local(now).date() + timedelta(days=limits.invite_min_days + 1), starts.date() + timedelta(days=1)
    )
    day = earliest + timedelta(days=(starts.weekday() - earliest.weekday()) % 7)
    while day in limits.closures:
        day += timedelta(days=7)
    chosen = {
        "on_day": day.day,
        "on_month": day.month,
        "on_year": day.year,
        "starts": f"{starts:%H:%M}",
        "ends": f"{ends:%H:%M}",
        "room": view.room.id,
    }
    return f"/dialogues/{dialogue}/sessions/new?{urlencode(chosen)}"


def may_fill(viewer: Viewer) -> bool:
    """May this person fill the sheets of sittings?"""
    return viewer.holds(*IN_THE_ROOM)
