"""The words for a sitting: moments of looking at the room, whose place it is, who spoke so, how minutes stand."""

from app.foundation.errors import N_
from app.web.i18n import gettext
from app.web.rendering import env

MOMENTS = {"opening": N_("at the opening"), "midday": N_("at midday"), "close": N_("at the close")}
HOSTS = {
    "neutral": N_("nobody's: pagoda, school, commune hall"),
    "party": N_("one of the sides"),
    "police": N_("the police or the army"),
    "company": N_("a company"),
    "district": N_("the district office"),
}
SOURCES = {
    "chair": N_("the chair"),
    "party": N_("a side"),
    "office": N_("our office"),
    "other": N_("somebody else"),
}
STANDINGS = {
    "confirmed": N_("Yes, these minutes are right"),
    "reserved": N_("Yes, with my words beside them"),
    "refused": N_("No, I do not confirm them"),
}
STOOD = {
    "confirmed": N_("confirmed"),
    "reserved": N_("confirmed, with words beside"),
    "refused": N_("not confirmed"),
    "": N_("no answer yet"),
}
ALIKE = {
    "seats": N_("All sides sat alike"),
    "meals": N_("All sides ate alike"),
    "money": N_("All sides had the same travel money"),
    "advisers": N_("All sides could bring advisers and somebody they trust"),
}


def _pairs(words: dict[str, str]) -> list[tuple[str, str]]:
    return [(value, gettext(word)) for value, word in words.items()]


def _word(words: dict[str, str], value: str) -> str:
    return gettext(words[value]) if value in words else value


env.globals.update(
    room_moment=lambda moment: _word(MOMENTS, moment),
    host_word=lambda host: _word(HOSTS, host),
    source_word=lambda source: _word(SOURCES, source),
    stood_word=lambda standing: _word(STOOD, standing),
    room_moments=lambda: _pairs(MOMENTS),
    hosts=lambda: _pairs(HOSTS),
    sources=lambda: _pairs(SOURCES),
    standings=lambda: _pairs(STANDINGS),
    alikes=lambda: _pairs(ALIKE),
)
