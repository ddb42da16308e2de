"""What people type about a peace table as a whole."""

from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from app.dialogues.words import PROVINCES
from app.foundation.errors import N_
from app.web.fields import FIRST_YEAR, LAST_YEAR, Amount, Wrong
from app.web.forms import Form, Line, NeededLine, NeededWords, Words
from app.web.words import latin_digits


def _province(name: object) -> object:
    """One of the list; a page may be older than it."""
    if name and name not in PROVINCES:
        raise Wrong(N_("Choose one of the provinces."))
    return name


Province = Annotated[NeededLine, BeforeValidator(_province)]
Resource = Literal["land", "forest", "fishery", "water", "mine"]


class OpenForm(Form):
    """A new peace table."""

    khmer: NeededLine
    latin: NeededLine
    summary_khmer: NeededWords
    summary_latin: NeededWords
    resource: Resource
    province: Province
    request: Line = ""
    answer: Words = ""


def _days(text: object) -> object:
    """Closed days, one a line, as day.month.year."""
    if not isinstance(text, str):
        return text
    days = []
    for line in latin_digits(text).split():
        parts = line.strip(",;").split(".")
        try:
            day, month, year = (int(part) for part in parts)
            meant = year if FIRST_YEAR <= year <= LAST_YEAR else 0  # 27 would be the year 27
            days.append(date(meant, month, day))
        except ValueError:
            raise Wrong(
                N_("“%(typed)s” is not a day. Write one day a line, such as 14.4.2027."), typed=line
            ) from None
    return tuple(days)


ClosedDays = Annotated[tuple[date, ...], BeforeValidator(_days)]


class ThresholdsForm(Form):
    """The track with its reason, and the numbers of this table."""

    track: Literal["S", "M", "L"]
    reason: NeededWords
    invite_min_days: Annotated[Amount, Field(ge=0, le=365)]
    agenda_min_days: Annotated[Amount, Field(ge=0, le=365)]
    reflection_min_days: Annotated[Amount, Field(ge=0, le=365)]
    cooling_off_days: Annotated[Amount, Field(ge=0, le=365)]
    session_max_hours: Annotated[Amount, Field(ge=1, le=12)]
    closures: ClosedDays = ()


class PlainForm(Form):
    """A form in which nothing is typed: a button."""


class CorrectionForm(Form):
    """What is right instead."""

    words: NeededWords
