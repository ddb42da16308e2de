"""Facts about offers, answers, texts and signatures."""

from dataclasses import dataclass
from typing import ClassVar

from app.record.facts.shape import Fact

CHOICES = ("accept", "refuse", "change", "longer", "revoke")
"""What a sealed answer says; all of one length, so that no size tells them apart. `revoke` takes back a yes."""


@dataclass(frozen=True, slots=True)
class IfNoStated(Fact):
    """What happens if somebody says no was written down (FREE-REFUSE-1). `consequences` lists what must not
    be there: eviction, aid_lost, prosecution, nothing_later."""

    statement: str
    consequences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IfNoSigned(Fact):
    """A side (or the chair, side '') signed that statement."""

    statement: str
    side: str


@dataclass(frozen=True, slots=True)
class OfferTabled(Fact):
    """A side put an offer on the table. `terms` is the digest of its rows; `counters` the offer it answers or ''."""

    ABOUT: ClassVar[str] = "offer"
    offer: str
    number: int
    side: str
    terms: str
    counters: str


@dataclass(frozen=True, slots=True)
class OfferWithdrawn(Fact):
    """The side that made the offer took it back."""

    ABOUT: ClassVar[str] = "offer"
    offer: str


@dataclass(frozen=True, slots=True)
class AnswerGiven(Fact):
    """A person answered an offer, or spoke about a fixed text. The choice stands in the sealed place.

    `matter` is the offer or agreement; `version` the digest of exactly what the person had before them.
    """

    ABOUT: ClassVar[str] = "matter"
    matter: str
    version: str


@dataclass(frozen=True, slots=True)
class OutcomeOpened(Fact):
    """What a side as a whole said to an offer: accepted, not_accepted, countered, more_time. Written by rule."""

    ABOUT: ClassVar[str] = "offer"
    offer: str
    side: str
    outcome: str


@dataclass(frozen=True, slots=True)
class TextFixed(Fact):
    """The text of an agreement was fixed. `replaces` is the digest of the text it supersedes, or ''."""

    ABOUT: ClassVar[str] = "agreement"
    agreement: str
    text: str
    languages: tuple[str, ...]
    offer: str
    replaces: str


@dataclass(frozen=True, slots=True)
class TextHandedOver(Fact):
    """Persons received their own copy of the fixed text at the entry's `when`, seen by the witness."""

    ABOUT: ClassVar[str] = "agreement"
    agreement: str
    text: str
    persons: tuple[str, ...]
    count: int
    language: str


@dataclass(frozen=True, slots=True)
class SignatureGiven(Fact):
    """A person signed one exact text in a signing session; provisional until release."""

    ABOUT: ClassVar[str] = "agreement"
    agreement: str
    text: str
    session: str
    language: str


@dataclass(frozen=True, slots=True)
class SignatureAttested(Fact):
    """The witness attested by own hand that this person signed this text freely, in that session."""

    ABOUT: ClassVar[str] = "agreement"
    agreement: str
    text: str
    session: str
    person: str


FACTS: tuple[type[Fact], ...] = (
    IfNoStated,
    IfNoSigned,
    OfferTabled,
    OfferWithdrawn,
    AnswerGiven,
    OutcomeOpened,
    TextFixed,
    TextHandedOver,
    SignatureGiven,
    SignatureAttested,
)
