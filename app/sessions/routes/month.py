"""The calendar: all sessions of the tables where a person sits, a month at a time."""

import re
from calendar import Calendar
from datetime import date, timedelta

from babel.dates import get_day_names
from fastapi import APIRouter, Request
from starlette.responses import Response

from app.foundation.clock import end_of_day, local, to_text
from app.sessions.queries.schedule import MonthSession, closures_of, sessions_between
from app.web.dependencies import CurrentPerson, Db, Now
from app.web.i18n import gettext as _
from app.web.i18n import language
from app.web.rendering import show
from app.web.words import clock_time, digits, month_name

router = APIRouter()
WEEKEND = (5, 6)


def _month(asked: str, today: date) -> date:
    """The first day of the month in the address; of this month when there is none, or no such one."""
    fits = re.fullmatch(r"(2[01]\d\d)-(0[1-9]|1[0-2])", asked)
    return date(int(fits[1]), int(fits[2]), 1) if fits else today.replace(day=1)


@router.get("/sessions", name="show_month")
def show_month(request: Request, db: Db, person: CurrentPerson, now: Now, month: str = "") -> Response:
    """One month of sessions, with the closed days of these tables."""
    today = local(now).date()
    first = _month(month, today)
    weeks = Calendar().monthdatescalendar(first.year, first.month)
    since, until = end_of_day(weeks[0][0] - timedelta(days=1)), end_of_day(weeks[-1][-1])
    sessions = sessions_between(db, person.person, to_text(since), to_text(until))
    closures = closures_of(db, person.person)
    spelled = get_day_names("abbreviated", locale=language())
    names = [str(spelled[n]) for n in range(7)]
    before, after = first - timedelta(days=1), first + timedelta(days=31)
    return show(
        request,
        "sessions/month.html",
        caption=digits(f"{month_name(first.month)} {first.year}"),
        weekdays=names,
        weeks=[[_day(day, first, today, closures, sessions, names) for day in week] for week in weeks],
        before=(f"{before:%Y-%m}", month_name(before.month)),
        after=(f"{after:%Y-%m}", month_name(after.month)),
        empty=not any(local(one.starts).month == first.month for one in sessions),
    )


def _day(
    day: date,
    month: date,
    today: date,
    closures: frozenset[date],
    sessions: list[MonthSession],
    names: list[str],
) -> dict[str, object]:
    """One square of the month."""
    closed = day in closures
    off = day.month != month.month or day.weekday() in WEEKEND
    return {
        "number": digits(day.day),
        "long": digits(f"{names[day.weekday()]} {day.day}"),
        "state": "today" if day == today else "closed" if closed else "off" if off else "",
        "note": _("closed day") if closed else "",
        "free": "",
        "events": [
            (_label(one), f"/dialogues/{one.dialogue}/sessions/{one.id}", one.status == "open")
            for one in sessions
            if local(one.starts).date() == day
        ],
    }


def _label(one: MonthSession) -> str:
    """What stands in the square: time, table, and whether it is not held."""
    word = f"{clock_time(one.starts)} {one.title}"
    return _("%(session)s (not held)") % {"session": word} if one.status == "cancelled" else word
