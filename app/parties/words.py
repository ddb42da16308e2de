"""The words for kinds of sides, reasons to decide and ages; offered to templates."""

from collections.abc import Iterable

from app.foundation.errors import N_
from app.parties.queries import PersonView, SideView
from app.web.i18n import gettext
from app.web.rendering import env

KINDS = {
    "family": N_("family"),
    "community": N_("community"),
    "company": N_("company"),
    "authority": N_("authority"),
    "powerful_person": N_("powerful person"),
}
BECAUSES = {
    "holder": N_("holder of the land"),
    "spouse": N_("spouse"),
    "heir": N_("heir"),
    "tenant": N_("tenant or user"),
    "representative": N_("representative"),
}
ADULTS = {"yes": N_("yes"), "no": N_("no, younger"), "unknown": N_("not known")}


def _pairs(words: dict[str, str]) -> list[tuple[str, str]]:
    return [(value, gettext(word)) for value, word in words.items()]


def because_word(because: str) -> str:
    """Why a person's own yes is needed, in the reader's language."""
    return gettext(BECAUSES[because])


def person_pairs(people: Iterable[PersonView]) -> list[tuple[str, str]]:
    """People as (id, name) for a field."""
    return [(person.id, person.name) for person in people]


def side_pairs(sides: Iterable[SideView]) -> list[tuple[str, str]]:
    """Sides as (id, name) for a field."""
    return [(side.id, side.name) for side in sides]


env.globals.update(
    because_word=because_word,
    person_pairs=person_pairs,
    side_pairs=side_pairs,
    becauses=lambda: _pairs(BECAUSES),
    adults=lambda: _pairs(ADULTS),
    side_kinds=lambda: _pairs(KINDS),
)
