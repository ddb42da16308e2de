"""What people type about who is at the table."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from app.foundation.roles import Role
from app.web.fields import Amount, MaybeAmount
from app.web.forms import Form, NeededLine

Kind = Literal["family", "community", "company", "authority", "powerful_person"]


class SideForm(Form):
    """A side with its name in both scripts."""

    khmer: NeededLine
    latin: NeededLine
    kind: Kind


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


PASTED = 20_000
"""Characters of a list: sixty people with all that is known of them."""


def _pasted(typed: object) -> object:
    return typed.strip() if isinstance(typed, str) else typed


class ListForm(Form):
    """Many people at once: their list as it was pasted, the kind of the sides it names anew, and the count that says
    that all those who decide stand on it; open while it is not complete."""

    people: Annotated[str, StringConstraints(min_length=1, max_length=PASTED), BeforeValidator(_pasted)]
    kind: Kind = "family"
    count: MaybeAmount = None


class PlainForm(Form):
    """A form in which nothing is typed: a button."""
