"""Signing, refusing, waiting, taking back, attesting. One verb, one function, one transaction.

Refusing, waiting and taking back are exits: nothing but the release closes them, a pause and a clock that stands
behind included. All of them write the same fact with a sealed word of one length.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session

from app.access.viewer import Viewer
from app.agreements.lifecycle.texts import RETURNED
from app.agreements.queries.signatures import decides, gives_up_claims, waiting_signatures
from app.agreements.queries.texts import agreement_row, released_at
from app.agreements.rules import signatures as rules
from app.agreements.tables import Agreement
from app.dialogues.queries import closures_in, standing_of, thresholds_of
from app.dialogues.rules import NotFrozen
from app.foundation.clock import local
from app.parties.queries import ensure_mandate_reaches
from app.record.facts.agreements import AnswerGiven, SignatureAttested, SignatureGiven
from app.record.facts.understanding import ReleaseMarked
from app.recordkeeping.recording import OpenRecord, recording
from app.sessions.queries.schedule import open_session
from app.web.words import day_time

LANGUAGES = ("km", "en")


def ensure_may_sign_now(
    db: Session, dialogue: str, row: Agreement, told: rules.Told, language: str, now: datetime
) -> str:
    """Ask every rule of a signature; returns the open session. Also asked before the check page is shown."""
    standing_of(db, dialogue).ensure_talks_go_on()
    frozen = thresholds_of(db, dialogue)
    if frozen is None:
        raise NotFrozen
    session = open_session(db, dialogue)
    rules.ensure_may_sign(
        told,
        now=now,
        days=frozen.reflection_min_days,
        closures=closures_in(frozen),
        returned=row.status == RETURNED,
        language=language,
        languages=LANGUAGES,
        session_open=session is not None,
        written=day_time,
    )
    return session.id if session else ""


def ensure_claims_marked(db: Session, dialogue: str, row: Agreement, *, gives_up: bool) -> None:
    """Ask for the mark of its own where the text gives up a claim. Also asked before the check page is shown."""
    rules.ensure_claims_marked(needed=gives_up_claims(db, dialogue, row), marked=gives_up)


def ensure_may_answer(db: Session, dialogue: str, row: Agreement, person: str, version: str) -> None:
    """Ask the rules of every answer to a text: who decides, which text, not yet released."""
    rules.ensure_may_answer(
        decides=decides(db, dialogue, person),
        version=version,
        text=row.text,
        code=row.code,
        released=_released(row),
    )


def answer_text(
    db: Session,
    dialogue: str,
    agreement: str,
    version: str,
    answer: str,
    language: str,
    *,
    gives_up: bool = False,
    by: Viewer,
    at: datetime,
    once: str,
) -> None:
    """Sign, refuse, or wait. `answer`: sign, refuse, longer; `version` is the digest the person had before them.

    `gives_up`: the person marked apart that claims are given up; written with the signature, once for each text.
    """
    is_exit = answer != rules.SIGN
    with recording(db, dialogue, by=by, at=at, once=once, is_exit=is_exit) as record:
        row = agreement_row(db, dialogue, agreement)
        ensure_may_answer(db, dialogue, row, by.person, version)
        told = _told(record, row)
        if answer == rules.SIGN:
            session = ensure_may_sign_now(db, dialogue, row, told, language, record.at)
            ensure_claims_marked(db, dialogue, row, gives_up=gives_up)
            ensure_mandate_reaches(db, dialogue, by.person, "sign", local(record.at).date())
            record.append(SignatureGiven(agreement, version, session, language))
            if gives_up and gives_up_claims(db, dialogue, row) and not _has_marked(record, row):
                record.append(ReleaseMarked(agreement, version))
        else:
            if answer == rules.LONGER:
                rules.ensure_not_signed(told)
            record.append(AnswerGiven(agreement, version), words=answer)
        record.result = agreement


def withdraw_signature(
    db: Session, dialogue: str, agreement: str, *, by: Viewer, at: datetime, once: str
) -> None:
    """Take back one's own yes: an exit, without a reason; twice is the same as once."""
    with recording(db, dialogue, by=by, at=at, once=once, is_exit=True) as record:
        row = agreement_row(db, dialogue, agreement)
        told = _told(record, row)
        rules.ensure_may_take_back(
            ever_signed=told.stands or told.newest == rules.REVOKE, released=_released(row)
        )
        if told.stands:
            record.append(AnswerGiven(agreement, row.text), words=rules.REVOKE)
        record.result = agreement


def attest_signatures(
    db: Session,
    dialogue: str,
    agreement: str,
    persons: Sequence[str],
    *,
    by: Viewer,
    at: datetime,
    once: str,
) -> None:
    """The witness attests whom they saw signing this text freely: one sheet, one entry a person."""
    with recording(db, dialogue, by=by, at=at, once=once) as record:
        standing_of(db, dialogue).ensure_open()
        row = agreement_row(db, dialogue, agreement)
        waiting = {
            signature.person: signature for _person, signature in waiting_signatures(db, dialogue, row)
        }
        rules.ensure_may_attest(persons, frozenset(waiting))
        sessions = {person: waiting[person].session for person in sorted(set(persons))}
        for person, session in sessions.items():
            record.append(SignatureAttested(agreement, row.text, session, person))
        record.result = agreement


def _has_marked(record: OpenRecord, row: Agreement) -> bool:
    return any(
        entry.by == record.by.person and entry.fact == ReleaseMarked(row.agreement, row.text)
        for entry in record.entries(row.agreement)
    )


def _told(record: OpenRecord, row: Agreement) -> rules.Told:
    entries = record.entries(row.agreement)
    return rules.told_of(entries, record.places(entries), person=record.by.person, text=row.text)


def _released(row: Agreement) -> str:
    released = released_at(row)
    return day_time(released) if released else ""
