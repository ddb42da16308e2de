"""What stands on the agreement's paper: the text in both languages, room for every mark, the foot (domain.md D11, 12).

Nothing here says who has signed or said anything: the paper is the same for everybody and has room for the marks.
"""

from sqlmodel import Session

from app.agreements.queries.texts import AgreementView, agreement_view
from app.dialogues.queries import dialogue_row
from app.dialogues.tables import Dialogue
from app.foundation.roles import Role
from app.parties.queries import people_of, sides_of
from app.record.facts.agreements import TextFixed
from app.recordkeeping.reading import entries_of
from app.web.ending_words import ending_sentence
from app.web.i18n import gettext as _
from app.web.i18n import language
from app.web.paper import in_both, rehearsal_words, sign_of
from app.web.words import day_time, digits


def agreement_paper(db: Session, dialogue: str, agreement: str, address: str) -> dict[str, object]:
    """The view of `papers/agreement.typ`; `address` is where anybody checks the code. Raises NotFound."""
    view = agreement_view(db, dialogue, agreement)
    table = dialogue_row(db, dialogue)
    own = entries_of(db, dialogue, [agreement])
    version = sum(1 for entry in own if isinstance(entry.fact, TextFixed))
    sides = [side for side in sides_of(db, dialogue) if side.deciders]

    def words() -> dict[str, str]:
        count = len(view.clauses)
        return {
            **_words(view, table, stopped=any(side.left for side in sides)),
            "rehearsal": rehearsal_words(),
            "case": f"{table.khmer if language() == 'km' else table.latin} · {dialogue}",
            "title": view.title,
            "document": _("Agreement, version %(version)s") % {"version": digits(version)},
            "binds": _(
                "My mark stands for clauses 1 to %(count)s of the text with this code, and for nothing else."
            )
            % {"count": digits(count)}
            if count > 1
            else _("My mark stands for the text with this code, and for nothing else."),
        }

    return {
        **in_both(words),
        "code": view.code,
        "sign": sign_of(address),
        "head": view.head.split(),
        "clauses": [{"km": khmer, "en": english} for khmer, english in view.clauses],
        "sides": [
            {
                "km": side.khmer,
                "en": side.latin,
                "people_km": [person.khmer for person in side.deciders],
                "people_en": [person.latin for person in side.deciders],
            }
            for side in sides
        ],
        "signers": [
            {"km": person.khmer, "en": person.latin, "side_km": side.khmer, "side_en": side.latin}
            for side in sides
            for person in side.deciders
        ],
        "witnesses": [
            {"km": person.khmer, "en": person.latin}
            for person in people_of(db, dialogue)
            if Role.WITNESS in person.roles
        ],
    }


def _words(view: AgreementView, table: Dialogue, *, stopped: bool) -> dict[str, str]:
    """The fixed words of the paper in the language now spoken."""
    return {
        "code_is": _("Code of this text:"),
        "parties": _("Who decides"),
        "alone": _("Each of them decides alone. Without every one of them this text binds nobody."),
        "whole": _("The whole text"),
        "signatures": _("Signatures"),
        "provisional": _(
            "A signature is provisional. It can be taken back without a reason until the result is released."
        ),
        "mark": _("Signature or thumbprint"),
        "when": _("Day and time"),
        "copy": _("I hold a copy"),
        "witness": _("Witness"),
        "saw": _("I saw these marks made, freely. Whoever could not read heard the text read aloud."),
        "room": _("Who else was in the room"),
        "end": _("Fixed on %(when)s. The record's end at that moment:") % {"when": day_time(view.fixed_at)},
        "standing": _standing(view, table, stopped=stopped),
    }


def _standing(view: AgreementView, table: Dialogue, *, stopped: bool) -> str:
    """How far this text binds, for the foot of every page; the same for everybody at the table."""
    if view.status == "returned":
        return _("Sent back for a new reading: not to be signed")
    if view.released_at:
        return _("The result was released on %(when)s.") % {"when": day_time(view.released_at)}
    if table.ended:
        return ending_sentence(table.ended)
    if table.slot_at:
        return _("Provisional at least until %(when)s") % {"when": day_time(table.slot_at)}
    if stopped:
        return _("The talks have stopped. Nobody can sign this text any more.")
    return _("Provisional until the result is released")
