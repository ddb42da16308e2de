"""Fixing a text, fixing another in its place, and noting who holds a copy. One verb, one function, one transaction."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from app.access.viewer import Viewer
from app.agreements.lifecycle.texts import RETURNED
from app.agreements.queries import texts as queries
from app.agreements.rules import texts as rules
from app.agreements.rules.texts import Clause
from app.dialogues.queries import standing_of, thresholds_of
from app.dialogues.rules import NotFrozen
from app.foundation.clock import from_text
from app.parties.queries import deciders_of
from app.record.facts.agreements import TextFixed, TextHandedOver
from app.record.facts.understanding import TextScanned
from app.recordkeeping.reading import body_of
from app.recordkeeping.recording import OpenRecord, recording
from app.web.words import day_time

LANGUAGES = ("km", "en")


@dataclass(frozen=True, slots=True)
class Wording:
    """A title and the clauses of a text, in both languages; `contains` are the tags of what stands in it."""

    title_km: str
    title_en: str
    clauses: Sequence[Clause]
    contains: Sequence[str] = ()


def fix_text(
    db: Session, dialogue: str, offer: str, wording: Wording, *, by: Viewer, at: datetime, once: str
) -> str:
    """Fix a text from an offer that every side accepted. Returns the new agreement's id."""
    with recording(db, dialogue, by=by, at=at, once=once) as record:
        standing_of(db, dialogue).ensure_talks_go_on()
        queries.offer_row(db, dialogue, offer)
        if thresholds_of(db, dialogue) is None:
            raise NotFrozen
        rules.ensure_accepted(
            queries.deciding_sides(db, dialogue), queries.accepted_sides(db, dialogue, offer)
        )
        rules.ensure_no_text_yet(has_text=queries.has_text(db, dialogue, offer))
        clauses = rules.complete(wording.clauses)
        agreement = record.new_id()
        text = _keep(record, wording, clauses, offer)
        record.append(TextFixed(agreement, text, LANGUAGES, offer, ""))
        record.append(TextScanned(agreement, text, tuple(sorted(set(wording.contains)))))
        record.result = agreement
    return agreement


def change_text(
    db: Session,
    dialogue: str,
    agreement: str,
    read: str,
    wording: Wording,
    *,
    by: Viewer,
    at: datetime,
    once: str,
) -> str:
    """Fix another text in place of the one in force; what was said to that one does not count for this one.

    `read` is the digest of the text that was in force when the person began to write.
    """
    with recording(db, dialogue, by=by, at=at, once=once) as record:
        row = queries.agreement_row(db, dialogue, agreement)
        rules.ensure_newest(read=read, newest=row.text, code=row.code)
        standing_of(db, dialogue).ensure_talks_go_on()
        released = queries.released_at(row)
        rules.ensure_not_released(released=day_time(released) if released else "")
        clauses = rules.complete(wording.clauses)
        old = json.loads(body_of(db, dialogue, row.text))
        same = (
            [(clause["km"], clause["en"]) for clause in old["clauses"]] == clauses
            and old["title_km"] == wording.title_km
            and old["title_en"] == wording.title_en
        )
        rules.ensure_differs(same=same, returned=row.status == RETURNED)
        text = _keep(record, wording, clauses, row.offer)
        record.append(TextFixed(agreement, text, LANGUAGES, row.offer, row.text))
        record.append(TextScanned(agreement, text, tuple(sorted(set(wording.contains)))))
        record.result = agreement
    return agreement


def _keep(record: OpenRecord, wording: Wording, clauses: Sequence[Clause], offer: str) -> str:
    """The canonical file of a text: one tree of clauses with both wordings (settled.md 14), and the rows that every
    side accepted, so that what was promised can be read from the text alone (INF-CLEAR-1)."""
    terms = queries.offer_row(record.db, record.dialogue, offer).terms
    return record.keep_body(
        {
            "clauses": [{"km": khmer, "en": english} for khmer, english in clauses],
            "languages": list(LANGUAGES),
            "offer": offer,
            "rows": json.loads(body_of(record.db, record.dialogue, terms))["rows"],
            "title_km": wording.title_km,
            "title_en": wording.title_en,
        }
    )


def hand_over_text(
    db: Session,
    dialogue: str,
    agreement: str,
    persons: Sequence[str],
    language: str,
    when: datetime,
    *,
    by: Viewer,
    at: datetime,
    once: str,
) -> None:
    """The witness notes that people hold their own copy of the text in force: one entry for one sheet."""
    with recording(db, dialogue, by=by, at=at, once=once) as record:
        standing_of(db, dialogue).ensure_open()
        row = queries.agreement_row(db, dialogue, agreement)
        fixed = from_text(row.fixed_at)
        rules.ensure_handed_over(
            persons,
            frozenset(person.id for person in deciders_of(db, dialogue)),
            language,
            LANGUAGES,
            when=when,
            fixed=fixed,
            now=record.at,
            fixed_words=day_time(fixed),
        )
        holders = tuple(sorted(set(persons)))
        # Within the minute of fixing, the copy came after the text: the time to think over begins with the later.
        record.append(
            TextHandedOver(agreement, row.text, holders, len(holders), language), when=max(when, fixed)
        )
        record.result = agreement
