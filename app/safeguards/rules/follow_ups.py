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
