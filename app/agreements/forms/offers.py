"""What people type into an offer: up to eight rows of who, what, where, how much, when, proof, if late."""

from typing import Annotated, Any, Literal

from pydantic import StringConstraints, create_model

from app.agreements.forms.versions import MaybeDigest
from app.agreements.rules.offers import PARTS, ROWS, Row
from app.web.fields import MaybeAmount, MaybeDay
from app.web.forms import Form, Line

Key = Annotated[str, StringConstraints(max_length=40)]


class DraftForm(Form):
    """A draft: '' for a new one, the version of it that was read, and the offer it counters, or ''. Its rows are
    numbered fields (`ROWS_FORM`)."""

    draft: Key = ""
    version: MaybeDigest = ""
    counters: Key = ""

    def rows(self) -> dict[int, Row]:
        """The rows in which something stands, by their number on the form."""
        found = {number: self._row(number) for number in range(1, ROWS + 1)}
        return {number: row for number, row in found.items() if not row.is_empty}

    def _row(self, number: int) -> Row:
        typed = {part: getattr(self, f"{part}_{number}") for part in PARTS}
        amount, when = typed["amount"], typed["when"]
        typed["amount"], typed["when"] = amount or 0, when.isoformat() if when else ""
        typed["currency"] = typed["currency"] if amount else ""
        return Row(**typed)


_KINDS: dict[str, tuple[Any, Any]] = {
    "amount": (MaybeAmount, None),
    "currency": (Literal["", "KHR", "USD"], ""),
    "when": (MaybeDay, None),
}
_FIELDS: dict[str, Any] = {
    f"{part}_{number}": _KINDS.get(part, (Line, "")) for number in range(1, ROWS + 1) for part in PARTS
}
ROWS_FORM: type[DraftForm] = create_model("RowsForm", __base__=DraftForm, **_FIELDS)


def typed_rows(rows: tuple[Row, ...]) -> dict[str, object]:
    """Rows as the form's fields, to begin with what stands already."""
    values: dict[str, object] = {}
    for number, row in enumerate(rows[:ROWS], start=1):
        for part in PARTS:
            values[f"{part}_{number}"] = getattr(row, part) or ""
        if row.when:
            year, month, day = row.when.split("-")
            values |= {f"when_{number}_day": int(day), f"when_{number}_month": int(month)}
            values[f"when_{number}_year"] = year
    return values
