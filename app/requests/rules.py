"""What must be true before a request is taken in or answered. Pure."""

from app.foundation.errors import N_, NotPossibleNow, NotValid

WAITING, DECLINED, ACCEPTED = "waiting", "declined", "accepted"
"""Where a request stands. Accepted means that a peace table was opened from it."""

AN_HOUR, AT_ONCE = 20, 200
"""So many requests are taken in within an hour, and so many may wait at once: an office reads each of them."""


class TooManyNow(NotPossibleNow):
    """More requests came than an office can read; the door is open to everybody, so it has a measure."""

    says = N_(
        "Many requests came in just now. Nothing you wrote is lost: wait an hour, or bring it to the office."
    )


class AnsweredAlready(NotPossibleNow):
    """Somebody else of the office answered it."""

    says = N_("This request has its answer already. Look at the list of requests.")


class UnknownCode(NotValid):
    """No request has this code."""

    says = N_("No request has this code. Look at each letter again.")
    field = "code"


def ensure_room(*, within_the_hour: int, waiting: int) -> None:
    """The office can read one more. Raises TooManyNow."""
    if within_the_hour >= AN_HOUR or waiting >= AT_ONCE:
        raise TooManyNow


def ensure_waiting(status: str) -> None:
    """The request has no answer yet. Raises AnsweredAlready."""
    if status != WAITING:
        raise AnsweredAlready
