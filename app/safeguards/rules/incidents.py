"""What must be true before an incident is entered or closed. Pure."""

from app.foundation.errors import N_, NotPossibleNow

KINDS = ("arrest", "summons", "detention", "threat", "eviction", "blockade", "assault", "fire", "other")
"""Kinds of public incident (domain.md 3.10)."""
ACTORS = ("party", "official", "security", "office", "community", "unknown")
"""Who did it, or whom it struck."""
TESTS = ("external", "intentional", "illegitimate", "causal")
"""The four tests of pressure on a choice (domain.md 0.10)."""


class AlreadyClosed(NotPossibleNow):
    """An incident is closed once."""

    says = N_("This incident was closed before. Nothing was changed now.")


def ensure_open(*, closed: bool) -> None:
    """The incident is not closed."""
    if closed:
        raise AlreadyClosed
