"""What waits around promises: naming them, saying that they were kept, and the sheets that are due."""

from datetime import datetime, time

from sqlmodel import Session, select

from app.access.viewer import Viewer
from app.agreements.tables import Agreement
from app.dialogues.queries import standing_of
from app.foundation.clock import at_local, from_text, local
from app.foundation.errors import Refusal
from app.foundation.roles import Role
from app.safeguards.queries.closing import at_the_end
from app.safeguards.queries.follow_ups import follow_ups_of
from app.safeguards.queries.harm import missing_moments
from app.safeguards.queries.promises import is_named, promises_of
from app.safeguards.rules.closing import ensure_closes
from app.safeguards.rules.harm import BASELINE
from app.safeguards.words.promises import moment_word
from app.sessions.queries.schedule import sessions_of
from app.web.i18n import gettext as _
from app.web.waits import Wait
from app.web.words import day, digits


def waits_for(db: Session, dialogue: str, viewer: Viewer, now: datetime) -> list[Wait]:
    """For staff: sheets to fill, as long as the talks go on. For a side: promises to keep, and the other side's word
    to answer."""
    home = f"/dialogues/{dialogue}"
    if viewer.holds(Role.FACILITATOR, Role.MEDIATOR):
        stopped = standing_of(db, dialogue).side_left
        sheets = [] if stopped else [*_to_name(db, dialogue, home), *_harm(db, dialogue, home, now)]
        return [
            *sheets,
            *_follow_ups(db, dialogue, home, now),
            *_overdue(db, dialogue, home, now),
            *_closing(db, dialogue, home, now),
        ]
    if viewer.holds(Role.MONITOR, Role.SAFEGUARD_OFFICER):
        return _follow_ups(db, dialogue, home, now)
    return _of_side(db, dialogue, home, viewer.side, now) if viewer.holds(Role.DELEGATE) else []


def after_the_end(db: Session, dialogue: str, viewer: Viewer, now: datetime) -> list[Wait]:
    """Those who decided are asked how they fare after an ending, too."""
    asks = viewer.holds(Role.FACILITATOR, Role.MEDIATOR, Role.MONITOR, Role.SAFEGUARD_OFFICER)
    return _follow_ups(db, dialogue, f"/dialogues/{dialogue}", now) if asks else []


def _to_name(db: Session, dialogue: str, home: str) -> list[Wait]:
    rows = db.exec(select(Agreement).where(Agreement.dialogue == dialogue)).all()
    return [
        Wait(
            _("Say who keeps each promise of text %(code)s") % {"code": row.code},
            f"{home}/sheets/promises/{row.agreement}",
            from_text(row.fixed_at),
        )
        for row in rows
        if row.status in ("fixed", "signed") and not is_named(db, row)
    ]


def _harm(db: Session, dialogue: str, home: str, now: datetime) -> list[Wait]:
    """The sheets that are missing; the first one only once a session is planned."""
    views = sessions_of(db, dialogue)
    missing = [moment for moment in missing_moments(db, dialogue) if moment != BASELINE or views]
    if not missing:
        return []
    since = next((view.ends for view in views if view.id == missing[0]), None)
    words = moment_word(missing[0], views)
    return [
        Wait(
            _("Write the do-no-harm sheet: %(moment)s") % {"moment": words},
            f"{home}/sheets/harm",
            min(now, since or now),
        )
    ]


def _follow_ups(db: Session, dialogue: str, home: str, now: datetime) -> list[Wait]:
    today = local(now).date()
    return [
        Wait(
            _("Talk with everybody who decided, %(days)s days afterwards") % {"days": digits(one.days)},
            f"{home}/sheets/follow-ups",
            at_local(one.due, time(0, 0)),
        )
        for one in follow_ups_of(db, dialogue)
        if one.due is not None and one.is_due(today)
    ]


def _overdue(db: Session, dialogue: str, home: str, now: datetime) -> list[Wait]:
    """A promise whose day has gone by: both sides are asked, nobody is pressed."""
    late = [one for one in promises_of(db, dialogue, now) if one.overdue]
    sentence = _("A promise's day has gone by: ask both sides how it stands")
    return [Wait(sentence, f"{home}/promises", at_local(one.due, time(23, 59))) for one in late[:1]]


def _closing(db: Session, dialogue: str, home: str, now: datetime) -> list[Wait]:
    """Nothing is open any more: the closing is still to be written. Where a side has left, that waits already."""
    released = select(Agreement.agreement).where(
        Agreement.dialogue == dialogue, Agreement.status == "released"
    )
    if db.exec(released).first() is None:
        return []
    at = at_the_end(db, dialogue, now)
    if at.side_left:
        return []
    try:
        ensure_closes(at)
    except Refusal:
        return []
    return [Wait(_("Write the closing"), f"{home}/sheets/closing", now)]


def _of_side(db: Session, dialogue: str, home: str, side: str, now: datetime) -> list[Wait]:
    found = []
    for one in promises_of(db, dialogue, now):
        if one.released and one.debtor == side and one.state == "named" and now >= one.since:
            note = _("By %(day)s.") % {"day": day(one.due)}
            found.append(Wait(_("Keep your promise, and say so"), f"{home}/promises", one.since, note))
        elif one.creditor == side and one.state == "claimed":
            sentence = _("Say whether a promise made to you was kept")
            found.append(Wait(sentence, f"{home}/promises", one.since))
    return found[:1]
