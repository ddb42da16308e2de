"""Facts about sessions (meetings): schedule, invitations, agenda, the chair's review, positions."""

from dataclasses import dataclass
from typing import ClassVar

from app.record.facts.shape import Fact


@dataclass(frozen=True, slots=True)
class SessionPlanned(Fact):
    """A session was planned. Instants are UTC; `room` is an identifier of the office's list of places."""

    ABOUT: ClassVar[str] = "session"
    session: str
    number: int
    starts: str
    ends: str
    room: str


@dataclass(frozen=True, slots=True)
class SessionMoved(Fact):
    """A session got another time or place; the reason stands in the sealed place."""

    ABOUT: ClassVar[str] = "session"
    session: str
    starts: str
    ends: str
    room: str


@dataclass(frozen=True, slots=True)
class SessionCancelled(Fact):
    """A session will not be held; the reason stands in the sealed place."""

    ABOUT: ClassVar[str] = "session"
    session: str


@dataclass(frozen=True, slots=True)
class InvitationDelivered(Fact):
    """An invitation reached persons the same way at the entry's `when`.

    `how`: by_hand, telephone, message, post. `carrier`: staff, paralegal, village_chief, commune_clerk, police,
    soldier, guard. The letter says that coming is voluntary (PRIOR-NOTICE-1); `count` closes the list.
    """

    ABOUT: ClassVar[str] = "session"
    session: str
    persons: tuple[str, ...]
    count: int
    how: str
    carrier: str
    read_aloud: bool


@dataclass(frozen=True, slots=True)
class InvitationAnswered(Fact):
    """A person said coming, absent or notyet; the word stands in the sealed place."""

    ABOUT: ClassVar[str] = "session"
    session: str


@dataclass(frozen=True, slots=True)
class AgendaVersioned(Fact):
    """A version of the agenda was saved. `agenda` is the digest of the file, immutable from now on."""

    ABOUT: ClassVar[str] = "session"
    session: str
    number: int
    agenda: str


@dataclass(frozen=True, slots=True)
class AgendaSentForReview(Fact):
    """One version of the agenda was put before the chair."""

    ABOUT: ClassVar[str] = "session"
    session: str
    agenda: str


@dataclass(frozen=True, slots=True)
class AgendaReviewed(Fact):
    """A chair's review, bound to one version. outcome: approved, approved_with_suggestions, returned,
    other_day, not_approved. `suggestions` is the digest of the words by item, or ''."""

    ABOUT: ClassVar[str] = "session"
    session: str
    agenda: str
    outcome: str
    suggestions: str


@dataclass(frozen=True, slots=True)
class SuggestionAnswered(Fact):
    """The facilitator took or declined a chair's suggestion on one item; both stay."""

    ABOUT: ClassVar[str] = "session"
    session: str
    review: int
    item: str
    taken: bool


@dataclass(frozen=True, slots=True)
class AgendaDelivered(Fact):
    """One version of the agenda reached persons the same way at the entry's `when`."""

    ABOUT: ClassVar[str] = "session"
    session: str
    agenda: str
    persons: tuple[str, ...]
    count: int
    how: str


@dataclass(frozen=True, slots=True)
class SessionOpened(Fact):
    """The session began."""

    ABOUT: ClassVar[str] = "session"
    session: str


@dataclass(frozen=True, slots=True)
class SessionClosed(Fact):
    """The session ended."""

    ABOUT: ClassVar[str] = "session"
    session: str


@dataclass(frozen=True, slots=True)
class PositionStated(Fact):
    """A side said what it wants on one item, in its own words. audience: side or table."""

    ABOUT: ClassVar[str] = "position"
    position: str
    side: str
    version: int
    words: str
    audience: str


FACTS: tuple[type[Fact], ...] = (
    SessionPlanned,
    SessionMoved,
    SessionCancelled,
    InvitationDelivered,
    InvitationAnswered,
    AgendaVersioned,
    AgendaSentForReview,
    AgendaReviewed,
    SuggestionAnswered,
    AgendaDelivered,
    SessionOpened,
    SessionClosed,
    PositionStated,
)
