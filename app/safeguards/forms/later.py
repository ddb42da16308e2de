"""When it happened, on a sheet that is entered later: a day and a time, both or neither."""

from typing import Annotated, Any

from pydantic import BeforeValidator

from app.web.fields import MaybeDay, TimeOfDay
from app.web.forms import Form


def _perhaps(typed: Any) -> Any:
    return None if isinstance(typed, str) and not typed.strip() else typed


MaybeTime = Annotated[TimeOfDay | None, BeforeValidator(_perhaps)]
"""A time of day that may be left open."""


class SheetForm(Form):
    """What every sheet has: when it happened, if it is entered later than it was written."""

    on: MaybeDay = None
    time: MaybeTime = None
