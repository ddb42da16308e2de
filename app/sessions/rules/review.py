"""What must be true before a chair reviews an agenda, and before a suggestion is answered. Pure."""

from collections.abc import Sequence

from app.foundation.errors import N_, NotAllowed, NotPossibleNow, NotValid

OUTCOMES = ("approved", "approved_with_suggestions", "returned", "other_day", "not_approved")
"""Five, each with its own next step (peers.md C2: to ask for changes is not to refuse)."""


class NotSentYet(NotPossibleNow):
    """Nothing lies before the chair."""

    says = N_("No agenda of this session was sent to you yet.")


class VersionChanged(NotPossibleNow):
    """Another version was sent while the chair was reading; the review is bound to one version."""

    says = N_(
        "The facilitator has sent you version %(number)s meanwhile. What changed stands first on this page. "
        "Your words are still here; look at the changes, then send your review of version %(number)s."
    )


class NoSuggestion(NotValid):
    """Approved with suggestions, without one."""

    says = N_("Write at least one suggestion, or choose “Approved”.")
    field = "words"


class AlreadyAnswered(NotPossibleNow):
    """The suggestion was taken or declined before; both stay as they are."""

    says = N_("This suggestion was answered already. Both your answer and the chair's words stay.")


class ReviewedAnew(NotPossibleNow):
    """The chair has reviewed the same version again; the newest review counts."""

    says = N_("The chair has reviewed this version again since. What the chair says now stands on this page.")


class NoWording(NotPossibleNow):
    """Words about the whole agenda cannot stand in the place of a title."""

    says = N_(
        "These words are about the whole agenda, not about one title. Take them by changing the agenda."
    )


class ItemGone(NotPossibleNow):
    """The item no longer stands on the newest version."""

    says = N_(
        "This item no longer stands on the agenda. Take the suggestion without its words, or decline it."
    )


def ensure_may_review(*, is_chair: bool, sent: str) -> None:
    """Only a chair reviews (never an author: the seats conflict, peers.md C5), and only what was sent."""
    if not is_chair:
        raise NotAllowed
    if not sent:
        raise NotSentYet


def ensure_same_version(*, reviewed: str, sent: str, number: int) -> None:
    """The version that was read is the version before the chair (peers.md C4)."""
    if reviewed != sent:
        raise VersionChanged(number=number)


def ensure_says_something(*, outcome: str, words: str, suggestions: Sequence[str]) -> None:
    """Approval with suggestions carries at least one."""
    if outcome == "approved_with_suggestions" and not (words or any(suggestions)):
        raise NoSuggestion


def ensure_may_answer(
    *, answered: bool, superseded: bool, takes_words: bool, item: str, on_agenda: bool
) -> None:
    """The suggestion waits for its answer; its words can only be taken for an item that still stands."""
    if answered:
        raise AlreadyAnswered
    if superseded:
        raise ReviewedAnew
    if takes_words and not item:
        raise NoWording
    if takes_words and not on_agenda:
        raise ItemGone
