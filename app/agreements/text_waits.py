"""What waits for a person about fixed texts and signatures."""

from datetime import datetime

from sqlmodel import Session, col, select

from app.access.viewer import Viewer
from app.agreements.queries.signatures import decides, own_way, waiting_signatures, without_copy
from app.agreements.queries.texts import offers_to_fix
from app.agreements.tables import Agreement
from app.dialogues.queries import standing_of
from app.foundation.clock import from_text
from app.foundation.roles import Role
from app.web.i18n import gettext as _
from app.web.waits import Wait
from app.web.words import day_time, digits


def text_waits(db: Session, dialogue: str, viewer: Viewer, now: datetime) -> list[Wait]:
    """Texts to fix (staff), to hand over and attest (witness), to answer (who decides)."""
    standing = standing_of(db, dialogue)
    if standing.ended or standing.side_left:
        return []
    found: list[Wait] = []
    if viewer.holds(Role.FACILITATOR, Role.MEDIATOR):
        found += [
            Wait(
                _("Fix the text of an offer that all sides accepted"),
                f"/dialogues/{dialogue}/texts/new?offer={offer.offer}",
                from_text(offer.tabled_at),
            )
            for offer in offers_to_fix(db, dialogue)
        ]
    query = select(Agreement).where(
        col(Agreement.dialogue) == dialogue, col(Agreement.status).in_(["fixed", "signed"])
    )
    for row in db.exec(query.order_by(col(Agreement.fixed_at), col(Agreement.agreement))):
        if viewer.holds(Role.WITNESS):
            found += _of_witness(db, dialogue, row)
        if row.status == "fixed" and decides(db, dialogue, viewer.person):
            found += _of_decider(db, dialogue, row, viewer.person, now)
    return found


def _of_witness(db: Session, dialogue: str, row: Agreement) -> list[Wait]:
    home, since = f"/dialogues/{dialogue}/texts/{row.agreement}", from_text(row.fixed_at)
    copies = len(without_copy(db, dialogue, row)) if row.status == "fixed" else 0
    signed = waiting_signatures(db, dialogue, row)
    found = []
    if copies:
        sentence = _("Note who holds a copy of the text: %(count)s to go") % {"count": digits(copies)}
        found.append(Wait(sentence, f"{home}/hand-overs/new", since))
    if signed:
        sentence = _("Attest the signatures you saw: %(count)s to go") % {"count": digits(len(signed))}
        first = min(signature.signed_at for _person, signature in signed)
        found.append(Wait(sentence, f"{home}/attestations/new", from_text(first)))
    return found


def _of_decider(db: Session, dialogue: str, row: Agreement, person: str, now: datetime) -> list[Wait]:
    way = own_way(db, dialogue, row, person, now)
    if way.told.newest not in ("", "longer"):
        return []
    note = ""
    if way.earliest:
        note = _("Signing is possible for you from %(when)s.") % {"when": day_time(way.earliest)}
    url = f"/dialogues/{dialogue}/texts/{row.agreement}"
    return [Wait(_("Read the fixed text in peace"), url, way.told.received or from_text(row.fixed_at), note)]
