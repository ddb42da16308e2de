"""What somebody read before they wrote: a digest that the form carries, compared under the lock."""

from dataclasses import replace
from typing import Annotated, TypeVar

from pydantic import StringConstraints

from app.web.forms import Filled, Form

Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
MaybeDigest = Annotated[str, StringConstraints(pattern=r"^([0-9a-f]{64})?$")]
"""'' where there was nothing to read."""
REFUSED = 409

Shape = TypeVar("Shape", bound=Form)


def going_on(form: Filled[Shape], status: int, **newest: str) -> Filled[Shape]:
    """The form with what it goes on from: what its person had read; after a refusal, whose page shows the newest, that.

    A mistyped field shows nothing new, so the form still carries what was read, and the next sending is compared.
    """
    if status == REFUSED:
        return replace(form, typed={**form.typed, **newest})
    return form.starting(**newest)
