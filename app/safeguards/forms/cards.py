"""What the witness sends about a card that somebody laid on the table."""

from typing import Annotated, Literal

from pydantic import StringConstraints

from app.web.forms import Form


class CardForm(Form):
    """Who laid a card on the table, and which: to be looked at together before it counts."""

    person: Annotated[str, StringConstraints(max_length=40)] = ""
    answer: Literal["accept", "refuse", "change", "longer"]


class WitnessForm(Form):
    """The witness's own hand under it, with the digest of what the person had before them."""

    person: Annotated[str, StringConstraints(max_length=40)]
    choice: Literal["accept", "refuse", "change", "longer"]
    version: Annotated[str, StringConstraints(pattern="^[0-9a-f]{64}$")]
