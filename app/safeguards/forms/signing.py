"""What the witness writes about a signing."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from app.safeguards.forms.later import SheetForm

Key = Annotated[str, StringConstraints(max_length=40)]


class SigningForm(SheetForm):
    """One row a person: `told`, `own`, `other`, `officials` and `mark` belong together by their place.

    `officials_all`: how many officials were there with everybody; a row says otherwise where it was otherwise.
    """

    told: list[Key] = Field(default_factory=list)
    own: list[Key] = Field(default_factory=list)
    other: list[Key] = Field(default_factory=list)
    officials_all: Key = ""
    officials: list[Key] = Field(default_factory=list)
    mark: list[Literal["screen", "paper"]] = Field(default_factory=list)
    support: list[Key] = Field(default_factory=list)
    copies: list[Key] = Field(default_factory=list)
