"""Kinds of fields that people fill: a day in three parts, a time of day, an amount."""

from datetime import date, time
from typing import Annotated, Any

from pydantic import BeforeValidator, Field
from pydantic.fields import FieldInfo

from app.foundation.errors import N_
from app.web.words import latin_digits

DAY_PARTS = ("day", "month", "year")
LARGEST = 10**12
"""The largest amount of money anybody may write: a million millions of riel."""

FIRST_YEAR, LAST_YEAR = 2000, 2200
"""Years that somebody means who writes a day here; 27 is none of them."""


class Wrong(ValueError):
    """What is wrong with one field, as a translatable sentence with %(named)s holes."""

    def __init__(self, says: str, **details: object) -> None:
        """Keep the sentence and what fills its holes."""
        self.says, self.details = says, details
        super().__init__(says % details)


def _day(parts: Any) -> Any:
    if not isinstance(parts, tuple):
        return parts
    written = [latin_digits(part).strip() for part in parts]
    if not all(part.isascii() and part.isdigit() for part in written):
        raise Wrong(N_("Write the day, the month and the year, such as 12 January 2027."))
    day, month, year = (int(part) for part in written)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Wrong(N_("Write the year with four digits, such as 2027."))
    try:
        return date(year, month, day)
    except ValueError:
        raise Wrong(N_("There is no such day in that month. Look at the calendar again.")) from None


def _time(text: Any) -> Any:
    if not isinstance(text, str):
        return text
    hours, colon, minutes = latin_digits(text).strip().replace(".", ":").partition(":")
    fits = hours.isascii() and hours.isdigit() and minutes.isascii() and minutes.isdigit()
    if not (colon and fits and int(hours) < 24 and int(minutes) < 60):
        raise Wrong(N_("Write the time with hours and minutes, such as 08:30."))
    return time(int(hours), int(minutes))


def _amount(text: Any) -> Any:
    if not isinstance(text, str):
        return text
    plain = "".join(latin_digits(text).split()).replace("\u202f", "").replace(",", "")
    if not (plain.isascii() and plain.isdigit()):
        raise Wrong(
            N_("Write the amount in digits only, such as 4000000. “%(typed)s” is not an amount."), typed=text
        )
    if int(plain) > LARGEST:
        raise Wrong(N_("This amount is too large. Check the number of zeros."))
    return int(plain)


_IS_DAY = "a day in three fields"
Day = Annotated[date, BeforeValidator(_day), Field(description=_IS_DAY)]
TimeOfDay = Annotated[time, BeforeValidator(_time)]
Amount = Annotated[int, BeforeValidator(_amount)]


def _perhaps(parts: Any) -> Any:
    """Nothing typed at all is no value; anything typed is read as usual."""
    typed = parts if isinstance(parts, tuple) else (parts,)
    return None if all(isinstance(part, str) and not part.strip() for part in typed) else parts


MaybeDay = Annotated[Day | None, BeforeValidator(_perhaps), Field(description=_IS_DAY)]
MaybeAmount = Annotated[Amount | None, BeforeValidator(_perhaps)]
"""A day, an amount, that may be left open."""


def is_day(info: FieldInfo) -> bool:
    """Is this field filled in three parts?"""
    return info.description == _IS_DAY
