"""Facts about what was promised, whether it was kept, follow-ups, incidents and do-no-harm sheets."""

from dataclasses import dataclass
from typing import ClassVar

from app.record.facts.shape import Fact


@dataclass(frozen=True, slots=True)
class PromiseNamed(Fact):
    """One promise of a fixed text. `debtor` and `creditor` are sides; debtor '' means an authority outside the
    table, which is then a condition and never bound (INCL-ESSENTIAL-1). `due` is an ISO day, `count` how many
    promises this text has: a line that is dropped is missed."""

    ABOUT: ClassVar[str] = "agreement"
    agreement: str
    text: str
    promise: str
    row: int
    debtor: str
    creditor: str
    due: str
    count: int


@dataclass(frozen=True, slots=True)
class PromiseClaimed(Fact):
    """The debtor says that the promise was kept."""

    ABOUT: ClassVar[str] = "agreement"
    agreement: str
    promise: str


@dataclass(frozen=True, slots=True)
class PromiseConfirmed(Fact):
    """The creditor says that the promise was kept: only this makes it done (POST-PERF-1)."""

    ABOUT: ClassVar[str] = "agreement"
    agreement: str
    promise: str


@dataclass(frozen=True, slots=True)
class PromiseDisputed(Fact):
    """The creditor says that the promise was not kept; the table opens again."""

    ABOUT: ClassVar[str] = "agreement"
    agreement: str
    promise: str


@dataclass(frozen=True, slots=True)
class FollowUpsPlanned(Fact):
    """Every decider alike is contacted so many days after the release or the ending."""

    days: tuple[str, ...]
    persons: tuple[str, ...]
    count: int


@dataclass(frozen=True, slots=True)
class FollowUpHeld(Fact):
    """A follow-up talk was held, alone; nothing of what was said is here."""

    person: str
    day: str
    alone: bool


@dataclass(frozen=True, slots=True)
class ReportsExamined(Fact):
    """The monitor's word: every report received through confidential channels, if any, was examined, none is open."""

    ABOUT: ClassVar[str] = "agreement"
    agreement: str


@dataclass(frozen=True, slots=True)
class IncidentReported(Fact):
    """A public incident. `kind`: arrest, summons, detention, threat, eviction, blockade, assault, fire, other.

    `source` and `target`: party, official, security, office, community, unknown; the four tests are yes, no,
    unknown (external, intentional, illegitimate, causal). What happened stands in the sealed place."""

    incident: str
    kind: str
    source: str
    target: str
    tests: tuple[str, ...]
    serious: bool


@dataclass(frozen=True, slots=True)
class IncidentClosed(Fact):
    """An incident was dealt with; how stands in the sealed place."""

    incident: str


@dataclass(frozen=True, slots=True)
class HarmSheetWritten(Fact):
    """A do-no-harm sheet. `moment`: baseline, session, closing. Trends: better, same, worse.

    `options` counts the options with owner and date for what got worse; `sheet` is the digest of the file.
    """

    moment: str
    session: str
    dividers: str
    connectors: str
    options: int
    sheet: str


FACTS: tuple[type[Fact], ...] = (
    PromiseNamed,
    PromiseClaimed,
    PromiseConfirmed,
    PromiseDisputed,
    FollowUpsPlanned,
    FollowUpHeld,
    ReportsExamined,
    IncidentReported,
    IncidentClosed,
    HarmSheetWritten,
)
