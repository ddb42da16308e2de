"""Facts about who is at the table: persons, sides, seats, and those who must decide."""

from dataclasses import dataclass

from app.record.facts.shape import Fact


@dataclass(frozen=True, slots=True)
class PersonIntroduced(Fact):
    """A person was introduced to this dialogue; the name stands in the sealed place."""

    person: str


@dataclass(frozen=True, slots=True)
class SideNamed(Fact):
    """A side of the table was named; its name stands in the sealed place. kind: family, community, company,
    authority, powerful_person."""

    side: str
    kind: str


@dataclass(frozen=True, slots=True)
class RoleGiven(Fact):
    """A person was given a seat; `side` is '' for those who belong to no side."""

    person: str
    role: str
    side: str


@dataclass(frozen=True, slots=True)
class RoleEnded(Fact):
    """A person's seat ended."""

    person: str
    role: str


@dataclass(frozen=True, slots=True)
class DeciderListed(Fact):
    """A person whose own yes is needed: an owner, a spouse or another co-holder (CAP-1).

    `because`: holder, spouse, heir, tenant, representative. `adult`: yes, no, unknown (18 years).
    """

    side: str
    person: str
    because: str
    adult: str


@dataclass(frozen=True, slots=True)
class DecidersClosed(Fact):
    """The list of a side's deciders is complete, with its count, so that a dropped line never helps."""

    side: str
    count: int


@dataclass(frozen=True, slots=True)
class TakingPartAgreed(Fact):
    """A person agreed to take part, knowing that it may stop at any time (CONSENT-PROC-1). Binds nobody."""

    side: str


@dataclass(frozen=True, slots=True)
class TakingPartEnded(Fact):
    """A person no longer takes part. No reason is asked."""

    side: str


FACTS: tuple[type[Fact], ...] = (
    PersonIntroduced,
    SideNamed,
    RoleGiven,
    RoleEnded,
    DeciderListed,
    DecidersClosed,
    TakingPartAgreed,
    TakingPartEnded,
)
