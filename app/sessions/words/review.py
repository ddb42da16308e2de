"""The words for the five outcomes of a chair's review, each with its next step; offered to templates."""

from app.foundation.errors import N_
from app.web.i18n import gettext as _
from app.web.rendering import env

OUTCOME_WORDS = {
    "approved": (N_("Approved"), N_("The agenda goes to all sides.")),
    "approved_with_suggestions": (
        N_("Approved with suggestions"),
        N_("The facilitator answers each suggestion."),
    ),
    "returned": (N_("Returned for changes"), N_("A new version will come back to you.")),
    "other_day": (N_("Another day"), N_("Write which days suit you.")),
    "not_approved": (N_("Not approved"), N_("The sides may still meet, with another chair.")),
}


def outcome_word(outcome: str) -> str:
    """One outcome, in the reader's language."""
    return _(OUTCOME_WORDS[outcome][0])


def outcomes() -> list[tuple[str, str, str]]:
    """The five outcomes with what follows, for a field; none stands out."""
    return [(value, _(word), _(follows)) for value, (word, follows) in OUTCOME_WORDS.items()]


env.globals.update(outcome_word=outcome_word, outcomes=outcomes)
