"""How numbers, money and times are written for people (ux.md 5, Numbers and dates)."""

from datetime import date, datetime

from babel.dates import get_day_names, get_month_names

from app.foundation.clock import from_text, local
from app.web.i18n import language

_KHMER = str.maketrans("0123456789", "០១២៣៤៥៦៧៨៩")
_LATIN = str.maketrans("០១២៣៤៥៦៧៨៩", "0123456789")
NARROW = "\u202f"


def digits(text: object) -> str:
    """Digits of the reader's script; codes and telephone numbers are not passed through here."""
    return str(text).translate(_KHMER) if language() == "km" else str(text)


def latin_digits(text: str) -> str:
    """What a person typed, with Khmer digits turned into the ones that programs read."""
    return text.translate(_LATIN)


def number(value: int) -> str:
    """A whole number in groups of three, parted by a narrow no-break space in every language."""
    return digits(f"{value:,}".replace(",", NARROW))


def money(amount: int, currency: str) -> str:
    """An amount with its currency, riel or dollars; whole."""
    unit = {("km", "KHR"): "រៀល", ("km", "USD"): "ដុល្លារ", ("en", "KHR"): "riel", ("en", "USD"): "US dollars"}
    return f"{number(amount)} {unit[language(), currency]}"


def _day_of(value: datetime | date | str) -> date:
    if isinstance(value, str):
        value = from_text(value) if "T" in value else date.fromisoformat(value)
    return local(value).date() if isinstance(value, datetime) else value


def day(value: datetime | date | str) -> str:
    """Weekday, day, month by name, year."""
    on = _day_of(value)
    weekday = get_day_names("wide", locale=language())[on.weekday()]
    month = get_month_names("wide", locale=language())[on.month]
    return digits(f"{weekday} {on.day} {month} {on.year}")


def short_day(value: datetime | date | str) -> str:
    """Day and month by name."""
    on = _day_of(value)
    return digits(f"{on.day} {get_month_names('wide', locale=language())[on.month]}")


def clock_time(value: datetime | str) -> str:
    """Hours and minutes, 24 hours, Phnom Penh."""
    instant = from_text(value) if isinstance(value, str) else value
    return digits(f"{local(instant):%H:%M}")


def day_time(value: datetime | str) -> str:
    """Day and time together."""
    return f"{day(value)}, {clock_time(value)}"


def month_name(month: int) -> str:
    """The name of a month, 1 to 12."""
    return str(get_month_names("wide", locale=language())[month])
