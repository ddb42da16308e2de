"""What a session still needs, derived from what is recorded: nobody keeps this list by hand (settled.md 15)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from app.dialogues.queries import thresholds_of
from app.foundation.clock import counted
from app.parties.queries import PersonView, SideView, declined_of, sides_of
from app.sessions.queries.agenda import AgendaHistory, agenda_of, chairs_of, history_of, readers_of
from app.sessions.queries.invitations import invited_to
from app.sessions.queries.review import suggestions_of
from app.sessions.queries.schedule import SessionView, busy_since, limits_of
from app.sessions.rules.agenda_items import total_minutes, wants_break_before
from app.sessions.rules.notice import latest_before
from app.sessions.words.agenda import span_word
from app.web.i18n import gettext as _
from app.web.i18n import ngettext
from app.web.words import clock_time, day, day_time, number


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the readiness list; an open one has one way to mend it."""

    label: str
    url: str
    note: str = ""
    state: str = "kept"
    word: str = ""

    @property
    def row(self) -> tuple[str, str, str, str, str]:
        """As the macro `open_list` takes it."""
        return self.label, self.url, self.note, self.state, self.word


@dataclass(frozen=True, slots=True)
class Holding:
    """A person and the agenda: since when they hold the newest version (None: not yet), or the number of an
    older one they hold (0: none), and what is lacking in time."""

    person: str
    name: str
    seats: str
    since: datetime | None
    older: int
    late_by: timedelta

    @property
    def in_time(self) -> bool:
        """Does the person hold the newest version, as early as the table's numbers ask?"""
        return self.since is not None and not self.late_by


@dataclass(frozen=True, slots=True)
class Readiness:
    """The list with its open lines first, as they stand in the way of the day."""

    open: tuple[Line, ...]
    ready: tuple[Line, ...]


def readiness_of(db: Session, dialogue: str, view: SessionView, now: datetime) -> Readiness:
    """Every line for one session."""
    history = history_of(db, dialogue, view.id)
    lines = [
        *_table(db, dialogue),
        *_day(db, dialogue, view, now),
        *_agenda(db, dialogue, view),
        *_review(db, dialogue, view, history),
        *_invitations(db, dialogue, view),
        *_deliveries(db, dialogue, view, history),
    ]
    return Readiness(
        tuple(line for line in lines if line.state != "kept"),
        tuple(line for line in lines if line.state == "kept"),
    )


def holdings_of(db: Session, dialogue: str, view: SessionView, history: AgendaHistory) -> list[Holding]:
    """Who holds the newest agenda since when, against the days this table has agreed."""
    frozen = thresholds_of(db, dialogue)
    closures = limits_of(db, dialogue).closures
    needed = timedelta(days=frozen.agenda_min_days if frozen else 0)
    found = []
    for person in readers_of(db, dialogue):
        held = history.received(person.id)
        since = held.get(view.agenda)
        given = counted(since, view.starts, closures) if since else timedelta(0)
        older = max((history.number(digest) for digest in held if digest != view.agenda), default=0)
        late_by = max(timedelta(0), needed - given) if since else timedelta(0)
        found.append(Holding(person.id, person.name, person.seats, since, older, late_by))
    return found


def latest_delivery(db: Session, dialogue: str, view: SessionView) -> datetime | None:
    """Until when the agenda must be received to be in time; None while the numbers are open."""
    frozen = thresholds_of(db, dialogue)
    if frozen is None:
        return None
    return latest_before(view.starts, frozen.agenda_min_days, limits_of(db, dialogue).closures)


def _table(db: Session, dialogue: str) -> list[Line]:
    home = f"/dialogues/{dialogue}"
    frozen = thresholds_of(db, dialogue)
    sides = [side for side in sides_of(db, dialogue) if not side.left]
    lines = [Line(_("Numbers of this table are fixed"), f"{home}/thresholds")]
    if frozen is None:
        lines = [Line(_("Fix the numbers of this table"), f"{home}/thresholds", state="todo")]
    unclosed = [side for side in sides if side.deciders_closed < 0]
    lines.append(
        Line(
            _("Say that the lists of those who decide are complete"),
            f"{home}/people#side-{unclosed[0].id}",
            _names(unclosed),
            "todo",
        )
        if unclosed
        else Line(_("The lists of those who decide are complete"), f"{home}/people")
    )
    return [*lines, _taking_part(db, dialogue, [one for side in sides for one in side.deciders])]


def _taking_part(db: Session, dialogue: str, deciders: list[PersonView]) -> Line:
    """Who has not been asked yet. A no is told and stays: nobody asks again."""
    url = f"/dialogues/{dialogue}/people"
    declined = declined_of(db, dialogue)
    asked = [one for one in deciders if not one.taking_part and one.id not in declined]
    if asked:
        said = _("Ask those who decide whether they take part")
        return Line(said, f"{url}#person-{asked[0].id}", _names(asked), "todo")
    no = [one for one in deciders if one.id in declined]
    if no:
        note = _("Not taking part: %(names)s") % {"names": _names(no)}
        return Line(_("All who decide were asked whether they take part"), f"{url}#person-{no[0].id}", note)
    return Line(_("All who decide take part"), url)


