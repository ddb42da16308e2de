"""What staff send who name the promises of a text: a debtor, a creditor and a day for each row."""

from typing import Any

from pydantic import create_model

from app.agreements.rules.offers import ROWS
from app.safeguards.forms.later import SheetForm
from app.safeguards.rules.promises import NamedRow
from app.web.fields import MaybeDay
from app.web.forms import Form, Line


class PlainForm(Form):
    """A form in which nothing is typed: a button."""


class NamingForm(SheetForm):
    """Numbered fields, as many as an offer may have rows."""

    def rows(self, count: int) -> list[NamedRow]:
        """The first so many rows."""
        return [
            NamedRow(
                number - 1,
                getattr(self, f"debtor_{number}"),
                getattr(self, f"creditor_{number}"),
                getattr(self, f"due_{number}"),
            )
            for number in range(1, count + 1)
        ]


_FIELDS: dict[str, Any] = {
    f"{part}_{number}": (MaybeDay, None) if part == "due" else (Line, "")
    for number in range(1, ROWS + 1)
    for part in ("debtor", "creditor", "due")
}
NAMING_FORM: type[NamingForm] = create_model("NumberedNaming", __base__=NamingForm, **_FIELDS)


def typed_naming(rows: list[NamedRow]) -> dict[str, object]:
    """Rows as the form's fields, to begin with what stands already."""
    values: dict[str, object] = {}
    for one in rows:
        number = one.row + 1
        values |= {f"debtor_{number}": one.debtor, f"creditor_{number}": one.creditor}
        if one.due:
            values |= {f"due_{number}_day": one.due.day, f"due_{number}_month": one.due.month}
            values[f"due_{number}_year"] = one.due.year
    return values
