"""What waits for a monitor, and for the office where the monitor asked for evidence."""

from datetime import datetime

from sqlmodel import Session

from app.access.viewer import Viewer
from app.audit.queries.looks import matters_waiting
from app.audit.queries.reviews import reviews_of_table
from app.audit.rules import is_auditor
from app.audit.words import rule_title
from app.foundation.clock import from_text
from app.foundation.roles import Role
from app.record.facts.audit import EvidenceAsked
from app.recordkeeping.reading import entries_of
from app.web.i18n import gettext as _
from app.web.waits import MOST, Wait
from app.web.words import day_time, number


def waits_for(db: Session, dialogue: str, viewer: Viewer, now: datetime) -> list[Wait]:
    """Reviews for monitors; questions of the monitor for facilitator and mediator."""
    if is_auditor(viewer):
        return [*_looks(db, dialogue), *_reviews(db, dialogue, now)]
    return _questions(db, dialogue, now) if viewer.holds(Role.FACILITATOR, Role.MEDIATOR) else []


def _looks(db: Session, dialogue: str) -> list[Wait]:
    """Offers and texts whose words speak of a court or of somebody's freedom: nobody accepts them before."""
    found = []
    for one in matters_waiting(db, dialogue)[:MOST]:
        name = (
            _("Look through offer %(number)s") % {"number": number(one.number)}
            if one.is_offer
            else _("Look through text %(code)s") % {"code": one.code}
        )
        note = _("Some of its words speak of a court or of somebody's freedom.")
        found.append(Wait(name, f"/dialogues/{dialogue}/looks/{one.id}", one.since, note))
    return found


def _reviews(db: Session, dialogue: str, now: datetime) -> list[Wait]:
    found = []
    for line in reviews_of_table(db, dialogue, now):
        if line.opens is None or line.status != "signed":
            continue
        sentence = (
            _("Decide on text %(code)s: the door is open today")
            if line.opens == now
            else _("Review text %(code)s")
        )
        note = "" if line.opens == now else _("The door opens on %(slot)s.") % {"slot": day_time(line.opens)}
        url = f"/dialogues/{dialogue}/reviews/{line.agreement}"
        found.append(Wait(sentence % {"code": line.code}, url, from_text(line.since), note))
    return found


def _questions(db: Session, dialogue: str, now: datetime) -> list[Wait]:
    found = []
    for line in reviews_of_table(db, dialogue, now):
        if line.status in ("released", "returned"):
            continue
        # Not only while the rule is open: that opens with what a person said and nobody here may know.
        rules = {
            entry.fact.rule: entry
            for entry in entries_of(db, dialogue, [line.agreement])
            if isinstance(entry.fact, EvidenceAsked)
        }
        for rule, entry in rules.items():
            sentence = _("The monitor asks for evidence: %(rule)s") % {"rule": rule_title(rule)}
            found.append(Wait(sentence, f"/dialogues/{dialogue}/entries", entry.at, line.code))
    return found