def _names(named: Sequence[SideView | PersonView]) -> str:
    return ", ".join(one.name for one in named)


def _day(db: Session, dialogue: str, view: SessionView, now: datetime) -> list[Line]:
    url = f"/dialogues/{dialogue}/sessions/{view.id}"
    clash = [
        busy
        for busy in busy_since(db, now, view.id)
        if busy.room == view.room.id and busy.starts < view.ends and view.starts < busy.ends
    ]
    if clash:
        said = _("%(room)s is taken from %(since)s to %(until)s.")
        holes = {
            "room": view.room.name,
            "since": clock_time(clash[0].starts),
            "until": clock_time(clash[0].ends),
        }
        return [Line(_("Find another place or time"), url, said % holes, "todo")]
    return [Line(_("The place is free"), url, view.room.name)]


def _agenda(db: Session, dialogue: str, view: SessionView) -> list[Line]:
    url = f"/dialogues/{dialogue}/sessions/{view.id}/preparation#agenda"
    items = agenda_of(db, dialogue, view.agenda).items
    if not items:
        return [Line(_("Write the agenda"), url, state="todo")]
    long = int((view.ends - view.starts).total_seconds()) // 60
    over = total_minutes(items) - long
    lines = [Line(_("The agenda fits into the session"), url)]
    if over > 0:
        note = _("It is %(span)s longer than the session.") % {"span": span_word(over)}
        lines = [Line(_("Shorten the agenda"), url, note, "todo")]
    place = wants_break_before(items)
    lines.append(
        Line(_("Breaks at least every two hours"), url)
        if place is None
        else Line(_("Put in a break"), url, _("before “%(item)s”") % {"item": items[place].title}, "todo")
    )
    return lines


def _review(db: Session, dialogue: str, view: SessionView, history: AgendaHistory) -> list[Line]:
    url = f"/dialogues/{dialogue}/sessions/{view.id}/preparation"
    chairs = chairs_of(db, dialogue)
    if not chairs:
        return [Line(_("Name a chair"), f"/dialogues/{dialogue}/people#add-person", state="todo")]
    waiting = [chair.name for chair in chairs if history.review_by(chair.id, view.agenda) is None]
    named = {"number": number(view.agenda_number)}
    lines = []
    if not view.agenda or history.before_chair != view.agenda:
        lines.append(Line(_("Send the agenda to the chair"), f"{url}#send", state="todo"))
    elif waiting:
        said = _("%(names)s has version %(number)s. Silence changes nothing; the session takes place.")
        note = said % (named | {"names": ", ".join(waiting)})
        lines.append(Line(_("The chair has not answered yet"), f"{url}#send", note, "unknown"))
    elif view.approved != view.agenda:
        lines.append(Line(_("The chair did not approve this version"), f"{url}#suggestions", state="todo"))
    else:
        lines.append(Line(_("The chair approved version %(number)s") % named, f"{url}#send"))
    unanswered = sum(one.taken is None for one in suggestions_of(db, dialogue, history))
    if unanswered:
        said = ngettext("%(num)s suggestion waits", "%(num)s suggestions wait", unanswered)
        note = said % {"num": number(unanswered)}
        lines.append(Line(_("Answer what the chair suggests"), f"{url}#suggestions", note, "todo"))
    return lines


def _invitations(db: Session, dialogue: str, view: SessionView) -> list[Line]:
    url = f"/dialogues/{dialogue}/sessions/{view.id}/invitations"
    invited = invited_to(db, dialogue, view)
    unreached = [one.person.name for one in invited if one.reached is None]
    late = [one.person.name for one in invited if one.notice is not None and not one.notice.in_time]
    if unreached:
        return [Line(_("Bring the invitation"), url, ", ".join(unreached), "todo")]
    if late:
        return [Line(_("The invitation came late"), url, ", ".join(late), "unknown", _("late"))]
    return [Line(_("All were invited in time"), url)]


def _deliveries(db: Session, dialogue: str, view: SessionView, history: AgendaHistory) -> list[Line]:
    url = f"/dialogues/{dialogue}/sessions/{view.id}/preparation#deliver"
    if not view.agenda:
        return []
    holdings = holdings_of(db, dialogue, view, history)
    without = [one.name for one in holdings if one.since is None]
    late = [one.name for one in holdings if one.since is not None and one.late_by]
    if without:
        until = latest_delivery(db, dialogue, view)
        note = ", ".join(without)
        if until is not None:
            note = _("%(names)s, by %(when)s") % {"names": note, "when": day_time(until)}
        return [Line(_("Bring the agenda"), url, note, "todo")]
    if late:
        return [Line(_("The agenda came late"), url, ", ".join(late), "unknown", _("late"))]
    return [Line(_("All received the agenda in time"), url, day(view.starts))]
