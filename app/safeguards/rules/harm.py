"""What must be true before a do-no-harm sheet is saved. Pure."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from app.foundation.errors import N_, NotValid

BASELINE, CLOSING = "baseline", "closing"
"""The two moments that are no session."""


@dataclass(frozen=True, slots=True)
class Option:
    """What is done about something that got worse, by whom, and by when."""

    what: str
    owner: str
    due: date | None


@dataclass(frozen=True, slots=True)
class HarmSheet:
    """A do-no-harm sheet as it is typed. Trends: better, same, worse."""

    dividers: str
    divider_words: str
    connectors: str
    connector_words: str
    groups: str
    options: tuple[Option, ...]
    alike: bool


class OptionMissing(NotValid):
    """What got worse has an option with an owner and a day (DNH-CONTEXT-1)."""

    says = N_("Something got worse. Write what is done about it, who does it, and by which day.")
    field = "what_1"


class OptionHalf(NotValid):
    """An option nobody does by no day is none."""

    says = N_("Write who does this, and by which day.")
    field = "owner_1"


class NoSuchMoment(NotValid):
    """A sheet belongs before the first session, after a session, or at the end."""

    says = N_("Choose when this sheet was written.")
    field = "moment"


def ensure_moment(moment: str, sessions: Collection[str]) -> None:
    """Before the first session, after one that was opened, or at the end."""
    if moment not in (BASELINE, CLOSING) and moment not in sessions:
        raise NoSuchMoment


def options_in(options: Sequence[Option]) -> tuple[Option, ...]:
    """The options that were typed, each whole. Raises OptionHalf."""
    found = tuple(one for one in options if one.what or one.owner or one.due)
    for number, one in enumerate(found, 1):
        if not (one.what and one.owner and one.due):
            refusal = OptionHalf()
            refusal.field = f"what_{number}" if not one.what else f"owner_{number}"
            raise refusal
    return found


def ensure_answered(sheet: HarmSheet) -> None:
    """Where something got worse, at least one option stands."""
    if "worse" in (sheet.dividers, sheet.connectors) and not sheet.options:
        raise OptionMissing
