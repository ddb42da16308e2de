"""What a person sends when they answer. No reason is asked, so there is no field for one."""

from typing import Annotated, Literal

from pydantic import StringConstraints

from app.web.forms import Form


class CheckForm(Form):
    """One of the four, to be looked at before it counts."""

    answer: Literal["accept", "refuse", "change", "longer", "revoke"]


class AnswerForm(Form):
    """The answer itself, with the digest of exactly what the person had before them."""

    choice: Literal["accept", "refuse", "change", "longer", "revoke"]
    version: Annotated[str, StringConstraints(pattern="^[0-9a-f]{64}$")]
