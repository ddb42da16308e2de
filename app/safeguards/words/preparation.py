"""The words of requests, parcels, proceedings, mandates, ties and private talks; offered to templates."""

from app.foundation.errors import N_
from app.web.i18n import gettext
from app.web.rendering import env

ASKERS = {
    "community": N_("community"),
    "company": N_("company"),
    "authority": N_("authority"),
    "powerful_person": N_("powerful person"),
    "paralegal": N_("paralegal"),
    "office": N_("this office"),
}
REQUEST_ANSWERS = {"accepted": N_("taken up"), "declined": N_("not taken up")}
TENURES = {
    "private": N_("private land"),
    "state": N_("state land"),
    "communal_titled": N_("communal land with a title"),
    "communal_claimed": N_("communal land without a title"),
    "unknown": N_("not known"),
}
PROCEEDINGS = {
    "court": N_("court"),
    "cadastral": N_("cadastral commission"),
    "human_rights": N_("human rights body"),
    "trade": N_("trade or certification body"),
    "other": N_("another body"),
}
TIES = {
    "none": N_("none"),
    "employment": N_("works or worked for a side"),
    "kin": N_("is related to somebody of a side"),
    "shares": N_("owns a part of a side's business"),
    "past_work": N_("worked on this matter before"),
    "gifts": N_("took gifts from a side"),
    "authority": N_("is under the orders of a side"),
}
PAYERS = {"office": N_("this office or another one"), "party": N_("a side"), "nobody": N_("nobody")}
OFFICES = {"ours": N_("this office"), "other": N_("another office, or none")}
TALKS = {"screening": N_("before the first session"), "confirmation": N_("after signing")}
SCOPES = {"talk": N_("speak"), "accept": N_("accept in principle"), "sign": N_("sign")}
TONGUES = {"km": N_("Khmer"), "en": N_("English"), "other": N_("another language")}


def _pairs(words: dict[str, str]) -> list[tuple[str, str]]:
    return [(value, gettext(word)) for value, word in words.items()]


def _word(words: dict[str, str], value: str) -> str:
    return gettext(words[value]) if value in words else value


env.globals.update(
    asker_word=lambda value: _word(ASKERS, value),
    request_answer_word=lambda value: _word(REQUEST_ANSWERS, value),
    tenure_word=lambda value: _word(TENURES, value),
    proceeding_word=lambda value: _word(PROCEEDINGS, value),
    tie_word=lambda value: _word(TIES, value),
    payer_word=lambda value: _word(PAYERS, value),
    talk_word=lambda value: _word(TALKS, value),
    scope_word=lambda value: _word(SCOPES, value),
    askers=lambda: _pairs(ASKERS),
    request_answers=lambda: _pairs(REQUEST_ANSWERS),
    tenures=lambda: _pairs(TENURES),
    proceedings=lambda: _pairs(PROCEEDINGS),
    tie_kinds=lambda: _pairs(TIES),
    payers=lambda: _pairs(PAYERS),
    offices=lambda: _pairs(OFFICES),
    talk_kinds=lambda: _pairs(TALKS),
    scopes=lambda: _pairs(SCOPES),
    tongues=lambda: _pairs(TONGUES),
)
