"""What must be true before a text is fixed, changed or handed over. Pure: facts in, refusal or silence out."""

import re
from collections.abc import Sequence
from datetime import datetime

from app.foundation.errors import N_, NotPossibleNow, NotValid

Clause = tuple[str, str]
"""The Khmer and the English wording of one clause."""

BLANK = re.compile(r"_{2,}|\.{3,}|…|\[[\s_.]*\]|\([\s_.]*\)|\?{2,}|\b[xX]{3,}\b")
"""How people leave a place open: ____, ..., [ ], ( ), ??, XXX."""


class NotAcceptedYet(NotPossibleNow):
    """A text is fixed only from what every side accepted in principle."""

    says = N_(
        "Not every side has accepted this offer. A text is fixed only from an offer that all sides accepted."
    )


class ListsOpen(NotPossibleNow):
    """Who decides must be known before a text is fixed."""

    says = N_("The list of those who decide is still open for %(side)s. Close it first, on the page People.")


class HasText(NotPossibleNow):
    """The offer has become a text already."""

    says = N_("This offer has a text already. Change that text instead of fixing a second one.")


class NoClause(NotValid):
    """Nothing is written."""

    says = N_("The text has no clause yet. Write at least one, in both languages.")
    field = "km"


class NoKhmer(NotValid):
    """One wording is missing."""

    says = N_("Clause %(number)s has no Khmer wording.")
    field = "km"


class NoEnglish(NotValid):
    """One wording is missing."""

    says = N_("Clause %(number)s has no English wording.")
    field = "en"


class HasBlank(NotValid):
    """A place was left open; what is filled in later was never read by those who sign."""

    says = N_("Clause %(number)s has an open place: “%(blank)s”. Fill it in before the text is fixed.")
    field = "km"


class HasBlankInEnglish(HasBlank):
    """The same in the other wording."""

    says = HasBlank.says
    field = "en"


class SameText(NotPossibleNow):
    """Fixing the same words again would only void what was signed."""

    says = N_("Nothing is different from the text in force. It stays as it is, with what was signed.")


class FixedMeanwhile(NotPossibleNow):
    """Another text was fixed since this page was opened; nobody is to void it unread."""

    says = N_(
        "Another text was fixed while you were writing. Its code is %(code)s. Read it below. Your words are still "
        "here; fix them again to put them in its place."
    )


class WasReleased(NotPossibleNow):
    """The result is out."""

    says = N_("The result was released on %(released)s. This text can no longer be changed; a new offer can.")


class NobodyTicked(NotValid):
    """A hand-over needs a person."""

    says = N_("Tick the people who received their copy.")
    field = "persons"


class NotOnTheList(NotValid):
    """Only those who decide get a copy noted here."""

    says = N_("One of these people does not decide at this table. Open the page again.")
    field = "persons"


class NotYet(NotValid):
    """A hand-over in the future."""

    says = N_("This time is still to come. Write when the copies were really in their hands.")
    field = "hour"


class BeforeFixed(NotValid):
    """A hand-over before the text existed."""

    says = N_("The text was fixed only on %(fixed)s. A copy cannot have been handed over before.")
    field = "hour"


class LanguageNotThere(NotValid):
    """The text has no such wording."""

    says = N_("This text has no wording in that language.")
    field = "language"


def complete(clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses without empty rows. Raises the sentence of the first thing missing: wording, or a blank."""
    written = [(khmer, english) for khmer, english in clauses if khmer or english]
    if not written:
        raise NoClause
    for number, (khmer, english) in enumerate(written, 1):
        if not khmer:
            raise NoKhmer(number=number)
        if not english:
            raise NoEnglish(number=number)
        for wording, refusal in ((khmer, HasBlank), (english, HasBlankInEnglish)):
            blank = BLANK.search(wording)
            if blank:
                raise refusal(number=number, blank=blank.group())
    return written


def ensure_accepted(sides: Sequence[tuple[str, str, int]], accepted: frozenset[str]) -> None:
    """Every side that decides accepted, and its list is closed. `sides`: (id, name, closed count or -1)."""
    for side, name, closed in sides:
        if closed < 0:
            raise ListsOpen(side=name)
        if side not in accepted:
            raise NotAcceptedYet
    if not sides:
        raise NotAcceptedYet


def ensure_no_text_yet(*, has_text: bool) -> None:
    """One offer becomes one agreement."""
    if has_text:
        raise HasText


def ensure_not_released(*, released: str) -> None:
    """The result is not out; `released` is its written time or ''."""
    if released:
        raise WasReleased(released=released)


def ensure_newest(*, read: str, newest: str, code: str) -> None:
    """The text in force is the one that was read before this one was written."""
    if read and read != newest:
        raise FixedMeanwhile(code=code)


def ensure_differs(*, same: bool, returned: bool) -> None:
    """Something is different, or the monitor sent the text back for a new reading."""
    if same and not returned:
        raise SameText


def ensure_handed_over(
    persons: Sequence[str],
    deciders: frozenset[str],
    language: str,
    languages: Sequence[str],
    *,
    when: datetime,
    fixed: datetime,
    now: datetime,
    fixed_words: str,
) -> None:
    """These people can have received a copy in that language at that time (to the minute, as people write it)."""
    if not persons:
        raise NobodyTicked
    if not deciders.issuperset(persons):
        raise NotOnTheList
    if language not in languages:
        raise LanguageNotThere
    if when > now:
        raise NotYet
    if when < fixed.replace(second=0):
        raise BeforeFixed(fixed=fixed_words)
