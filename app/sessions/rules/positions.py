"""What must be true before a position is stated. Pure."""

from app.foundation.errors import N_, NotFound, NotPossibleNow


class OnTableAlready(NotPossibleNow):
    """The newest words lie on the table."""

    says = N_("These words are on the table already. Everybody there can read them.")


class SameWords(NotPossibleNow):
    """A new version with nothing new."""

    says = N_("These are the same words, for the same readers. No new version was kept.")


class SaidMeanwhile(NotPossibleNow):
    """Somebody of the same side kept another version since this page was opened."""

    says = N_(
        "Somebody on your side kept version %(number)s meanwhile. Read it below. Your words are still here; "
        "send them again to keep them as the next version."
    )


def ensure_own(*, side: str, own: str) -> None:
    """Only its own side says more about a position or moves it (settled.md 6); others learn nothing."""
    if not own or side != own:
        raise NotFound


def ensure_newest(*, read: str, newest: int) -> None:
    """The person read the newest version before writing. `read` is the version's number as the form holds it."""
    if read != str(newest):
        raise SaidMeanwhile(number=newest)
