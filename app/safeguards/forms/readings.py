"""What the witness writes about a reading aloud."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from app.web.fields import MaybeDay, TimeOfDay
from app.web.forms import Form

Key = Annotated[str, StringConstraints(max_length=40)]


class ReadingForm(Form):
    """A reading with what was told back. `told`, `correct` and `reads` belong together by their place.

    `on` is the day, where the sheet is entered later than on the day itself.
    """

    persons: list[Key]
    reader: Key = ""
    interpreter: Key = ""
    language: Literal["km", "en"]
    starts: TimeOfDay
    ends: TimeOfDay
    on: MaybeDay = None
    told: list[Key] = Field(default_factory=list)
    correct: list[Key] = Field(default_factory=list)
    rest_told: Literal["", "yes"] = ""
    knows: list[Key] = Field(default_factory=list)
    reads: list[Literal["", "fluent", "little", "cannot"]] = Field(default_factory=list)
    offered: list[Key] = Field(default_factory=list)
    taken: list[Key] = Field(default_factory=list)
