"""The words for how a peace table ended: without agreement, with every promise confirmed, with one that is not."""

from app.foundation.errors import N_
from app.web.i18n import gettext

SENTENCES = {
    "ENDED_NO_AGREEMENT": N_("This peace table has ended. No agreement was reached; that is a normal end."),
    "CLOSED_PERFORMED": N_(
        "This peace table is closed. Each promise was confirmed by the side to which it was made."
    ),
    "CLOSED_DISPUTED": N_(
        "This peace table is closed. A promise of its agreement was not confirmed by the side to which it was made."
    ),
}
SHORT = {
    "ENDED_NO_AGREEMENT": N_("ended, no agreement"),
    "CLOSED_PERFORMED": N_("closed, promises confirmed"),
    "CLOSED_DISPUTED": N_("closed, a promise not confirmed"),
}


def ending_sentence(state: str) -> str:
    """How a table ended, as a sentence in the reader's language."""
    return gettext(SENTENCES[state])


def ending_word(state: str) -> str:
    """The same in a few words, for a list."""
    return gettext(SHORT[state])
