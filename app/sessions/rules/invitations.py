"""What must be true before a delivery or an answer is written, and how notice is counted. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.foundation.clock import counted
from app.foundation.errors import N_, NotPossibleNow, NotValid


class NotYetHappened(NotValid):
    """A delivery is written after it happened."""

    says = N_("This moment lies ahead. Write down the delivery after it has happened.")
    field = "on"


class BeforePlanned(NotValid):
    """A letter before there was a session to invite to."""

    says = N_("This session was planned only on %(planned)s. Its letter cannot have been received before.")
    field = "on"


class NotInvited(NotPossibleNow):
    """Only those who are invited answer."""

    says = N_("You are not on the list of those invited. Ask the facilitator.")


class NoLongerAhead(NotPossibleNow):
    """A session that was held or cancelled asks for no answer."""

    says = N_("This session is over or cancelled. No answer is needed.")


@dataclass(frozen=True, slots=True)
class Notice:
    """The time between letter and session for one person, and what is lacking (zero when in time)."""

    given: timedelta
    late_by: timedelta

    @property
    def in_time(self) -> bool:
        """Did the letter arrive early enough?"""
        return not self.late_by


def notice_of(delivered: datetime, starts: datetime, min_days: int, closures: frozenset[date]) -> Notice:
    """Counted to the minute, closed days left out (settled.md 2)."""
    given = counted(delivered, starts, closures)
    return Notice(given, max(timedelta(0), timedelta(days=min_days) - given))


def days_in_force(frozen: Sequence[tuple[datetime, int]], at: datetime, otherwise: int) -> int:
    """The days that govern a letter: the latest numbers fixed before it, or the first ones after (settled.md 14)."""
    before = [days for since, days in frozen if since <= at]
    return before[-1] if before else frozen[0][1] if frozen else otherwise


def ensure_has_happened(when: datetime, *, planned: datetime, now: datetime, planned_words: str) -> None:
    """A delivery lies behind, but not before its session was planned (to the minute, as people write it)."""
    if when > now:
        raise NotYetHappened
    if when < planned.replace(second=0):
        raise BeforePlanned(planned=planned_words)


def ensure_may_answer(*, status: str, is_invited: bool) -> None:
    """The session is ahead or open, and this person is invited."""
    if not is_invited:
        raise NotInvited
    if status not in ("planned", "open"):
        raise NoLongerAhead
