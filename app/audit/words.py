"""The words of a review: severities, verdicts, what an agreement's status says; offered to templates."""

from app.audit.queries.reviews import RuleLine
from app.audit.rule_words import reason_sentence, rule_asks, rule_title
from app.foundation.errors import N_
from app.voluntariness.finding import Result, Severity
from app.web.i18n import gettext
from app.web.rendering import env

RULEBOOK_WORDS = {"trial": N_("trial")}
SEVERITIES = {
    Severity.BLOCKS: N_("blocks"),
    Severity.CLEARANCE: N_("needs a clearance"),
    Severity.ADVICE: N_("advice"),
}
VERDICTS = {
    "SUPPORTED": N_("supported"),
    "NOT_SUPPORTED": N_("not supported"),
    "INCONCLUSIVE": N_("inconclusive"),
}
STATUSES = {
    "fixed": N_("text fixed, signatures missing"),
    "signed": N_("in review"),
    "released": N_("released"),
    "returned": N_("returned for a new reading"),
}
TEXT_LANGUAGES = {"km": N_("Khmer"), "en": N_("English")}
GRADES = {
    "E0": N_("said by the person who gains from it"),
    "E1": N_("noted by facilitator, mediator or chair alone"),
    "E2": N_("confirmed by the person it concerns"),
    "E3": N_("seen by an independent third person"),
    "E4": N_("admitted by the other side, or from outside"),
}


def result_word(line: RuleLine) -> str:
    """What the mark of one rule says, where it is another word than the usual."""
    if line.state == "todo":
        return gettext("not yet")
    return gettext("does not apply") if line.finding.result is Result.NOT_APPLICABLE else ""


def text_language_word(code: str) -> str:
    """The name of a language a text is written in; the code itself for one that is not known here."""
    return gettext(TEXT_LANGUAGES[code]) if code in TEXT_LANGUAGES else code


def rulebook_word(name: str) -> str:
    """The name of a rulebook in the reader's language; its bare name for one that is not known here."""
    return gettext(RULEBOOK_WORDS.get(name, name))


def shows_grade(line: RuleLine) -> bool:
    """A grade says how much the evidence proves; where nothing is proved there is none to say."""
    return line.state in ("kept", "broken", "cleared")


env.globals.update(
    shows_grade=shows_grade,
    rule_title=rule_title,
    rule_asks=rule_asks,
    reason_sentence=reason_sentence,
    result_word=result_word,
    severity_word=lambda severity: gettext(SEVERITIES[severity]),
    verdict_word=lambda verdict: gettext(VERDICTS[verdict]),
    review_status_word=lambda status: gettext(STATUSES[status]),
    text_language_word=text_language_word,
    rulebook_word=rulebook_word,
    grade_word=lambda grade: gettext(GRADES[grade]),
)

__all__ = ["GRADES", "SEVERITIES", "STATUSES", "VERDICTS", "result_word", "rule_title"]
