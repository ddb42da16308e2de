"""How a pasted list may name columns, seats, sexes and reasons to decide: both languages, many spellings."""

from difflib import get_close_matches
from functools import cache

from app.foundation.pasted import key_of
from app.foundation.roles import Role
from app.parties.words import BECAUSES
from app.web.i18n import LANGUAGES, gettext, speaking
from app.web.seat_words import SEATS

KHMER, LATIN, NAME, ROLE, SIDE, SEX, AGE, WHY, ALONE = (
    "khmer",
    "latin",
    "name",
    "role",
    "side",
    "sex",
    "age",
    "why",
    "alone",
)

_COLUMNS = {
    KHMER: ("khmer", "khmer name", "name khmer", "name in khmer", "name (khmer)", "ឈ្មោះខ្មែរ", "ឈ្មោះជាខ្មែរ"),
    LATIN: (
        "latin",
        "latin name",
        "name latin",
        "name in latin letters",
        "name (latin)",
        "english",
        "ឈ្មោះឡាតាំង",
    ),
    NAME: ("name", "names", "person", "ឈ្មោះ", "នាម", "គោត្តនាម និងនាម"),
    ROLE: ("role", "seat", "position", "តួនាទី", "មុខងារ"),
    SIDE: ("side", "family", "party", "group", "ភាគី", "គ្រួសារ", "ក្រុម"),
    SEX: ("sex", "gender", "f/m", "m/f", "ភេទ"),
    AGE: ("age", "year", "born", "year of birth", "birth year", "years", "អាយុ", "ឆ្នាំកំណើត", "ថ្ងៃខែឆ្នាំកំណើត"),
    WHY: ("decides because", "because", "why", "decides", "holder or spouse", "ហេតុ", "សម្រេចព្រោះ"),
}
_SEXES = {
    "f": ("f", "w", "female", "woman", "ស្រី", "ស"),
    "m": ("m", "male", "man", "ប្រុស", "ប"),
}
_ALONE = (
    "alone",
    "no spouse",
    "single",
    "widow",
    "widower",
    "ម្នាក់ឯង",
    "គ្មានប្ដីប្រពន្ធ",
    "មេម៉ាយ",
    "ពោះម៉ាយ",
    "នៅលីវ",
)
_SEATS = {
    Role.DELEGATE: ("party", "delegate", "ភាគី", "តំណាងភាគី"),
    Role.SAFEGUARD_OFFICER: ("safeguards", "safeguard"),
    Role.FACILITATOR: ("facilitates", "staff"),
    Role.INTERPRETER: ("translator",),
    Role.MONITOR: ("auditor",),
}
_WHYS = {
    "holder": ("holder", "owner", "ម្ចាស់ដី", "ម្ចាស់"),
    "spouse": ("wife", "husband", "ប្រពន្ធ", "ប្ដី", "ប្តី"),
    "heir": ("heirs", "child", "កូន"),
    "tenant": ("tenant", "user", "អ្នកជួល"),
    "representative": ("representative", "for others", "តំណាង"),
}


def _turned(words: dict[str, tuple[str, ...]]) -> dict[str, str]:
    return {key_of(word): value for value, spellings in words.items() for word in spellings}


@cache
def columns() -> dict[str, str]:
    """How a head of the list may name a column."""
    return _turned(_COLUMNS)


@cache
def sexes() -> dict[str, str]:
    """The sex, f or m, by every spelling."""
    return _turned(_SEXES)


@cache
def alone() -> frozenset[str]:
    """How one writes that a holder has no spouse or other co-holder."""
    return frozenset(key_of(word) for word in _ALONE)


def _in_both(word: str) -> tuple[str, ...]:
    found = []
    for code in LANGUAGES:
        with speaking(code):
            found.append(gettext(word))
    return tuple(found)


@cache
def seats() -> dict[str, str]:
    """A seat's code by every spelling: its code, its words on our pages in both languages, and some more."""
    words = {
        role.value: (role.value, role.value.replace("_", " "), *_in_both(word), *_SEATS.get(role, ()))
        for role, word in SEATS.items()
        if role is not Role.NODE
    }
    return _turned(words)


@cache
def whys() -> dict[str, str]:
    """Why somebody decides, by every spelling."""
    return _turned({why: (why, *_in_both(word), *_WHYS[why]) for why, word in BECAUSES.items()})


def nearly_a_seat(word: str) -> str:
    """The spelling of a seat that this word almost is; '' when it is near to none."""
    return next(iter(get_close_matches(key_of(word), seats(), 1, 0.8)), "")
