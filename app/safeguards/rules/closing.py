"""In which state a peace table is closed, and when it cannot be yet (domain.md 2.1). Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.dialogues.lifecycle import CLOSED_DISPUTED, CLOSED_PERFORMED, ENDED_NO_AGREEMENT
from app.dialogues.rules import NobodyLeft
from app.foundation.errors import N_, NotPossibleNow, NotValid

DONE = ("confirmed", "condition")
"""States of a promise that leave nothing open: the other side's word, or an authority that was never bound."""


class PromiseOpen(NotPossibleNow):
    """Only the word of the side to which it was made makes a promise done (POST-PERF-1)."""

    says = N_(
        "A promise is not confirmed yet by the side to which it was made. Until then this peace table goes on."
    )


class TalksToCome(NotPossibleNow):
    """Those who decided are asked how they fare, up to the last day of the plan."""

    says = N_(
        "Talks afterwards are still to be held with everybody who decided. This peace table goes on until then."
    )


class TextWaits(NotPossibleNow):
    """A second text is on its way to a signature."""

    says = N_("Another text of this table is not released or sent back yet. This peace table goes on.")


class BeforeTheEnd(NotValid):
    """A table closes after its text was released, or after a side has left."""

    says = N_(
        "The text was released, or a side left, only on %(day)s. This peace table cannot have been closed before."
    )
    field = "time"


@dataclass(frozen=True, slots=True)
class AtTheEnd:
    """How a table stands when somebody wants to close it. `promises`: the state of each promise that was released;
    `talks_open`: somebody of the plan is still to be talked with."""

    side_left: bool
    released: bool
    text_waits: bool
    promises: Sequence[str]
    talks_open: bool


def ensure_closes(at: AtTheEnd) -> str:
    """The state in which this table ends. Raises NobodyLeft, TextWaits, PromiseOpen or TalksToCome.

    Nothing holds back a table that a side has left: it closes as what it has come to.
    """
    kept = at.released and all(state in DONE for state in at.promises)
    if at.side_left and not kept:
        return CLOSED_DISPUTED if at.released else ENDED_NO_AGREEMENT
    if not at.released:
        raise NobodyLeft
    if not at.side_left:
        _ensure_nothing_open(at, kept=kept)
    return CLOSED_PERFORMED


def _ensure_nothing_open(at: AtTheEnd, *, kept: bool) -> None:
    if at.text_waits:
        raise TextWaits
    if not kept:
        raise PromiseOpen
    if at.talks_open:
        raise TalksToCome
