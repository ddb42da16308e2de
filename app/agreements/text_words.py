"""The words about texts and signatures, offered to templates: three answers of one length."""

from datetime import datetime

from app.foundation.errors import N_
from app.record.code import short_code
from app.web.i18n import gettext
from app.web.rendering import env
from app.web.words import day_time

ANSWERS = {
    "sign": (N_("Sign"), N_("You can still take it back")),
    "longer": (N_("Not now"), N_("It waits until you are ready")),
    "refuse": (N_("Refuse"), N_("Things stay as they are")),
}
SAID = {
    "": N_("You have said nothing about this text."),
    "refuse": N_("You said: I refuse."),
    "longer": N_("You said: not now."),
    "revoke": N_("You took your yes back."),
}
READ_IN = {
    "km": N_("You sign this text. You read it in Khmer."),
    "en": N_("You sign this text. You read it in English."),
}


def text_answer_word(answer: str) -> str:
    """The button's word."""
    return gettext(ANSWERS[answer][0])


def text_answer_follows(answer: str) -> str:
    """What follows, in half a line."""
    return gettext(ANSWERS[answer][1])


def text_answer_said(newest: str) -> str:
    """What a person without a standing signature said last."""
    return gettext(SAID.get(newest, SAID[""]))


def text_answer_sentences(answer: str, language: str, until: datetime | None) -> list[str]:
    """Three sentences before confirming, for each answer: what you do, what follows, who learns it."""
    nobody = gettext(N_("Only you and the monitor read your answer. Nothing is taken from you."))
    if answer == "sign":
        return [
            gettext(READ_IN.get(language, READ_IN["km"])),
            gettext(N_("You can take your yes back at least until %(when)s, without a reason."))
            % {"when": day_time(until) if until else "…"},
            gettext(
                N_("The witness sees it. All others read only that everybody has signed, once it is so.")
            ),
        ]
    if answer == "refuse":
        return [
            gettext(N_("You do not sign this text. Things stay as they are.")),
            gettext(N_("You need no reason, and nobody may ask for one. You may say something else later.")),
            nobody,
        ]
    return [
        gettext(N_("You do not sign this text now. It waits until you are ready.")),
        gettext(N_("You need no reason, and nobody may ask for one. You may say something else later.")),
        nobody,
    ]


env.globals.update(
    text_code=short_code,
    text_answer_word=text_answer_word,
    text_answer_follows=text_answer_follows,
    text_answer_said=text_answer_said,
    text_answer_sentences=text_answer_sentences,
)
