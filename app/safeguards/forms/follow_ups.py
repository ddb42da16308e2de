"""What is sent about talks afterwards. There is no field for what was said."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from app.safeguards.forms.later import SheetForm


class FollowUpForm(SheetForm):
    """After how many days, with whom, and whether alone."""

    day: Annotated[str, StringConstraints(pattern="^[0-9]{1,3}$")]
    persons: list[str] = Field(default_factory=list)
    alone: Literal["", "yes"] = ""
