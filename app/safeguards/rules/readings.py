"""What must be true before a reading, what was told back, and advice are noted. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import zip_longest
from math import ceil

from app.agreements.rules.texts import LanguageNotThere, NotOnTheList
from app.foundation.errors import N_, NotValid
from app.voluntariness.rules.inf_understand import QUESTIONS
from app.web.words import latin_digits


class NobodyListened(NotValid):
    """A reading is for somebody."""

    says = N_("Tick who listened to the whole reading.")
    field = "persons"


class ReaderNeeded(NotValid):
    """Somebody read, and it was somebody of this table."""

    says = N_("Choose who read the text aloud.")
    field = "reader"


class WitnessReads(NotValid):
    """Who reads cannot watch the reading."""

    says = N_(
        "You cannot read the text and be its witness. Choose who read it, or let somebody else witness it."
    )
    field = "reader"


class EndsFirst(NotValid):
    """A reading that ended before it began."""

    says = N_("The reading ended before it began. Look at both times again.")
    field = "ends"


class NotReadYet(NotValid):
    """A reading in the future."""

    says = N_("This time is still to come. Save the sheet when the reading is over.")
    field = "ends"


class ReadTooSoon(NotValid):
    """What was read was another text."""

    says = N_("This text was fixed only on %(fixed)s. It cannot have been read aloud before.")
    field = "starts"


class ReadTooFast(NotValid):
    """Nobody can read so fast; so not all of it was read."""

    says = N_(
        "This text has %(words)s words: reading it aloud takes at least %(needed)s minutes. Read the whole text, then "
        "write when that began and ended."
    )
    field = "ends"


class WrongNumber(NotValid):
    """There are five questions."""

    says = N_("Write for each person how many of the five answers were right: 0 to 5, or leave it open.")
    field = "correct"


@dataclass(frozen=True, slots=True)
class Read:
    """One reading as the sheet says it. `persons` listened; `told` is the number of right answers by person."""

    persons: Sequence[str]
    reader: str
    interpreter: str
    language: str
    starts: datetime
    ends: datetime
    told: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class TextRead:
    """What is known about the text that was read: its languages, when it was fixed, how long it takes to read."""

    languages: Sequence[str]
    fixed: datetime
    fixed_words: str
    count: int
    words_a_minute: int

    @property
    def takes(self) -> timedelta:
        """The shortest time in which it can be read aloud."""
        return timedelta(minutes=self.count / self.words_a_minute)


def answers_told(
    persons: Sequence[str], correct: Sequence[str], *, all_of: Sequence[str] = ()
) -> dict[str, int]:
    """The right answers of those who were asked; who was not asked is left out. Raises WrongNumber.

    `all_of`: people of whom the witness says together that they told back all five, unless a number says otherwise.
    """
    told: dict[str, int] = {}
    for person, written in zip_longest(persons, correct, fillvalue=""):
        plain = latin_digits(written).strip()
        if plain and not (plain.isascii() and plain.isdigit() and int(plain) <= QUESTIONS):
            raise WrongNumber
        if plain:
            told[person] = int(plain)
        elif person in all_of:
            told[person] = QUESTIONS
    return told


def knows_claims(person: str, correct: int, *, ticked: Sequence[str]) -> bool:
    """What can no longer be claimed is one of the five: whoever told back all five said it; of others it is ticked.

    Source: domain.md 3.4 INF-UNDERSTAND-1.
    """
    return correct == QUESTIONS or person in ticked


def ensure_may_note(
    read: Read,
    text: TextRead,
    *,
    deciders: frozenset[str],
    seated: frozenset[str],
    witness: str,
    now: datetime,
) -> None:
    """The whole text was read to people who decide, by somebody of the table, and not faster than anyone can."""
    if not read.persons:
        raise NobodyListened
    if not deciders.issuperset(read.persons) or not deciders.issuperset(read.told):
        raise NotOnTheList
    if read.reader not in seated:
        raise ReaderNeeded
    if read.reader == witness:
        raise WitnessReads
    if read.language not in text.languages:
        raise LanguageNotThere
    if read.ends > now:
        raise NotReadYet
    if read.ends <= read.starts:
        raise EndsFirst
    if read.starts < text.fixed:
        raise ReadTooSoon(fixed=text.fixed_words)
    if read.ends - read.starts < text.takes:
        raise ReadTooFast(words=text.count, needed=ceil(text.takes / timedelta(minutes=1)))
