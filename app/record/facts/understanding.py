"""Facts about how a text reached people: read aloud, understood, scanned, signed in which room, copy taken."""

from dataclasses import dataclass
from typing import ClassVar

from app.record.facts.shape import Fact


@dataclass(frozen=True, slots=True)
class RecordingBound(Fact):
    """A recording of an offer's terms or a text in one language; `recording` is the digest of its bytes."""

    ABOUT: ClassVar[str] = "matter"
    matter: str
    version: str
    recording: str
    language: str


@dataclass(frozen=True, slots=True)
class RecordingChanged(Fact):
    """Another recording took the place of `replaces`: what was said or signed before it counts no more."""

    ABOUT: ClassVar[str] = "matter"
    matter: str
    version: str
    recording: str
    language: str
    replaces: str


@dataclass(frozen=True, slots=True)
class AnswerWitnessed(Fact):
    """A person laid a card on the table; the witness confirms by own hand. The choice stands in the sealed place."""

    ABOUT: ClassVar[str] = "matter"
    matter: str
    version: str
    person: str


@dataclass(frozen=True, slots=True)
class LiteracyNoted(Fact):
    """Whether a person reads; the word (fluent, little, cannot) stands in the sealed place."""

    person: str


@dataclass(frozen=True, slots=True)
class ReadingHeld(Fact):
    """The whole fixed text was read aloud; the writer is the witness who was there all the time (INF-READ-1).

    `interpreter` is a person or '' where the reader spoke the listeners' language; instants are UTC.
    """

    ABOUT: ClassVar[str] = "agreement"
    agreement: str
    text: str
    persons: tuple[str, ...]
    count: int
    reader: str
    interpreter: str
    language: str
    starts: str
    ends: str


@dataclass(frozen=True, slots=True)
class UnderstandingShown(Fact):
    """Teach-back: how many of five questions a person answered rightly, and whether they know what they give up."""

    ABOUT: ClassVar[str] = "agreement"
    agreement: str
    text: str
    person: str
    correct: int
    knows_claims: bool


@dataclass(frozen=True, slots=True)
class AdviceOffered(Fact):
    """Independent advice was offered to persons; those who took it."""

    ABOUT: ClassVar[str] = "agreement"
    agreement: str
    persons: tuple[str, ...]
    taken: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TextScanned(Fact):
    """What the clauses contain. `tags`: gives_up_claim, release_from_detention, drop_criminal_charge,
    stop_arrests, withdraw_summons, forbids_speech. None of the middle four may ever be exchanged (FREE-LIBERTY-1)."""

    ABOUT: ClassVar[str] = "agreement"
    agreement: str
    text: str
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SigningRoomNoted(Fact):
    """Who was in the room when a person signed: counts by side, and whether a support person was offered."""

    ABOUT: ClassVar[str] = "agreement"
    agreement: str
    text: str
    person: str
    own_side: int
    other_side: int
    officials: int
    support_offered: bool
    mark: str


@dataclass(frozen=True, slots=True)
class ReleaseMarked(Fact):
    """A person marked separately what claims they give up (INF-RELEASE-1)."""

    ABOUT: ClassVar[str] = "agreement"
    agreement: str
    text: str


@dataclass(frozen=True, slots=True)
class CopyTaken(Fact):
    """Persons walked away with their own complete signed copy."""

    ABOUT: ClassVar[str] = "agreement"
    agreement: str
    text: str
    persons: tuple[str, ...]
    count: int


FACTS: tuple[type[Fact], ...] = (
    RecordingBound,
    RecordingChanged,
    AnswerWitnessed,
    LiteracyNoted,
    ReadingHeld,
    UnderstandingShown,
    AdviceOffered,
    TextScanned,
    SigningRoomNoted,
    ReleaseMarked,
    CopyTaken,
)
