"""What is typed or pressed on the rehearsal's own pages."""

from typing import Annotated, Literal

from pydantic import Field

from app.dialogues.forms import Province, Resource
from app.web.fields import Amount, Day, TimeOfDay
from app.web.forms import Form, NeededLine, NeededWords


class ForwardForm(Form):
    """Moving the clock by a button."""

    by: Literal["hour", "day", "next"]


class MomentForm(Form):
    """Moving the clock to a moment."""

    day: Day
    time: TimeOfDay


class TamperForm(Form):
    """Which byte of a bundle is changed: its place, counted from 1."""

    dialogue: NeededLine
    place: Annotated[Amount, Field(ge=1)]


class OwnCaseForm(Form):
    """One's own case: what it is called, and everybody at its table as a pasted list."""

    khmer: NeededLine
    latin: NeededLine
    resource: Resource
    province: Province
    people: NeededWords


class PlainForm(Form):
    """A form in which nothing is typed: a button."""
