"""What must be true before the sheet of a visit is saved. Pure."""

from app.foundation.errors import N_, NotValid


class NotHeard(NotValid):
    """What is usual stands ticked beforehand; that it was said is a word of whoever was there."""

    says = N_("Tick that they said it to you themselves. Untick above what somebody did not say.")
    field = "heard"


def ensure_heard(*, heard: bool, says: bool) -> None:
    """What a side says on a visit was said to whoever saves the sheet: silence is never a yes. Raises NotHeard."""
    if says and not heard:
        raise NotHeard
