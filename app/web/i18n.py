"""The language of the current request, and the Khmer catalogues (one `.po` a room, read at start)."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import Translations

LOCALE = Path(__file__).parent / "locale"
LANGUAGES = ("km", "en")
REVIEWED = "reviewed"
"""A comment `# reviewed: NAME` above a sentence says that a native reader has approved it."""

_language: ContextVar[str] = ContextVar("language", default="km")


def use_language(code: str) -> None:
    """Set the language of this request; anything unknown means Khmer."""
    _language.set(code if code in LANGUAGES else "km")


def language() -> str:
    """The language of this request, km or en."""
    return _language.get()


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """One language for a while, whatever the request's is: papers carry both beside each other."""
    before = _language.set(code if code in LANGUAGES else "km")
    try:
        yield
    finally:
        _language.reset(before)


@lru_cache
def _khmer() -> Translations:
    merged = Translations()
    for path in sorted((LOCALE / "km").glob("*.po")):
        with path.open("rb") as file:
            catalogue = read_po(file, locale="km")
        compiled = BytesIO()
        write_mo(compiled, catalogue)
        compiled.seek(0)
        merged.merge(Translations(compiled))
    return merged


def gettext(sentence: str) -> str:
    """The sentence in the language of this request."""
    return _khmer().gettext(sentence) if language() == "km" else sentence


def ngettext(one: str, many: str, count: int) -> str:
    """The sentence for a count; Khmer has one form for all counts."""
    if language() == "km":
        return _khmer().ngettext(one, many, 1)  # merged catalogues have no plural rule: ask for the only form
    return one if count == 1 else many


def unreviewed() -> list[tuple[str, str, str]]:
    """(room, English, Khmer) of every sentence that no native reader has reviewed."""
    waiting = []
    for path in sorted((LOCALE / "km").glob("*.po")):
        with path.open("rb") as file:
            catalogue = read_po(file, locale="km")
        for message in catalogue:
            reviewed = any(comment.startswith(REVIEWED) for comment in message.user_comments)
            if message.id and not reviewed:
                english = message.id if isinstance(message.id, str) else message.id[0]
                khmer = message.string if isinstance(message.string, str) else (message.string or ("",))[0]
                waiting.append((path.stem, english, khmer))
    return waiting
