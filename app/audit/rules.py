"""What must be true before a review changes anything. Pure: facts in, refusal or silence out."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from app.access.viewer import Viewer
from app.foundation.errors import N_, NotAllowed, NotPossibleNow, NotValid
from app.foundation.roles import Role
from app.voluntariness.slots import is_slot_day, slot_from

AUDITORS = (Role.MONITOR, Role.SAFEGUARD_OFFICER)


class OnlyTheMonitor(NotAllowed):
    """A safeguard officer reads and clears; the monitor alone speaks the outcome."""

    says = N_("Only the monitor of this table releases, puts off or returns.")


class NothingSigned(NotPossibleNow):
    """There is no signature, hence no cooling-off and no slot."""

    says = N_("Nobody has signed this text yet, so there is nothing to release.")


class BeforeSlot(NotPossibleNow):
    """Results open at the slot and not a second before (settled.md 2, 14)."""

    says = N_("The door opens on %(slot)s, not before. Until then everybody else reads “in review”.")


class OnlyOnSlotDays(NotPossibleNow):
    """The day of the slot has gone by; the next slot is as good."""

    says = N_("Results are released on the slot's own day. The next one is %(slot)s.")


class StillOpen(NotPossibleNow):
    """The record does not carry this result."""

    says = N_("This cannot be released: %(open)s. Ask for the evidence, put it off, or return the text.")


class NotExamined(NotValid):
    """FREE-REPORT-1: the monitor's word is part of the release."""

    says = N_("Examine every report first, if there are any. Then tick that none is open.")
    field = "examined"


class AlreadyReleased(NotPossibleNow):
    """A result is released once."""

    says = N_("The result for this text was released already.")


class WasReturned(NotPossibleNow):
    """After a return the table goes on with a new text."""

    says = N_("This text went back to the table for a new reading.")


class CannotBeCleared(NotPossibleNow):
    """A rule that blocks is never cleared: nobody can do without it."""

    says = N_("This rule blocks; nobody can clear it. Ask for the evidence, or return the text.")


class NothingToClear(NotPossibleNow):
    """The rule is kept, does not apply, or was cleared before."""

    says = N_("There is nothing to clear here.")


class OwnWork(NotValid):
    """Nobody clears what they wrote themselves (settled.md, the issue: never one's own work)."""

    says = N_("You wrote some of this evidence yourself. Who may clear it: %(who)s.")
    field = "words"


def is_auditor(viewer: Viewer) -> bool:
    """May this person see reviews at all? For everybody else there is nothing here."""
    return viewer.holds(*AUDITORS)


def door_opens(first_slot: datetime, put_off: Sequence[datetime], slot: str) -> datetime:
    """The moment from which a result may be released: the first slot, or the one after each putting off."""
    opens = first_slot
    for moment in put_off:
        opens = slot_from(max(opens, moment) + timedelta(seconds=1), slot)
    return opens


def ensure_monitor(viewer: Viewer) -> None:
    """The monitor alone speaks the outcome."""
    if not viewer.holds(Role.MONITOR):
        raise OnlyTheMonitor


def ensure_in_review(*, status: str) -> None:
    """The outcome is still to come."""
    if status == "released":
        raise AlreadyReleased
    if status == "returned":
        raise WasReturned


def next_opening(now: datetime, opens: datetime, slot: str) -> datetime:
    """When the door opens next: `opens`, or the next slot where that day has gone by; `now` while it is open."""
    if now < opens:
        return opens
    return now if is_slot_day(now, slot) else slot_from(now, slot)


def ensure_door_open(*, now: datetime, opens: datetime | None, slot: str, written: str) -> None:
    """It is a slot's day, at or after its hour. `written`: the next opening as people read it."""
    if opens is None:
        raise NothingSigned
    if now < opens:
        raise BeforeSlot(slot=written)
    if not is_slot_day(now, slot):
        raise OnlyOnSlotDays(slot=written)


def ensure_examined(*, examined: bool) -> None:
    """The monitor said that every report, if any, was examined and none is open."""
    if not examined:
        raise NotExamined


def ensure_supported(*, supported: bool, still_open: str) -> None:
    """The record carries the result. `still_open`: the rules in the way, in words."""
    if not supported:
        raise StillOpen(open=still_open)


def ensure_may_clear(
    *, severity: str, settled: bool, clearer: str, authors: Collection[str], others: Sequence[str]
) -> None:
    """A rule that needs a clearance, still open, whose evidence is somebody else's work.

    `others`: the names of those at this table who may clear it instead.
    """
    if settled:
        raise NothingToClear
    if severity != "C":
        raise CannotBeCleared
    if clearer in authors:
        raise OwnWork(who=", ".join(others) or "–")
