"""The words for resources, tracks, stops and audiences; offered to templates."""

from app.foundation.errors import N_
from app.foundation.roles import Role
from app.web.ending_words import ending_sentence, ending_word
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
PROVINCES = (
    N_("Banteay Meanchey"),
    N_("Battambang"),
    N_("Kampong Cham"),
    N_("Kampong Chhnang"),
    N_("Kampong Speu"),
    N_("Kampong Thom"),
    N_("Kampot"),
    N_("Kandal"),
    N_("Kep"),
    N_("Koh Kong"),
    N_("Kratie"),
    N_("Mondulkiri"),
    N_("Oddar Meanchey"),
    N_("Pailin"),
    N_("Phnom Penh"),
    N_("Preah Sihanouk"),
    N_("Preah Vihear"),
    N_("Prey Veng"),
    N_("Pursat"),
    N_("Ratanakiri"),
    N_("Siem Reap"),
    N_("Stung Treng"),
    N_("Svay Rieng"),
    N_("Takeo"),
    N_("Tbong Khmum"),
)
"""The 25 provinces (the capital is one) by their official Latin spelling."""
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
    province_word=gettext,
    provinces=lambda: [(name, gettext(name)) for name in PROVINCES],
    tracks_words=lambda: [(value, gettext(word), gettext(hint)) for value, (word, hint) in TRACKS.items()],
    stage_word=stage_word,
    ending_sentence=ending_sentence,
    ending_word=ending_word,
    seat_word_of=lambda role: seat_word(Role(role)),
    audience_word=lambda audience: gettext(AUDIENCES[audience]),
)
