"""What people write about the standstill: a breach with its incident, and what was put right."""

from typing import Annotated, Literal

from pydantic import Field

from app.safeguards.forms.later import SheetForm
from app.web.forms import Words


class StandstillForm(SheetForm):
    """What was changed on the land while people talk, of which kind it is, and how a breach was put right."""

    side: str = ""
    kind: Literal["eviction", "blockade", "fire", "threat", "assault", "arrest", "summons", "other"] = "other"
    words: Words = ""
    repaired: Annotated[list[str], Field(default_factory=list)]
    how: Words = ""
