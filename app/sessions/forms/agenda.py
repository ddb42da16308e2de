"""What staff type about an agenda: its rows, the sending, a delivery."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from app.sessions.rules.agenda_items import AgendaItem
from app.web.fields import Day, TimeOfDay
from app.web.forms import Form
from app.web.words import latin_digits

Cell = Annotated[str, StringConstraints(max_length=1000)]
Cells = Annotated[list[Cell], Field(max_length=60, default_factory=list)]
COLUMNS = ("item", "khmer", "latin", "side", "purpose", "lead", "minutes")


class AgendaForm(Form):
    """All rows at once, one list a column; `agenda` is the version the page showed. The buttons beside the rows
    send the place of their row (from 0) under their own name; `send` says that the chair gets it at once."""

    agenda: str = ""
    item: Cells
    khmer: Cells
    latin: Cells
    side: Cells
    purpose: Cells
    lead: Cells
    minutes: Cells
    up: str = ""
    down: str = ""
    remove: str = ""
    rest: str = ""
    send: str = ""


class SendForm(Form):
    """The version that is sent to the chair."""

    agenda: str


class AgendaDeliveryForm(Form):
    """Whom a version reached the same way, how and when."""

    agenda: str
    persons: Annotated[list[str], Field(min_length=1)]
    how: Literal["by_hand", "telephone", "message", "post"]
    on: Day
    time: TimeOfDay


Row = dict[str, str]
"""One row as typed: a text for each of COLUMNS."""


def all_rows(typed: Mapping[str, Any]) -> list[Row]:
    """The rows of a sent form as they were typed, at the places they had on the page."""
    columns = {name: list(typed.get(name) or []) for name in COLUMNS}
    longest = max((len(cells) for cells in columns.values()), default=0)
    return [
        {name: str(cells[n]).strip() if n < len(cells) else "" for name, cells in columns.items()}
        for n in range(longest)
    ]


def written_rows(rows: Sequence[Row]) -> list[Row]:
    """The rows that hold a word."""
    return [row for row in rows if any(row[name] for name in ("khmer", "latin", "lead", "minutes"))]


def rows_of(typed: Mapping[str, Any]) -> list[Row]:
    """The rows of a sent form as they were typed, those without a word left out."""
    return written_rows(all_rows(typed))


def typed_items(rows: Sequence[Row]) -> list[AgendaItem]:
    """Rows as items; minutes that are no number become 0, which no agenda may hold."""
    return [
        AgendaItem(
            id=row["item"],
            khmer=row["khmer"],
            latin=row["latin"],
            side=row["side"],
            purpose=row["purpose"],
            lead=row["lead"],
            minutes=small_number(row["minutes"]) or 0,
        )
        for row in rows
    ]


def small_number(text: str) -> int | None:
    """A whole number of at most four digits; None for anything else."""
    plain = latin_digits(text).strip()
    return int(plain) if plain.isascii() and plain.isdigit() and len(plain) < 5 else None


def rows_from(items: Sequence[AgendaItem]) -> list[Row]:
    """Items as the rows of a form."""
    return [
        {
            "item": item.id,
            "khmer": item.khmer,
            "latin": item.latin,
            "side": item.side,
            "purpose": item.purpose,
            "lead": item.lead,
            "minutes": str(item.minutes),
        }
        for item in items
    ]
