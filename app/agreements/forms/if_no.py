"""What staff type into "If you say no", and what those send who sign it."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from app.web.forms import Form, NeededWords


class IfNoForm(Form):
    """What happens on a no, in both languages; what stays open; what the statement threatens (should be none)."""

    khmer: NeededWords
    english: NeededWords
    stays_open: list[Literal["court", "cadastral", "nadr", "complaint"]] = Field(default_factory=list)
    consequences: list[Literal["eviction", "aid_lost", "prosecution", "nothing_later"]] = Field(
        default_factory=list
    )


class SignIfNoForm(Form):
    """A signature under exactly one statement."""

    statement: Annotated[str, StringConstraints(pattern="^[0-9a-f]{64}$")]
