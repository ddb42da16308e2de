"""What must be true before a promise is named, claimed, confirmed or disputed. Pure."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from app.foundation.errors import N_, NotAllowed, NotPossibleNow, NotValid

OUTSIDE = "outside"
"""On the form: an authority that does not sit at this table. In the record its debtor is ''."""


@dataclass(frozen=True, slots=True)
class NamedRow:
    """Who keeps one row of a text, who says whether it was kept, and by when."""

    row: int
    debtor: str
    creditor: str
    due: date | None


class NotReleasedYet(NotPossibleNow):
    """A promise counts from the release on."""

    says = N_("The result is not released yet. Whether a promise was kept can be said only after that.")


class NotYourPromise(NotAllowed):
    """Only the debtor's side claims."""

    says = N_("Only somebody of the side that made this promise can say that it was kept.")


class NotYourWord(NotAllowed):
    """Only the creditor's side confirms or disputes (POST-PERF-1)."""

    says = N_("Only somebody of the side to which this was promised can say whether it was kept.")


class NothingClaimed(NotPossibleNow):
    """The debtor speaks first."""

    says = N_("The other side has not said yet that this promise was kept.")


class AlreadySaid(NotPossibleNow):
    """A promise is claimed once, and answered once, until the table talks again."""

    says = N_("This was said before. Nothing was changed now.")


class PromisesFixed(NotPossibleNow):
    """What people signed stays as it was named then."""

    says = N_("Somebody has signed this text. Who keeps which promise can no longer be changed for it.")


class NoSuchSide(NotValid):
    """A debtor or creditor that does not sit here."""

    says = N_("Choose a side of this table, or an authority outside it.")


class ConfirmsAlone(NotValid):
    """Whoever promised cannot be the one who says that it was kept."""

    says = N_("Somebody else than the side that keeps it must say whether it was kept.")


class DayMissing(NotValid):
    """A promise without a day is never overdue."""

    says = N_("Write the day by which this is done.")


def ensure_may_name(*, status: str, signed: bool, named: bool) -> None:
    """A text that is not released; once somebody signed, what was named stays."""
    if status == "released" or (signed and named):
        raise PromisesFixed


def ensure_named(rows: Sequence[NamedRow], sides: Collection[str]) -> None:
    """Each row has a side or an authority outside, somebody else who confirms, and a day."""
    for one in rows:
        number = one.row + 1
        if one.debtor != OUTSIDE and one.debtor not in sides:
            raise _at(NoSuchSide(), f"debtor_{number}")
        if one.due is None:
            raise _at(DayMissing(), f"due_{number}")
        if one.debtor == OUTSIDE:
            continue
        if one.creditor not in sides:
            raise _at(NoSuchSide(), f"creditor_{number}")
        if one.creditor == one.debtor:
            raise _at(ConfirmsAlone(), f"creditor_{number}")


def _at(refusal: NotValid, field: str) -> NotValid:
    refusal.field = field
    return refusal


def ensure_may_claim(*, released: bool, own: bool, state: str) -> None:
    """After the release, the debtor's own side; again after a dispute."""
    if not own:
        raise NotYourPromise
    if not released:
        raise NotReleasedYet
    if state not in ("named", "disputed"):
        raise AlreadySaid


def ensure_may_answer(*, own: bool, state: str) -> None:
    """The creditor's own side, once the debtor has claimed."""
    if not own:
        raise NotYourWord
    if state == "named":
        raise NothingClaimed
    if state != "claimed":
        raise AlreadySaid


def is_overdue(due: date | None, today: date, state: str) -> bool:
    """Its day has gone by and it is not confirmed. Worked out when somebody looks, never by a job."""
    return due is not None and today > due and state in ("named", "claimed", "disputed")
