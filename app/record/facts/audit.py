"""Facts of the monitor's review, and the node's register of heads."""

from dataclasses import dataclass
from typing import ClassVar

from app.record.facts.shape import Fact


@dataclass(frozen=True, slots=True)
class EvidenceAsked(Fact):
    """The monitor asked for evidence on one rule; the words stand in the sealed place."""

    ABOUT: ClassVar[str] = "agreement"
    agreement: str
    rule: str


@dataclass(frozen=True, slots=True)
class RuleCleared(Fact):
    """The monitor cleared a rule that needs it, in writing; the reason stands in the sealed place."""

    ABOUT: ClassVar[str] = "agreement"
    agreement: str
    rule: str


@dataclass(frozen=True, slots=True)
class ReviewPutOff(Fact):
    """The review goes on to the next release slot."""

    ABOUT: ClassVar[str] = "agreement"
    agreement: str


@dataclass(frozen=True, slots=True)
class AgreementReturned(Fact):
    """The agreement goes back to the table for a new reading."""

    ABOUT: ClassVar[str] = "agreement"
    agreement: str


@dataclass(frozen=True, slots=True)
class AgreementReleased(Fact):
    """The result of the review was released at a slot; `size` is the number of entries it judged."""

    ABOUT: ClassVar[str] = "agreement"
    agreement: str
    text: str
    size: int


@dataclass(frozen=True, slots=True)
class OfferLookedThrough(Fact):
    """The monitor looked through an offer whose words ask for it; what she found stands in the sealed place.

    `tags` as in TextScanned: gives_up_claim, release_from_detention, drop_criminal_charge, stop_arrests,
    withdraw_summons, forbids_speech."""

    ABOUT: ClassVar[str] = "offer"
    offer: str
    terms: str
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HeadNoted(Fact):
    """In the node's register: the head of one dialogue's log, so that a whole dialogue cannot vanish."""

    ABOUT: ClassVar[str] = "log"
    log: str
    size: int
    root: str


FACTS: tuple[type[Fact], ...] = (
    EvidenceAsked,
    RuleCleared,
    ReviewPutOff,
    AgreementReturned,
    AgreementReleased,
    OfferLookedThrough,
    HeadNoted,
)
