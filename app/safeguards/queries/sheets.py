"""The nine sheets of a small case, each with the places where it is filled (issue: the small case whole)."""

from dataclasses import dataclass

from sqlmodel import Session

from app.agreements.queries.offers import offers_of
from app.agreements.queries.texts import agreements_of
from app.parties.queries import sides_of
from app.sessions.queries.schedule import sessions_of
from app.web.frame import Seated
from app.web.i18n import gettext as _
from app.web.words import digits

Place = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its number, its name, and where it is filled (words and address)."""

    number: int
    name: str
    places: tuple[Place, ...]


def sheets_of(db: Session, seat: Seated) -> list[Sheet]:
    """The nine sheets of one table, as far as its sides, sessions, offers and texts have come."""
    home = f"/dialogues/{seat.dialogue}"
    sides = [(side.name, side.id) for side in sides_of(db, seat.dialogue)]
    sessions = [
        (_("Session %(number)s") % {"number": digits(one.number)}, one.id)
        for one in sessions_of(db, seat.dialogue)
    ]
    offers = [
        (_("Offer %(number)s") % {"number": digits(one.number)}, one.id)
        for one in offers_of(db, seat.dialogue, seat.viewer)
    ]
    texts = [(one.code, one.id) for one in agreements_of(db, seat.dialogue)]
    return [
        Sheet(
            1,
            _("Case and sides"),
            (
                (_("Request, parcels, proceedings"), f"{home}/sheets/case"),
                (_("Sides and seats"), f"{home}/people"),
                (_("Numbers of this table"), f"{home}/thresholds"),
                (_("What divides, what connects"), f"{home}/sheets/harm"),
            ),
        ),
        Sheet(
            2,
            _("Visit to a side"),
            (
                *_each(sides, f"{home}/sheets/visits/%s"),
                (_("Ties and the office's two roles"), f"{home}/sheets/ties"),
            ),
        ),
        Sheet(
            3,
            _("Invitation with agenda"),
            (
                *_each(sessions, f"{home}/sessions/%s/preparation"),
                (_("Plan a session"), f"{home}/sessions/new"),
            ),
        ),
        Sheet(4, _("Sitting"), (*_each(sessions, f"{home}/sheets/sittings/%s"),)),
        Sheet(
            5,
            _("Offer"),
            (
                (_("Offers"), f"{home}/offers"),
                *_each(offers, f"{home}/sheets/cards/%s", _("Cards for %(what)s")),
                (_("If you say no"), f"{home}/if-you-say-no"),
            ),
        ),
        Sheet(6, _("Text handed over"), tuple(_each(texts, f"{home}/sheets/readings/%s"))),
        Sheet(7, _("Signing"), tuple(_each(texts, f"{home}/sheets/signing/%s"))),
        Sheet(8, _("Private talk"), ((_("Private talks held"), f"{home}/sheets/talks"),)),
        Sheet(
            9,
            _("Release and promises"),
            (
                *_each(texts, f"{home}/sheets/promises/%s", _("Promises of %(what)s")),
                (_("Promises"), f"{home}/promises"),
                (_("Follow-ups"), f"{home}/sheets/follow-ups"),
                (_("Incidents"), f"{home}/sheets/incidents"),
                (_("Closing"), f"{home}/sheets/closing"),
                (_("Report of this peace table"), f"{home}/sheets/report"),
            ),
        ),
    ]


def _each(things: list[Place], address: str, words: str = "%(what)s") -> list[Place]:
    return [(words % {"what": name}, address % key) for name, key in things]
