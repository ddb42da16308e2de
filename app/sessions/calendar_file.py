"""A session as a calendar file (RFC 5545, RFC 5546): says when and where, never what about.

The identifier stays the same and the sequence grows with every change, so loading the file again moves the
meeting in a telephone's calendar, or takes it out. A calendar is read over shoulders: the title is "Meeting".
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from icalendar import Alarm, Calendar, Event, vCalAddress

from app.sessions.queries.schedule import SessionView
from app.web.i18n import gettext as _

ALARMS = (timedelta(days=-1), timedelta(hours=-2))
"""When the telephone reminds: the day before, and in time to set out."""
NOBODY = "mailto:nobody@meeting.invalid"
"""Programs ask for a sender; no address of anybody is given away (RFC 2606)."""


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """The file's bytes, and its method: REQUEST puts it in, CANCEL takes it out."""

    body: bytes
    method: str


def calendar_file(view: SessionView, changed: datetime) -> CalendarFile:
    """The file of one session. `changed`: when it was planned, last moved, or cancelled."""
    cancelled = view.status == "cancelled"
    method = "CANCEL" if cancelled else "REQUEST"
    calendar = Calendar()
    calendar.add("prodid", "-//Peace Table//Meeting//EN")
    calendar.add("version", "2.0")
    calendar.add("method", method)
    event = Event()
    event.add("uid", f"{view.id}@meeting.invalid")
    event.add("sequence", view.sequence)
    event.add("dtstamp", changed)
    event.add("dtstart", view.starts)
    event.add("dtend", view.ends)
    event.add("summary", _("Meeting"))
    event.add("location", view.room.name)
    event.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    event.add("class", "PRIVATE")
    event.add("organizer", vCalAddress(NOBODY))
    if not cancelled:
        for ahead in ALARMS:
            alarm = Alarm()
            alarm.add("action", "DISPLAY")
            alarm.add("trigger", ahead)
            alarm.add("description", _("Meeting"))
            event.add_component(alarm)
    calendar.add_component(event)
    return CalendarFile(calendar.to_ical(), method)
