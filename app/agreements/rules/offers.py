"""Rows of an offer, what changed between two offers, and what must be true before one is tabled. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from app.foundation.errors import N_, NotAllowed, NotPossibleNow, NotValid

ROWS = 8
"""How many rows an offer can have; more belongs into the text."""
CURRENCIES = ("KHR", "USD")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of an offer: who gives or does what. `amount` is whole riel or dollars, 0 for none; `when` a
    day (ISO) or ''. The names of the fields are those of the canonical file."""

    who: str = ""
    what: str = ""
    where: str = ""
    amount: int = 0
    currency: str = ""
    when: str = ""
    proof: str = ""
    late: str = ""

    @property
    def is_empty(self) -> bool:
        """Nothing was typed; a currency alone says nothing."""
        return not (
            self.who or self.what or self.where or self.amount or self.when or self.proof or self.late
        )


PARTS = tuple(field.name for field in fields(Row))


def read_rows(body: Mapping[str, Any]) -> list[Row]:
    """The rows of a canonical file of terms, or of a draft."""
    return [Row(**{part: row[part] for part in PARTS}) for row in body["rows"]]


def written(rows: Iterable[Row]) -> list[dict[str, Any]]:
    """Rows as the canonical file holds them."""
    return [{part: getattr(row, part) for part in PARTS} for row in rows]


def pair(now: Sequence[Row], before: Sequence[Row]) -> list[tuple[Row | None, Row | None]]:
    """Which row became which: the same person and thing, else the same thing or person. None = new, or gone."""
    left = list(before)
    matched: list[Row | None] = []
    for row in now:
        same = next((old for old in left if (old.who, old.what) == (row.who, row.what)), None)
        if same is not None:
            left.remove(same)
        matched.append(same)
    for at, row in enumerate(now):
        if matched[at] is None and left and row not in before:
            near = next((old for old in left if old.what == row.what or old.who == row.who), None)
            if near is not None:
                left.remove(near)
                matched[at] = near
    pairs: list[tuple[Row | None, Row | None]] = list(zip(now, matched, strict=True))
    return pairs + [(None, old) for old in left]


class NeedsWhat(NotValid):
    """A row says something, but not what is given or done."""

    says = N_("Say what is given or done in this row, or empty the whole row.")


class NeedsCurrency(NotValid):
    """An amount without its unit."""

    says = N_("Say whether the amount is in riel or in US dollars.")


class EmptyOffer(NotValid):
    """No row at all."""

    says = N_("An offer needs at least one row. Say what is given or done.")
    field = "what_1"


class DecidersOpen(NotPossibleNow):
    """The list of those who decide is not complete for each side (CAP-1)."""

    says = N_(
        "The lists of those who decide are not complete yet. The facilitator completes them on the page People; "
        "your draft stays here."
    )


class NumbersOpen(NotPossibleNow):
    """The numbers of the table are still open, so the order of the answers is not drawn."""

    says = N_(
        "The numbers of this table are not fixed yet. The facilitator fixes them; your draft stays here."
    )


class KeptMeanwhile(NotPossibleNow):
    """Somebody of the same side kept other rows since this page was opened."""

    says = N_(
        "Somebody on your side kept other rows meanwhile. Read them below. Yours are still here; keep them again to "
        "put them in their place."
    )


class TabledMeanwhile(NotPossibleNow):
    """The draft is gone: a draft goes away only when it is put on the table."""

    says = N_(
        "Somebody on your side put this draft on the table meanwhile. Your rows are still here; keep them to begin a "
        "new draft."
    )


class NotYourOffer(NotAllowed):
    """Only the side that made an offer may take it back."""

    says = N_("Only the side that made this offer can withdraw it.")


class AlreadyWithdrawn(NotPossibleNow):
    """Taken back before."""

    says = N_("This offer was withdrawn before. Nothing was changed now.")


def ensure_rows(rows: Mapping[int, Row]) -> None:
    """Each row, by its number on the form, says what is given, and its money has a unit."""
    if not rows:
        raise EmptyOffer
    for number, row in rows.items():
        if not row.what:
            raise _at(NeedsWhat(), f"what_{number}")
        if row.amount and row.currency not in CURRENCIES:
            raise _at(NeedsCurrency(), f"currency_{number}")


def _at(refusal: NotValid, field: str) -> NotValid:
    refusal.field = field
    return refusal


def ensure_newest(*, read: str, newest: str) -> None:
    """The draft stands as the person read it. `newest` is '' where no such draft is their side's: an unknown one and
    another side's are told alike."""
    if not newest:
        raise TabledMeanwhile
    if read != newest:
        raise KeptMeanwhile


def ensure_may_table(*, frozen: bool, closed: Sequence[int]) -> None:
    """Numbers are fixed and each side's list of deciders is closed (-1 = open)."""
    if not frozen:
        raise NumbersOpen
    if not closed or any(count < 0 for count in closed):
        raise DecidersOpen


def ensure_may_withdraw(*, own: bool, withdrawn: bool) -> None:
    """It is this side's offer, and it stands."""
    if not own:
        raise NotYourOffer
    if withdrawn:
        raise AlreadyWithdrawn
