"""Certificates: what may be said on paper about one released agreement, and what a code on a paper means.

A certificate exists only while the record itself carries it: the verdict is made again at each look.
"""

import json
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, select

from app.agreements.tables import Offer, Signature
from app.audit.queries.proof import proof_of
from app.audit.queries.reviews import SUPPORTED, agreement_row, rule_lines
from app.dialogues.queries import dialogue_row, thresholds_of
from app.foundation.clock import from_text
from app.parties.queries import PersonView, deciders_of, people_of
from app.record.facts.audit import AgreementReleased
from app.record.facts.dialogues import ThresholdsFrozen
from app.recordkeeping.heads import spoken_head
from app.recordkeeping.reading import body_of
from app.voluntariness.finding import Result
from app.web.i18n import language


@dataclass(frozen=True, slots=True)
class Clearance:
    """A rule that was cleared: which, by whom, when, in which entry."""

    rule: str
    by: PersonView | None
    when: datetime
    number: int


@dataclass(frozen=True, slots=True)
class CertificateView:
    """Everything on the sheet. `kept`: the rules that were kept, without those cleared; `head` are the sixty digits
    of the record at its release, `size` its entries."""

    code: str
    title_khmer: str
    title_latin: str
    place: str
    bound: tuple[PersonView, ...]
    languages: tuple[str, ...]
    fixed_at: datetime
    signed_at: datetime
    released_at: datetime
    released_by: PersonView | None
    rulebook: str
    track: str
    frozen: ThresholdsFrozen
    kept: frozenset[str]
    clearances: tuple[Clearance, ...]
    refused: int
    countered: int
    size: int
    head: str

    @property
    def title(self) -> str:
        """The text's title in the reader's language."""
        return self.title_khmer if language() == "km" else self.title_latin


def certificate_of(db: Session, dialogue: str, agreement: str) -> CertificateView | None:
    """The certificate, or None where the record does not carry one. Raises NotFound for an unknown text."""
    row = agreement_row(db, dialogue, agreement)
    frozen = thresholds_of(db, dialogue)
    if row.status != "released" or frozen is None:
        return None
    proof = proof_of(db, dialogue, agreement)
    verdict = proof.verdict()
    if verdict.verdict != SUPPORTED or verdict.text != row.text:
        return None
    by_number = {entry.number: entry for entry in proof.entries}
    # The newest: a release that was taken back stands in the record, too.
    released = [entry for entry in proof.entries if isinstance(entry.fact, AgreementReleased)][-1]
    people = {person.id: person for person in people_of(db, dialogue)}
    cleared = [
        line.finding for line in rule_lines(verdict, verdict, proof.entries) if line.state == "cleared"
    ]
    page = json.loads(body_of(db, dialogue, row.text))
    table = dialogue_row(db, dialogue)
    signed = select(Signature.signed_at).where(
        Signature.dialogue == dialogue, Signature.agreement == agreement, Signature.text == row.text
    )
    statuses = list(db.exec(select(Offer.status).where(Offer.dialogue == dialogue)))
    return CertificateView(
        code=row.code,
        title_khmer=page["title_km"],
        title_latin=page["title_en"],
        place=table.province,
        bound=tuple(deciders_of(db, dialogue)),
        languages=tuple(page["languages"]),
        fixed_at=from_text(row.fixed_at),
        signed_at=from_text(max(db.exec(signed))),
        released_at=released.at,
        released_by=people.get(released.by),
        rulebook=verdict.rulebook,
        track=table.track,
        frozen=frozen,
        kept=frozenset(one.rule for one in verdict.findings if one.result is Result.KEPT),
        clearances=tuple(
            Clearance(
                finding.rule,
                people.get(by_number[finding.cleared].by),
                by_number[finding.cleared].at,
                finding.cleared,
            )
            for finding in cleared
        ),
        refused=statuses.count("not_accepted"),
        countered=statuses.count("countered"),
        size=released.number + 1,
        head=spoken_head(db, dialogue, released.number + 1),
    )


def code_of(db: Session, dialogue: str, agreement: str) -> str:
    """The short code of a text. Raises NotFound."""
    return agreement_row(db, dialogue, agreement).code
