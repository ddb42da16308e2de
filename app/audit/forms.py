"""What a monitor types: a question, a reason; or nothing."""

from typing import Annotated, Literal

from pydantic import Field

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
    contains: Annotated[
        list[
            Literal[
                "gives_up_claim",
                "release_from_detention",
                "drop_criminal_charge",
                "stop_arrests",
                "withdraw_summons",
                "forbids_speech",
            ]
        ],
        Field(default_factory=list),
    ]
    words: NeededWords
