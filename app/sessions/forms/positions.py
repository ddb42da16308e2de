"""What a side says about what it wants."""

from typing import Literal

from app.web.forms import Form, NeededLine, NeededWords


class PositionForm(Form):
    """A position in its owner's words; nothing is chosen beforehand about who reads it."""

    item: NeededLine
    words: NeededWords
    audience: Literal["side", "table"]


class PositionVersionForm(PositionForm):
    """The next version; `version` is the one the page showed."""

    version: str


class TablingForm(Form):
    """The version that is moved to the table."""

    version: str
