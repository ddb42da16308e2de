"""Facts about getting ready: what the parties were told, who speaks for whom, ties, ground rules, parcels."""

from dataclasses import dataclass

from app.record.facts.shape import Fact


@dataclass(frozen=True, slots=True)
class TableRequested(Fact):
    """Somebody asked for this peace table; their words stand in the sealed place. `asker`: community, company,
    authority, powerful_person, paralegal, office."""

    asker: str


@dataclass(frozen=True, slots=True)
class RequestAnswered(Fact):
    """The office answered the request: accepted or declined; reason and next step stand in the sealed place."""

    answer: str


@dataclass(frozen=True, slots=True)
class ParcelNamed(Fact):
    """A parcel the table is about; its name stands in the sealed place. `area` in square metres, 0 = unknown.

    `tenure`: private, state, communal_titled, communal_claimed, unknown. `holders` are those on the deciders' lists.
    """

    parcel: str
    tenure: str
    area: int
    holders: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProceedingNoted(Fact):
    """A parallel proceeding. `kind`: court, cadastral, human_rights, trade, other. `limit` is an ISO day or ''.

    `connected`: our own office acts in it for a side (NEU-DUALROLE-1). The side's adviser is told the limit."""

    proceeding: str
    kind: str
    side: str
    stage: str
    limit: str
    connected: bool


@dataclass(frozen=True, slots=True)
class TakingPartNoted(Fact):
    """Persons of a side said on a visit, before a witness, that they take part (CONSENT-PROC-1). Binds nobody."""

    side: str
    persons: tuple[str, ...]
    count: int


@dataclass(frozen=True, slots=True)
class RightsNoticeGiven(Fact):
    """Persons were given the rights notice, in writing and spoken, in one language."""

    persons: tuple[str, ...]
    count: int
    language: str


@dataclass(frozen=True, slots=True)
class GroundRulesAgreed(Fact):
    """A side agreed the ground rules (confidentiality, leaving, no reprisal) and the standstill."""

    side: str
    standstill: bool


@dataclass(frozen=True, slots=True)
class StandstillTermsAgreed(Fact):
    """How long a side's standstill goes on: while people talk, and so many whole days after the table has ended."""

    side: str
    days: int


@dataclass(frozen=True, slots=True)
class StandstillBreached(Fact):
    """A side changed facts on the ground in spite of the standstill; what happened is public. Where a public
    incident was entered with it, both have one id."""

    breach: str
    side: str


@dataclass(frozen=True, slots=True)
class StandstillRepaired(Fact):
    """A breach was put right."""

    breach: str


@dataclass(frozen=True, slots=True)
class MandateGiven(Fact):
    """Principals gave a representative a written mandate, its text attached (REP-MANDATE-1).

    `scope`: talk, accept, sign. `until` is an ISO day. `principals` are persons, or none with a witnessed count.
    """

    mandate: str
    side: str
    person: str
    principals: tuple[str, ...]
    count: int
    scope: tuple[str, ...]
    text: str
    until: str


@dataclass(frozen=True, slots=True)
class MandateWitnessed(Fact):
    """The witness saw the principals' marks under that mandate."""

    mandate: str


@dataclass(frozen=True, slots=True)
class MandateEnded(Fact):
    """A mandate was given back or revoked."""

    mandate: str


@dataclass(frozen=True, slots=True)
class PrivateTalkHeld(Fact):
    """Somebody independent talked with a person alone; nothing of what was said is here.

    `kind`: screening (before the first session) or confirmation (after signing).
    """

    person: str
    kind: str
    alone: bool
    language: str


@dataclass(frozen=True, slots=True)
class TieDisclosed(Fact):
    """Somebody with a neutral seat said which ties they have. `tie`: none, employment, kin, shares, past_work,
    gifts, authority. `office`: ours or other. `paid_by`: office, party, nobody. `fee_on_success` must be false."""

    tie: str
    office: str
    paid_by: str
    fee_on_success: bool


@dataclass(frozen=True, slots=True)
class TieAnswered(Fact):
    """A side answered a disclosed tie of a person: accepted or objected."""

    person: str
    side: str
    accepted: bool


@dataclass(frozen=True, slots=True)
class DualRoleStated(Fact):
    """The office told every side in writing that it also goes to court for communities."""

    connected: bool


@dataclass(frozen=True, slots=True)
class DualRoleAccepted(Fact):
    """A side accepted, in writing, that this office holds the table in spite of its other role."""

    side: str


FACTS: tuple[type[Fact], ...] = (
    TableRequested,
    RequestAnswered,
    ParcelNamed,
    ProceedingNoted,
    TakingPartNoted,
    RightsNoticeGiven,
    GroundRulesAgreed,
    StandstillTermsAgreed,
    StandstillBreached,
    StandstillRepaired,
    MandateGiven,
    MandateWitnessed,
    MandateEnded,
    PrivateTalkHeld,
    TieDisclosed,
    TieAnswered,
    DualRoleStated,
    DualRoleAccepted,
)
