"""What must be true before a side answers the minutes of a session. Pure."""

from collections.abc import Sequence

from app.foundation.errors import N_, NotAllowed, NotPossibleNow, NotValid

CONFIRMED, RESERVED, REFUSED = "confirmed", "reserved", "refused"


class NotYourMinutes(NotAllowed):
    """Sides answer minutes; nobody else does it for them."""

    says = N_("Only the sides of the table confirm minutes, each for itself.")


class NoMinutes(NotPossibleNow):
    """There is nothing to answer."""

    says = N_("No minutes of this session are written yet.")


class MinutesChanged(NotPossibleNow):
    """An answer is about exactly what was read."""

    says = N_("The minutes were written anew while you read. Read them again, then answer.")


class WordsButConfirmed(NotValid):
    """Words beside a paragraph mean more than a plain yes."""

    says = N_(
        "You wrote words beside a paragraph. Choose “Yes, with my words beside them”, or take the words out."
    )
    field = "standing"


class WordsMissing(NotValid):
    """A yes with words has words."""

    says = N_("Write your words beside the paragraph they are about.")
    field = "objection"


def ensure_may_answer(*, side: str, read: str, newest: str) -> None:
    """A side answers the newest minutes, those it read."""
    if not side:
        raise NotYourMinutes
    if not newest:
        raise NoMinutes
    if read != newest:
        raise MinutesChanged


def ensure_fits(standing: str, objections: Sequence[str]) -> None:
    """The answer and the words beside it say the same. Not confirming needs no reason."""
    said = any(objections)
    if standing == CONFIRMED and said:
        raise WordsButConfirmed
    if standing == RESERVED and not said:
        raise WordsMissing
