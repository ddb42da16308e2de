"""What must be true before a talk afterwards is written down, and when the planned ones fall due. Pure."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from app.foundation.errors import N_, NotPossibleNow, NotValid


class NoPlanYet(NotPossibleNow):
    """Talks afterwards are planned first, for all alike."""

    says = N_(
        "No talks afterwards are planned yet. They are planned with the promises of a text, or at the closing."
    )


class NobodyMet(NotValid):
    """A sheet about nobody says nothing."""

    says = N_("Choose at least one person.")
    field = "persons"


class NotInPlan(NotValid):
    """Only those who are in the plan are followed up, after one of its days."""

    says = N_("Choose a day and persons of the plan.")
    field = "day"


class NotDueYet(NotValid):
    """A talk is held on its day of the plan or later; what was held before says nothing of how they fare then."""

    says = N_("This talk falls due on %(day)s. Write it down once it was held, on that day or later.")
    field = "day"


class DaysNotBegun(NotPossibleNow):
    """The days of the plan are counted from the release, or from an ending without agreement."""

    says = N_(
        "The days of the plan are counted from the release of the text, or from the closing. Neither has come yet."
    )


def due_on(since: date, days: str) -> date:
    """The day on which a planned talk falls due."""
    return since + timedelta(days=int(days))


def ensure_in_plan(
    *, days: Sequence[str], planned: Collection[str], day: str, persons: Collection[str]
) -> None:
    """There is a plan, and it has this day and these persons."""
    if not days:
        raise NoPlanYet
    if not persons:
        raise NobodyMet
    if day not in days or set(persons) - set(planned):
        raise NotInPlan


def ensure_due(held: date, due: date | None, written: str) -> None:
    """The talk was held on the day on which it falls due, or later. `due`: None before the days are counted."""
    if due is None:
        raise DaysNotBegun
    if held < due:
        raise NotDueYet(day=written)
