"""The rules in words for people: what each is called, what it asks, and what an answer means.

A rule's own file says how it judges; this shelf says it to a reader, one file for each group of rules.
docs/rulebook-trial.md is made of both.
"""

from app.audit.rule_words import first_table, preparation, promises, sittings, understanding
from app.audit.rule_words.shape import RuleWords
from app.foundation.errors import N_
from app.voluntariness.finding import Finding, Result
from app.web.i18n import gettext

_SHELVES = (first_table, preparation, sittings, understanding, promises)

RULE_WORDS: dict[str, RuleWords] = {name: words for shelf in _SHELVES for name, words in shelf.RULES.items()}
REASONS: dict[str, str] = {code: says for shelf in _SHELVES for code, says in shelf.REASONS.items()}

WITH_WORDS_AGAINST = N_("Entries that speak against it stand beside it; they did not change the result.")


def rule_title(rule: str) -> str:
    """The rule's title in the reader's language; its bare name for a rule that is not known here."""
    words = RULE_WORDS.get(rule)
    return gettext(words.title) if words else rule


def rule_asks(rule: str) -> str:
    """What the rule asks, in the reader's language; '' for a rule that is not known here."""
    words = RULE_WORDS.get(rule)
    return gettext(words.asks) if words else ""


def reason_sentence(finding: Finding) -> str:
    """Why the finding is what it is, in the reader's language; the code itself when it is not known here."""
    words = RULE_WORDS.get(finding.rule)
    if finding.result is not Result.KEPT or words is None:
        return gettext(REASONS[finding.reason]) if finding.reason in REASONS else finding.reason
    said = gettext(words.kept)
    return f"{said} {gettext(WITH_WORDS_AGAINST)}" if finding.against else said
