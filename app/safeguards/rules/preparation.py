"""What must be true before a sheet of visits and people is saved. Pure."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from app.foundation.errors import N_, NotPossibleNow, NotValid
from app.foundation.pasted import cells_of, key_of


class NothingNew(NotValid):
    """A sheet says something that the record does not hold yet."""

    says = N_(
        "All of this stands in the record already, or nothing is ticked. Somebody else may have saved this sheet."
    )


class NamedTwice(NotValid):
    """Two lines of a pasted list hold the same name."""

    says = N_("“%(name)s” stands in the list twice. Write each person once.")
    field = "principals"


class MandateHalf(NotValid):
    """A mandate has a person, a text and a last day."""

    says = N_("A mandate needs the person, what it reaches, its words, its last day and those who gave it.")
    field = "mandate_text"


class MandateBehind(NotValid):
    """A mandate that ended before it is written down is none."""

    says = N_("The last day of this mandate has gone by. Write the day until which it holds.")
    field = "until"


class NotThisKind(NotPossibleNow):
    """A talk after signing needs signatures; one before talking needs no session yet."""

    says = N_("A talk before the first session is written down for a moment before that session began.")


class WhoAsked(NotValid):
    """Words of a request stand beside who asked, and an answer has its reason."""

    says = N_("Say who asked for this table, and write the reason and the next step beside the answer.")
    field = "asker"


class ParcelHalf(NotValid):
    """A parcel has a name and a kind of tenure."""

    says = N_("A parcel needs a name and the kind of right to it.")
    field = "parcel"


class ProceedingHalf(NotValid):
    """A proceeding has a kind and a side."""

    says = N_("A parallel proceeding needs its kind and the side that is in it.")
    field = "kind"


def ensure_something(facts: Collection[object]) -> None:
    """At least one entry comes of a sheet."""
    if not facts:
        raise NothingNew


def names_in(pasted: str) -> list[str]:
    """The names of a pasted list, one a line; commas, tabs and semicolons end a name, spare spaces go.

    Raises NamedTwice.
    """
    names = [cells[0] for _, cells in cells_of(pasted) if cells[0]]
    seen: set[str] = set()
    for name in names:
        key = key_of(name)
        if key in seen:
            raise NamedTwice(name=name)
        seen.add(key)
    return names


def ensure_mandate(
    persons: Sequence[str],
    scope: Sequence[str],
    text: str,
    until: date | None,
    principals: int,
    *,
    today: date,
) -> bool:
    """Is a whole mandate typed? False where nothing of it is. Raises MandateHalf, MandateBehind."""
    parts = (bool(persons), bool(text), until is not None, principals > 0)
    if not any(parts):
        return False
    if not all(parts) or not scope or until is None:
        raise MandateHalf
    if until < today:
        raise MandateBehind
    return True


def ensure_case(
    *,
    asker: str,
    request: str,
    answer: str,
    reason: str,
    parcel: str,
    tenure: str,
    measured: bool,
    kind: str,
    side: str,
    described: bool,
) -> None:
    """What belongs together on sheet 1 is there together. Raises WhoAsked, ParcelHalf, ProceedingHalf.

    `measured`: an area is written; `described`: a proceeding's stage, its time limit, or that our office acts in it.
    """
    if (request and not asker) or bool(answer) != bool(reason):
        raise WhoAsked
    if bool(parcel) != bool(tenure) or (measured and not parcel):
        raise ParcelHalf
    if bool(kind) != bool(side) or (described and not kind):
        raise ProceedingHalf


def ensure_before_talks(when: datetime, first: datetime | None) -> None:
    """A talk before the first session lies before it. `first`: when that session began, if it has."""
    if first is not None and when >= first:
        raise NotThisKind
