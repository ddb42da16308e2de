"""Facts about what was done around the table in one session: who came, the room, who spoke, minutes."""

from dataclasses import dataclass
from typing import ClassVar

from app.record.facts.shape import Fact


@dataclass(frozen=True, slots=True)
class AttendanceNoted(Fact):
    """Who was in the room, as one sheet: persons of the table, and counts of all who came; the newest counts.

    `left`: how many of them left before the end.
    """

    ABOUT: ClassVar[str] = "session"
    session: str
    persons: tuple[str, ...]
    count: int
    women: int
    men: int
    under_18: int
    over_60: int
    uniformed: int
    armed: int
    left: int


@dataclass(frozen=True, slots=True)
class RoomChecked(Fact):
    """The room was looked at. `moment`: opening, midday, close. `host`: neutral, party, police, company, district."""

    ABOUT: ClassVar[str] = "session"
    session: str
    moment: str
    armed: int
    uniformed: int
    exits_locked: bool
    phones_taken: bool
    host: str


@dataclass(frozen=True, slots=True)
class LeaveAsked(Fact):
    """Somebody asked to leave or to stop for a while; minutes until it was granted, -1 = refused. Nobody is named."""

    ABOUT: ClassVar[str] = "session"
    session: str
    minutes: int


@dataclass(frozen=True, slots=True)
class BreakHeld(Fact):
    """A break, in whole minutes."""

    ABOUT: ClassVar[str] = "session"
    session: str
    minutes: int


@dataclass(frozen=True, slots=True)
class SpeakingTimed(Fact):
    """How long a side spoke in the whole session, and of that its women; whole minutes; the newest counts.

    Side '' = chair and office.
    """

    ABOUT: ClassVar[str] = "session"
    session: str
    side: str
    minutes: int
    women_minutes: int


@dataclass(frozen=True, slots=True)
class TreatmentNoted(Fact):
    """Whether the sides sat, ate and were paid travel alike, and could bring advisers (EQUAL-TABLE-1)."""

    ABOUT: ClassVar[str] = "session"
    session: str
    seats_alike: bool
    meals_alike: bool
    money_alike: bool
    advisers_free: bool


@dataclass(frozen=True, slots=True)
class UltimatumNoted(Fact):
    """Somebody used words of an ultimatum; `source` is the seat: chair, party, office, other."""

    ABOUT: ClassVar[str] = "session"
    session: str
    source: str


@dataclass(frozen=True, slots=True)
class MinutesWritten(Fact):
    """Minutes of a session by paragraph; `minutes` is the digest of the file."""

    ABOUT: ClassVar[str] = "session"
    session: str
    minutes: str


@dataclass(frozen=True, slots=True)
class MinutesAnswered(Fact):
    """A side confirmed, reserved or refused the minutes; objections by paragraph are in the file."""

    ABOUT: ClassVar[str] = "session"
    session: str
    minutes: str
    side: str
    standing: str
    objections: str


@dataclass(frozen=True, slots=True)
class HeadHandedOut(Fact):
    """The end of the record was read out and printed on each side's copy: the number of entries it covered."""

    ABOUT: ClassVar[str] = "session"
    session: str
    size: int
    sides: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SittingNoted(Fact):
    """A sheet of this session was saved. `count`: how many entries of sheets this session has by then (attendance,
    room, leave, breaks, speaking, treatment, ultimatum), so that none of them can be left out unseen."""

    ABOUT: ClassVar[str] = "session"
    session: str
    count: int


FACTS: tuple[type[Fact], ...] = (
    AttendanceNoted,
    RoomChecked,
    LeaveAsked,
    BreakHeld,
    SpeakingTimed,
    TreatmentNoted,
    UltimatumNoted,
    MinutesWritten,
    MinutesAnswered,
    HeadHandedOut,
    SittingNoted,
)
