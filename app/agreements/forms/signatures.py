"""What people touch about signatures. Nothing is typed."""

from typing import Annotated, Literal

from pydantic import StringConstraints

from app.web.forms import Form

Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class TextAnswerForm(Form):
    """One of three, about exactly the text that was on the page."""

    answer: Literal["sign", "longer", "refuse"]
    version: Digest
    language: Literal["", "km", "en"] = ""
    gives_up: Literal["", "yes"] = ""


class PlainForm(Form):
    """A form in which nothing is typed: a button."""


class AttestForm(Form):
    """Whom the witness saw signing."""

    persons: list[str]
