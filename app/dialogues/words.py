"""The words for resources, tracks, stops and audiences; offered to templates."""

from app.foundation.errors import N_
from app.foundation.roles import Role
from app.web.frame import STOPS
from app.web.i18n import gettext
from app.web.rendering import env
from app.web.seat_words import seat_word

RESOURCES = {
    "land": N_("land"),
    "forest": N_("forest"),
    "fishery": N_("fishery"),
    "water": N_("water"),
    "mine": N_("mine"),
}
TRACKS = {
    "S": (N_("Small"), N_("two families or neighbours; no company, no official, no communal land")),
    "M": (N_("Middle"), N_("a company, an official or a powerful person and fewer than 10 households")),
    "L": (N_("Large"), N_("communal land, 10 households or more, or any violence or arrest before")),
}
AUDIENCES = {
    "table": N_("what all at the table read"),
    "staff": N_("lists and deliveries"),
    "chair": N_("agendas under review"),
    "monitors": N_("answers of persons, clearances"),
}


def stage_word(stage: int) -> str:
    """The word for a stop of the path."""
    return gettext(STOPS[stage])


env.globals.update(
    resource_word=lambda resource: gettext(RESOURCES[resource]),
    resources=lambda: [(value, gettext(word)) for value, word in RESOURCES.items()],
    tracks_words=lambda: [(value, gettext(word), gettext(hint)) for value, (word, hint) in TRACKS.items()],
    stage_word=stage_word,
    seat_word_of=lambda role: seat_word(Role(role)),
    audience_word=lambda audience: gettext(AUDIENCES[audience]),
)
