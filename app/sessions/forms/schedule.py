"""What people type about the schedule."""

from typing import Literal

from app.foundation.clock import at_local
from app.sessions.rules.schedule import Wish
from app.web.fields import Day, TimeOfDay
from app.web.forms import Form, NeededLine, NeededWords


class PlanForm(Form):
    """Day, from, until, place; `all_the_same` is ticked where notice is short."""

    on: Day
    starts: TimeOfDay
    ends: TimeOfDay
    room: NeededLine
    all_the_same: Literal["", "yes"] = ""

    def wish(self) -> Wish:
        """The time and place that were typed."""
        begin, end = (at_local(self.on, hour) for hour in (self.starts, self.ends))
        return Wish(begin, end, self.room)


class MoveForm(PlanForm):
    """Another time or place, and why."""

    reason: NeededWords


class CancelForm(Form):
    """Why a session is not held."""

    reason: NeededWords


class PlainForm(Form):
    """A form in which nothing is typed: a button."""
