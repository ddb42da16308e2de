"""A sheet filled with a pen and entered later says both times: when it happened and when it was entered. Pure."""

from dataclasses import dataclass
from datetime import date, datetime, time

from app.foundation.clock import at_local, local
from app.foundation.errors import N_, NotValid


class TimeMissing(NotValid):
    """A day without its time is no moment."""

    says = N_("Write the time at which it happened too. Without a day it is today's.")
    field = "time"


class StillToCome(NotValid):
    """What is entered has happened."""

    says = N_("This time is still to come. Write when it really happened.")
    field = "time"


class BeforeTheTable(NotValid):
    """A sheet of a table says what happened since there is one."""

    says = N_(
        "This peace table did not exist yet at that time: it was opened on %(opened)s. Write when it really happened."
    )
    field = "time"


@dataclass(frozen=True, slots=True)
class Moment:
    """When what a sheet says happened, and how it came here: by PORTAL at once, or from PAPER later."""

    when: datetime
    via: str

    @property
    def is_later(self) -> bool:
        """Was it entered later than it happened?"""
        return self.via == "PAPER"


def moment_of(on: date | None, hour: time | None, now: datetime) -> Moment:
    """The moment of a sheet: now, or the one written on the paper; a time without a day is of today.

    Raises TimeMissing, StillToCome.
    """
    if hour is None:
        if on is None:
            return Moment(now, "PORTAL")
        raise TimeMissing
    when = at_local(on or local(now).date(), hour)
    if when > now:
        raise StillToCome
    return Moment(when, "PAPER")


def ensure_not_before(moment: Moment, since: datetime, refusal: NotValid) -> None:
    """A time that was written on paper does not lie before this instant, to the minute. Raises the refusal.

    What is entered at once is never refused for a clock.
    """
    if moment.is_later and moment.when < since.replace(second=0):
        raise refusal
