"""What people type about who is at the table."""

from typing import Annotated, Literal

from pydantic import Field

from app.foundation.roles import Role
from app.web.fields import Amount
from app.web.forms import Form, NeededLine


class SideForm(Form):
    """A side with its name in both scripts."""

    khmer: NeededLine
    latin: NeededLine
    kind: Literal["family", "community", "company", "authority", "powerful_person"]


class SeatForm(Form):
    """A person, a seat, and whether their own yes is needed."""

    person: NeededLine
    role: Role
    side: str = ""
    because: Literal["", "holder", "spouse", "heir", "tenant", "representative"] = ""
    adult: Literal["", "yes", "no", "unknown"] = ""


class CloseForm(Form):
    """The count of a complete list, and the holders who have no spouse or other co-holder."""

    count: Annotated[Amount, Field(ge=0, le=5000)]
    alone: list[str] = Field(default_factory=list)


class PlainForm(Form):
    """A form in which nothing is typed: a button."""
