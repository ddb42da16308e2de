"""Everything a monitor can do about one agreement. One verb, one function, one transaction."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session

from app.access.viewer import Viewer
from app.agreements.rules.answers import OfferChanged
from app.audit import rules
from app.audit.queries import reviews
from app.audit.queries.looks import matter_of
from app.audit.words import rule_title
from app.foundation.errors import NotFound
from app.record.facts.audit import (
    AgreementReleased,
    AgreementReturned,
    EvidenceAsked,
    OfferLookedThrough,
    ReviewPutOff,
    RuleCleared,
)
from app.record.facts.promises import ReportsExamined
from app.record.facts.understanding import TextScanned
from app.recordkeeping.recording import recording
from app.web.words import day_time


def ask_for_evidence(
    db: Session, dialogue: str, agreement: str, rule: str, words: str, *, by: Viewer, at: datetime, once: str
) -> None:
    """Ask the office for what is missing on one rule, in words that the office reads."""
    _ensure_auditor(by)
    with recording(db, dialogue, by=by, at=at, once=once) as record:
        view = reviews.review_of(db, dialogue, agreement, at)
        rules.ensure_in_review(status=view.status)
        reviews.rule_of(view, rule)
        record.append(EvidenceAsked(agreement, rule), words=words)


def clear_rule(
    db: Session, dialogue: str, agreement: str, rule: str, words: str, *, by: Viewer, at: datetime, once: str
) -> None:
    """Clear a rule that needs it, with a written reason; never where one's own work is the evidence."""
    _ensure_auditor(by)
    with recording(db, dialogue, by=by, at=at, once=once) as record:
        view = reviews.review_of(db, dialogue, agreement, at)
        rules.ensure_in_review(status=view.status)
        line = reviews.rule_of(view, rule)
        rules.ensure_may_clear(
            severity=line.finding.severity.value,
            settled=not line.is_open,
            clearer=by.person,
            authors=line.authors,
            others=reviews.others_who_may_clear(db, dialogue, line.authors, by.person),
        )
        record.append(RuleCleared(agreement, rule), words=words)


def look_through(
    db: Session,
    dialogue: str,
    matter: str,
    version: str,
    tags: Sequence[str],
    words: str,
    *,
    by: Viewer,
    at: datetime,
    once: str,
) -> None:
    """Say what stands in an offer or a text, for all to read. `version`: the digest of what was looked at.

    A monitor holds no other seat (INV-6), so what she looks through is always somebody else's work.
    """
    _ensure_auditor(by)
    with recording(db, dialogue, by=by, at=at, once=once) as record:
        view = matter_of(db, dialogue, matter)
        if view.version != version:
            raise OfferChanged
        found = tuple(sorted(set(tags)))
        is_offer = view.is_offer
        fact = OfferLookedThrough(matter, version, found) if is_offer else TextScanned(matter, version, found)
        record.append(fact, words=words)
        record.result = matter


def release_agreement(
    db: Session, dialogue: str, agreement: str, *, examined: bool, by: Viewer, at: datetime, once: str
) -> None:
    """Release the result at the slot, with the monitor's word that no report is open.

    Only where the record with both in it is SUPPORTED.
    """
    _ensure_auditor(by)
    with recording(db, dialogue, by=by, at=at, once=once) as record:
        view = _at_the_door(db, dialogue, agreement, by, at)
        rules.ensure_examined(examined=examined)
        would_be = view.proof.if_released(view.text, by, at).verdict()
        lines = reviews.rule_lines(would_be, would_be, view.proof.entries)
        rules.ensure_supported(
            supported=would_be.verdict == reviews.SUPPORTED and would_be.text == view.text,
            still_open="; ".join(rule_title(line.rule) for line in lines if line.is_open),
        )
        record.append(ReportsExamined(agreement))
        record.append(AgreementReleased(agreement, view.text, record.size))
        record.result = agreement


def put_off_review(
    db: Session, dialogue: str, agreement: str, *, by: Viewer, at: datetime, once: str
) -> None:
    """Let the review go on until the next slot. Only monitors learn of it: nobody else reads anything new."""
    _ensure_auditor(by)
    with recording(db, dialogue, by=by, at=at, once=once) as record:
        _at_the_door(db, dialogue, agreement, by, at)
        record.append(ReviewPutOff(agreement))


def return_agreement(
    db: Session, dialogue: str, agreement: str, words: str, *, by: Viewer, at: datetime, once: str
) -> None:
    """Send a text back to the table for a new reading; after its release, this takes the certificate back."""
    _ensure_auditor(by)
    with recording(db, dialogue, by=by, at=at, once=once) as record:
        if reviews.agreement_row(db, dialogue, agreement).status == "released":
            rules.ensure_monitor(by)
        else:
            _at_the_door(db, dialogue, agreement, by, at)
        record.append(AgreementReturned(agreement), words=words)


def _ensure_auditor(by: Viewer) -> None:
    """For everybody else there is nothing here."""
    if not rules.is_auditor(by):
        raise NotFound


def _at_the_door(db: Session, dialogue: str, agreement: str, by: Viewer, at: datetime) -> reviews.ReviewView:
    """The review on a slot's day, in the monitor's hands. Raises the refusal that says what is missing."""
    rules.ensure_monitor(by)
    view = reviews.review_of(db, dialogue, agreement, at)
    rules.ensure_in_review(status=view.status)
    opens = view.opens
    rules.ensure_door_open(
        now=at, opens=view.first_opening, slot=view.slot, written=day_time(opens) if opens else ""
    )
    return view
