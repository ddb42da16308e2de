"""What people touch about signatures. Nothing is typed."""

from typing import Literal

from pydantic import Field

from app.agreements.forms.versions import Digest
from app.web.forms import Form


class TextAnswerForm(Form):
    """One of three, about exactly the text that was on the page."""

    answer: Literal["sign", "longer", "refuse"]
    version: Digest
    language: Literal["", "km", "en"] = ""
    gives_up: Literal["", "yes"] = ""


class PlainForm(Form):
    """A form in which nothing is typed: a button."""


class AttestForm(Form):
    """Whom the witness saw signing: the people ticked or, by one button, all whom the page listed."""

    persons: list[str] = Field(default_factory=list)
    listed: list[str] = Field(default_factory=list)
    everybody: Literal["", "yes"] = ""

    @property
    def seen(self) -> list[str]:
        """All who are attested."""
        return self.listed if self.everybody else self.persons
