"""Facts about a dialogue as a whole: how it began, under which rules, how it paused and ended."""

from dataclasses import dataclass
from typing import ClassVar

from app.record.facts.shape import Fact


@dataclass(frozen=True, slots=True)
class DialogueOpened(Fact):
    """A peace table was opened. `matter` is the digest of what it is about; kind is case or issue."""

    kind: str
    resource: str
    province: str
    rulebook: str
    matter: str


@dataclass(frozen=True, slots=True)
class TrackProposed(Fact):
    """The proportionality level (S, M, L) was proposed; the reason stands in the sealed place."""

    track: str


@dataclass(frozen=True, slots=True)
class ThresholdsFrozen(Fact):
    """The numbers every clock of this dialogue counts by (domain.md 3.0). Later ones may only be stricter.

    Days are whole days; day_from and day_until are HH:MM in Phnom Penh; slot is a weekday and HH:MM;
    answer_order is the order of the four answers, drawn by lot; steps count the taps of the pages.
    """

    track: str
    rulebook: str
    invite_min_days: int
    agenda_min_days: int
    reflection_min_days: int
    cooling_off_days: int
    session_max_hours: int
    day_from: str
    day_until: str
    slot: str
    closures: tuple[str, ...]
    answer_order: tuple[str, ...]
    steps_accept: int
    steps_refuse: int


@dataclass(frozen=True, slots=True)
class PauseAsked(Fact):
    """Somebody asked for a pause; it holds at once. Refusing, withdrawing and more time go on."""

    pause: str


@dataclass(frozen=True, slots=True)
class PauseEnded(Fact):
    """The pause was ended by who had asked for it, or by the monitor."""

    pause: str


@dataclass(frozen=True, slots=True)
class SideLeft(Fact):
    """A side left the table. The talks stop at once; no reason is asked."""

    side: str


@dataclass(frozen=True, slots=True)
class DialogueEnded(Fact):
    """The peace table ended. `statement` is the digest of the neutral closing statement."""

    state: str
    statement: str


@dataclass(frozen=True, slots=True)
class EntryCorrected(Fact):
    """The author of an entry set it right; what is right stands in the sealed place, both stay readable.
    `matter` is the thing the corrected entry was about."""

    ABOUT: ClassVar[str] = "matter"
    corrects: int
    matter: str


@dataclass(frozen=True, slots=True)
class ClockDoubted(Fact):
    """An exit was written although the machine's clock stood before the last entry; clocks cannot be relied on."""

    claimed: str


FACTS: tuple[type[Fact], ...] = (
    DialogueOpened,
    TrackProposed,
    ThresholdsFrozen,
    PauseAsked,
    PauseEnded,
    SideLeft,
    DialogueEnded,
    EntryCorrected,
    ClockDoubted,
)
