"""Everything that can be done with an offer: keep a draft, table it, withdraw it."""

import json
from collections.abc import Mapping
from datetime import datetime

from sqlmodel import Session

from app.access.viewer import Viewer
from app.agreements.lifecycle.offers import WITHDRAWN
from app.agreements.queries.offers import count_offers, draft_view, offer_row, own_draft
from app.agreements.rules import offers as rules
from app.agreements.rules.offers import Row
from app.agreements.tables import OfferDraft
from app.dialogues.queries import dialogue_row, standing_of
from app.foundation.errors import NotAllowed
from app.parties.queries import sides_of
from app.record.facts.agreements import OfferTabled, OfferWithdrawn
from app.recordkeeping.recording import recording


def save_draft(
    db: Session,
    dialogue: str,
    draft: str,
    read: str,
    counters: str,
    rows: Mapping[int, Row],
    *,
    by: Viewer,
    at: datetime,
    once: str,
) -> str:
    """Keep what a side is writing, for that side alone; no entry is written. Returns the draft's id.

    `draft` is '' for a new one, `read` the version of it that was read; `rows` by their number on the form.
    """
    if not by.side:
        raise NotAllowed
    with recording(db, dialogue, by=by, at=at, once=once) as record:
        if draft:
            kept_before = own_draft(db, dialogue, draft, by)
            rules.ensure_newest(read=read, newest=kept_before.version if kept_before else "")
        standing_of(db, dialogue).ensure_open()
        if counters:
            offer_row(db, dialogue, counters)
        rules.ensure_rows(rows)
        while not draft:  # ids are drawn by place in the record; several drafts may be begun at one place
            fresh = record.new_id()
            draft = "" if db.get(OfferDraft, (dialogue, fresh)) else fresh
        kept = json.dumps(rules.written(rows.values()), ensure_ascii=False)
        db.merge(OfferDraft(dialogue=dialogue, draft=draft, side=by.side, counters=counters, rows=kept))
        record.result = draft
    return draft


def table_offer(db: Session, dialogue: str, draft: str, *, by: Viewer, at: datetime, once: str) -> str:
    """Put a draft on the table, for all to read and each decider to answer. Returns the offer's id."""
    with recording(db, dialogue, by=by, at=at, once=once) as record:
        view = draft_view(db, dialogue, draft, by)
        standing_of(db, dialogue).ensure_talks_go_on()
        rules.ensure_may_table(
            frozen=dialogue_row(db, dialogue).frozen,
            closed=[side.deciders_closed for side in sides_of(db, dialogue)],
        )
        offer = record.new_id()
        number = count_offers(db, dialogue) + 1
        terms = record.keep_body({"rows": rules.written(view.rows)})
        record.append(OfferTabled(offer, number, by.side, terms, view.counters))
        row = db.get(OfferDraft, (dialogue, draft))
        db.delete(row)
        record.result = offer
    return offer


def withdraw_offer(db: Session, dialogue: str, offer: str, *, by: Viewer, at: datetime, once: str) -> None:
    """Take back an offer of one's own side. Possible in a pause too: a pause closes only what may bind."""
    with recording(db, dialogue, by=by, at=at, once=once) as record:
        row = offer_row(db, dialogue, offer)
        standing_of(db, dialogue).ensure_open()
        rules.ensure_may_withdraw(
            own=bool(by.side) and row.side == by.side, withdrawn=row.status == WITHDRAWN
        )
        record.append(OfferWithdrawn(offer))
        record.result = offer
