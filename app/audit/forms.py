"""What a monitor types: a question, a reason; or nothing."""

from typing import Literal

from pydantic import Field

from app.agreements.forms.texts import Contained
from app.web.forms import Form, NeededLine, NeededWords


class WordsForm(Form):
    """A question to the office, the reason of a clearance, or the reason of a return."""

    words: NeededWords


class PlainForm(Form):
    """A form in which nothing is typed: a button."""


class ReleaseForm(Form):
    """The monitor's word on reports, ticked with the release."""

    examined: Literal["", "yes"] = ""


class LookForm(Form):
    """What a monitor found in an offer or a text; `version` is the digest of what she had before her."""

    version: NeededLine
    contains: list[Contained] = Field(default_factory=list)
    words: NeededWords
