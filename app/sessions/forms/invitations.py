"""What people type about invitations."""

from typing import Annotated, Literal

from pydantic import Field

from app.web.fields import Day, TimeOfDay
from app.web.forms import Form


class DeliveryForm(Form):
    """Whom a letter reached the same way, how, by whom, and when."""

    persons: Annotated[list[str], Field(min_length=1)]
    how: Literal["by_hand", "telephone", "message", "post"]
    carrier: Literal["staff", "paralegal", "village_chief", "commune_clerk", "police", "soldier", "guard"]
    read_aloud: Literal["", "yes"] = ""
    on: Day
    time: TimeOfDay


class AnswerForm(Form):
    """Coming, staying away, or not yet known."""

    answer: Literal["coming", "absent", "notyet"]
