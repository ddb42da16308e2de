"""What must be true before a session is planned, moved, opened or closed. Pure: facts in, refusals or silence out.

What stands against a time is told while choosing and again when saving, by the same list of refusals. Short
notice alone never blocks (ux.md 3.1): it must be ticked, and the monitor clears it with a reason.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from app.foundation.clock import at_local, counted, earliest_after, end_of_day, local
from app.foundation.errors import N_, NotPossibleNow, NotValid, Refusal
from app.web.i18n import ngettext
from app.web.words import clock_time, day, day_time, digits

EARLY = timedelta(minutes=60)
"""How long before its time a session may be opened: people arrive, the room is looked at."""


class EndsTooSoon(NotValid):
    """The end is not after the beginning."""

    says = N_("The session would end before it begins. Write a later end.")
    field = "ends"


class InThePast(NotValid):
    """The beginning lies behind."""

    says = N_("This time has passed already. Choose a later day.")
    field = "on"


class OnClosedDay(NotValid):
    """A public holiday, or a day a side asked to keep free."""

    says = N_("%(day)s is a closed day of this table. Choose another day.")
    field = "on"


class OutsideDay(NotValid):
    """Early or late: no night sessions (FREE-TIME-1)."""

    says = N_("Sessions of this table are held between %(since)s and %(until)s. Choose a time in between.")
    field = "starts"


class TooLong(NotValid):
    """Longer than this table may sit (FREE-TIME-1)."""

    says = N_("A session of this table lasts %(hours)s at most. Plan a second session for the rest.")
    field = "ends"


class RoomTaken(NotValid):
    """Another session sits there at that time."""

    says = N_("%(room)s is taken on that day from %(since)s to %(until)s. Choose another time or place.")
    field = "room"


class PersonTaken(NotValid):
    """Somebody who is needed sits at another session at that time."""

    says = N_("At another session on that day from %(since)s to %(until)s: %(names)s. Choose another time.")
    field = "starts"


class NoSuchRoom(NotValid):
    """The place is not on the office's list."""

    says = N_("Choose a place from the list.")
    field = "room"


class NoticeShort(NotValid):
    """The letter cannot arrive as early as this table's numbers ask (PRIOR-NOTICE-1)."""

    says = N_(
        "The letter must arrive at least %(days)s before a session of this table. That is too short for: %(names)s. "
        "Choose a time from %(earliest)s on, or tick below that you plan it all the same."
    )
    field = "all_the_same"


class NotPlanned(NotPossibleNow):
    """A session that was held or cancelled stays as it is."""

    says = N_("This session is no longer ahead. Plan a new one.")


class AnotherOpen(NotPossibleNow):
    """One session at a time."""

    says = N_("Session %(number)s of this table is still open. Close it first.")


class TooEarly(NotPossibleNow):
    """Before people arrive."""

    says = N_("This session can be opened from %(since)s on.")


class DayOver(NotPossibleNow):
    """The planned day is behind."""

    says = N_("The day of this session is over. Move it to another day, or cancel it.")


class NotOpen(NotPossibleNow):
    """Only an open session is closed."""

    says = N_("This session is not open.")


@dataclass(frozen=True, slots=True)
class Wish:
    """A time and place somebody thinks of. `room` is an id of the office's list."""

    starts: datetime
    ends: datetime
    room: str


@dataclass(frozen=True, slots=True)
class Busy:
    """Another session of this office: when, where, and who is needed there."""

    starts: datetime
    ends: datetime
    room: str
    persons: frozenset[str]


@dataclass(frozen=True, slots=True)
class Limits:
    """What a table's numbers say about its sessions. Days of 24 hours; hours whole hours."""

    invite_min_days: int
    session_max_hours: int
    day_from: time
    day_until: time
    closures: frozenset[date]


def against(
    wish: Wish,
    *,
    now: datetime,
    limits: Limits,
    rooms: Mapping[str, str],
    busy: Sequence[Busy],
    persons: Mapping[str, str],
) -> list[Refusal]:
    """Everything that forbids this time and place, in words. `rooms` and `persons`: id -> name."""
    if wish.ends <= wish.starts:
        return [EndsTooSoon()]
    found: list[Refusal] = [] if wish.starts > now else [InThePast()]
    on = local(wish.starts).date()
    if on in limits.closures:
        found.append(OnClosedDay(day=day(on)))
    if wish.starts < at_local(on, limits.day_from) or wish.ends > at_local(on, limits.day_until):
        since, until = (digits(f"{edge:%H:%M}") for edge in (limits.day_from, limits.day_until))
        found.append(OutsideDay(since=since, until=until))
    if wish.ends - wish.starts > timedelta(hours=limits.session_max_hours):
        found.append(TooLong(hours=_hours(limits.session_max_hours)))
    if wish.room not in rooms:
        found.append(NoSuchRoom())
    for other in busy:
        if other.ends <= wish.starts or wish.ends <= other.starts:
            continue
        times = {"since": clock_time(other.starts), "until": clock_time(other.ends)}
        if other.room == wish.room and wish.room in rooms:
            found.append(RoomTaken(room=rooms[wish.room], **times))
        names = [name for person, name in persons.items() if person in other.persons]
        if names:
            found.append(PersonTaken(names=", ".join(names), **times))
    return found


def _hours(count: int) -> str:
    return ngettext("%(num)s hour", "%(num)s hours", count) % {"num": digits(count)}


def _days(count: int) -> str:
    return ngettext("%(num)s day", "%(num)s days", count) % {"num": digits(count)}


def notice_against(
    wish: Wish, *, now: datetime, limits: Limits, unreached: Mapping[str, str]
) -> NoticeShort | None:
    """Short notice for those the letter has not reached (id -> name), counted from this moment."""
    needed = timedelta(days=limits.invite_min_days)
    if not unreached or counted(now, wish.starts, limits.closures) >= needed:
        return None
    earliest = earliest_after(now, limits.invite_min_days, limits.closures)
    return NoticeShort(
        days=_days(limits.invite_min_days), names=", ".join(unreached.values()), earliest=day_time(earliest)
    )


def ensure_time_is_free(found: Sequence[Refusal], notice: NoticeShort | None, *, all_the_same: bool) -> None:
    """Nothing forbids the time; short notice has been ticked."""
    if found:
        raise found[0]
    if notice is not None and not all_the_same:
        raise notice


def ensure_ahead(*, status: str) -> None:
    """The session is planned: neither open, nor held, nor cancelled."""
    if status != "planned":
        raise NotPlanned


def ensure_may_open(*, status: str, starts: datetime, now: datetime, open_number: int | None) -> None:
    """The session is planned, it is its time, and no other session of this table is open."""
    ensure_ahead(status=status)
    if open_number is not None:
        raise AnotherOpen(number=digits(open_number))
    if now < starts - EARLY:
        raise TooEarly(since=day_time(starts - EARLY))
    if now >= end_of_day(local(starts).date()):
        raise DayOver


def ensure_may_close(*, status: str) -> None:
    """The session is open."""
    if status != "open":
        raise NotOpen
