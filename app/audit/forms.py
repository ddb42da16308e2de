"""What a monitor types: a question, a reason; or nothing."""

from typing import Literal

from app.web.forms import Form, NeededWords


class WordsForm(Form):
    """A question to the office, the reason of a clearance, or the reason of a return."""

    words: NeededWords


class PlainForm(Form):
    """A form in which nothing is typed: a button."""


class ReleaseForm(Form):
    """The monitor's word on reports, ticked with the release."""

    examined: Literal["", "yes"] = ""
