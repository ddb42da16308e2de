"""What the code on a paper means: of a certificate, a text or an offer. Valid, revoked or unknown, and nothing more.

The answer is the same for everybody and tells nothing that a person said: a text reads the same from the moment it is
fixed until its result is released, whoever has signed.
"""

import re
from dataclasses import astuple, dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from app.agreements.lifecycle.offers import WITHDRAWN
from app.agreements.lifecycle.texts import RETURNED
from app.agreements.tables import Agreement, Offer
from app.audit.queries.certificates import certificate_of
from app.dialogues.queries import dialogue_row
from app.foundation.clock import from_text
from app.record.code import digest_begins
from app.record.facts.agreements import IfNoStated, TextFixed
from app.record.facts.dialogues import DialogueEnded, DialogueOpened
from app.record.facts.sessions import AgendaVersioned
from app.record.facts.sittings import MinutesWritten
from app.recordkeeping.reading import entries_of
from app.recordkeeping.tables import Body

VALID, REVOKED, UNKNOWN = "valid", "revoked", "unknown"
COPIES = (DialogueOpened, AgendaVersioned, MinutesWritten, IfNoStated, DialogueEnded)
"""Facts that name a file of which everybody at the table may hold a copy with its code."""


@dataclass(frozen=True, slots=True)
class CodeChecked:
    """`answer`: valid, revoked or unknown; `what`: certificate, text, offer or paper, '' for an unknown code;
    `since`: when the certificate was released, the text fixed, the offer tabled or the paper written."""

    code: str
    answer: str
    what: str = ""
    since: datetime | None = None


def check_code(db: Session, typed: str) -> CodeChecked:
    """Look up the code of a paper, however it was typed."""
    letters = re.sub(r"[^A-Z0-9]", "", typed.upper())
    code = f"{letters[:4]}-{letters[4:8]}"
    if not digest_begins(letters):
        return CodeChecked(typed.strip()[:40], UNKNOWN)
    found = list(db.exec(select(Agreement).where(Agreement.code == code)))
    answers = [_agreement(db, row) for row in found] or _older(db, letters)
    answers.sort(key=lambda one: one.answer != VALID)
    return answers[0] if answers else CodeChecked(typed.strip()[:40], UNKNOWN)


def _agreement(db: Session, row: Agreement) -> CodeChecked:
    """A text in force: its certificate once it is released, before that the text itself."""
    if row.released_at:
        stands = certificate_of(db, row.dialogue, row.agreement) is not None
        return CodeChecked(row.code, VALID if stands else REVOKED, "certificate", from_text(row.released_at))
    gone = row.status == RETURNED or dialogue_row(db, row.dialogue).ended
    return CodeChecked(row.code, REVOKED if gone else VALID, "text", from_text(row.fixed_at))


def _older(db: Session, letters: str) -> list[CodeChecked]:
    """Offers and other copies with this code, and texts in whose place another one stands."""
    begins = digest_begins(letters)
    code = f"{letters[:4]}-{letters[4:]}"
    query = select(Body.dialogue, Body.digest).where(col(Body.digest).between(begins, begins + "g"))
    found = []
    for dialogue, digest in db.exec(query):
        offer = db.exec(select(Offer).where(Offer.dialogue == dialogue, Offer.terms == digest)).first()
        if offer is not None:
            answer = REVOKED if offer.status == WITHDRAWN else VALID
            found.append(CodeChecked(code, answer, "offer", from_text(offer.tabled_at)))
            continue
        for entry in entries_of(db, dialogue):
            if isinstance(entry.fact, TextFixed) and entry.fact.text == digest:
                found.append(CodeChecked(code, REVOKED, "text", entry.at))
            elif isinstance(entry.fact, COPIES) and digest in astuple(entry.fact):
                found.append(CodeChecked(code, VALID, "paper", entry.at))
    return found
