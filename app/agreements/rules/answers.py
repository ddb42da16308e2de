"""What must be true before an answer is kept, and what a side as a whole has said. Pure.

Refusing, asking for more time and taking back a yes are never refused (settled.md 1); accepting and asking for
changes wait while there is a pause. All five are written in the same shape, by the same path.
"""

from collections.abc import Sequence

from app.agreements.lifecycle.offers import ACCEPTED, COUNTERED, MORE_TIME, NOT_ACCEPTED
from app.foundation.errors import N_, NotAllowed, NotPossibleNow

ANSWERS = ("accept", "refuse", "change", "longer")
ACCEPT, REVOKE = "accept", "revoke"
WAIT_IN_A_PAUSE = ("accept", "change")
"""Those a pause closes. The others are exits."""


class NotADecider(NotAllowed):
    """The person's own yes is not needed at this table."""

    says = N_("Only those who decide for a side answer. You may read this offer and advise your side.")


class OfferChanged(NotPossibleNow):
    """What the person had before them is not what stands there now."""

    says = N_("This offer changed after you opened it. Nothing was recorded. Read it again, then answer.")


class OfferTakenBack(NotPossibleNow):
    """A withdrawn offer can be accepted no more."""

    says = N_("The side that made this offer has withdrawn it. It cannot be accepted or changed any more.")


class NotLookedYet(NotPossibleNow):
    """An offer whose words speak of a court or of freedom is looked through before anybody accepts it."""

    says = N_(
        "The monitor looks through this offer first, because of its words. Refusing, asking for changes and more "
        "time are possible now."
    )


class LibertyTraded(NotPossibleNow):
    """Nobody's freedom is given for a yes (FREE-LIBERTY-1)."""

    says = N_("Nobody's freedom, charge or summons can be given for a yes. This offer cannot be accepted.")


def ensure_decides(*, decides: bool) -> None:
    """This person's own yes is needed."""
    if not decides:
        raise NotADecider


def ensure_same(*, version: str, had: str) -> None:
    """The person answers exactly what stands there."""
    if version != had:
        raise OfferChanged


def ensure_stands(*, withdrawn: bool) -> None:
    """The offer has not been taken back."""
    if withdrawn:
        raise OfferTakenBack


def ensure_looked(*, waits: bool, trades_liberty: bool) -> None:
    """A yes waits for the monitor's look where the words ask for it, and is closed where freedom is traded."""
    if trades_liberty:
        raise LibertyTraded
    if waits:
        raise NotLookedYet


def outcome_of(choices: Sequence[str | None], *, opened: str, closed: bool) -> str:
    """What a side as a whole has said, or '' while nothing may open.

    `choices`: the newest answer of each decider, None where there is none. `opened`: what was opened before.
    `closed`: a session ended since the offer was tabled. Counts what was said, never who said it: nothing here
    can depend on which of two people refused.
    """
    if None in choices or "longer" in choices:
        return MORE_TIME if opened or closed else ""
    if "refuse" in choices or REVOKE in choices:
        return NOT_ACCEPTED
    return COUNTERED if "change" in choices else ACCEPTED
