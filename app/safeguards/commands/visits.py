"""Sheet 2: one visit to one side, one Save; and what becomes of a mandate afterwards."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from app.access.viewer import Viewer
from app.foundation.clock import local
from app.foundation.errors import NotFound
from app.foundation.roles import Role
from app.parties.queries import SideView, mandate_row, sides_of
from app.record.facts.preparation import (
    DualRoleAccepted,
    GroundRulesAgreed,
    MandateEnded,
    MandateGiven,
    MandateWitnessed,
    RightsNoticeGiven,
    StandstillTermsAgreed,
    TakingPartNoted,
    TieAnswered,
)
from app.recordkeeping.recording import OpenRecord, recording
from app.safeguards.queries.later import ensure_at_the_table
from app.safeguards.queries.preparation import Preparation, preparation_of
from app.safeguards.rules import preparation as rules
from app.safeguards.rules.later import Moment
from app.safeguards.rules.visits import ensure_heard


@dataclass(frozen=True, slots=True)
class MandateSheet:
    """A mandate as it was typed: who speaks, how far, for whom (one name a line), its words, its last day."""

    speakers: Collection[str]
    scope: Collection[str]
    principals: str
    text: str
    until: date | None


@dataclass(frozen=True, slots=True)
class Visit:
    """What was said on a visit. `standstill_days`: how long the standstill goes on after the end; `asked`: the people
    of whose tie the side was told; `ties`: those among them whose tie it accepts; `heard`: whoever saves it says that
    all this was said to them."""

    taking_part: Collection[str]
    notice: Collection[str]
    language: str
    ground_rules: bool
    standstill_days: int
    asked: Collection[str]
    ties: Collection[str]
    dual_role: bool
    heard: bool
    mandate: MandateSheet


def side_of(db: Session, dialogue: str, side: str) -> SideView:
    """One side of this table. Raises NotFound."""
    found = next((one for one in sides_of(db, dialogue) if one.id == side), None)
    if found is None:
        raise NotFound
    return found


def save_visit(
    db: Session,
    dialogue: str,
    side: str,
    visit: Visit,
    moment: Moment,
    *,
    by: Viewer,
    at: datetime,
    once: str,
) -> str:
    """Write what a visit brought that the record does not hold yet. Returns the newest mandate, or ''.

    Whoever has stopped taking part is not noted again: only their own word counts then. A witness who saves the
    sheet has seen the marks under its mandate.
    """
    with recording(db, dialogue, by=by, at=at, once=once) as record:
        ensure_at_the_table(db, dialogue, moment)
        view, known = side_of(db, dialogue, side), preparation_of(db, dialogue)
        before = record.size
        _note_people(record, view, known, visit, moment)
        if visit.ground_rules and not known.standstill(side):
            record.append(GroundRulesAgreed(side, standstill=True), when=moment.when, via=moment.via)
            terms = StandstillTermsAgreed(side, visit.standstill_days)
            record.append(terms, when=moment.when, via=moment.via)
        for person in known.unanswered_ties(side):
            if person != by.person and person in visit.asked:
                answer = TieAnswered(person, side, person in visit.ties)
                record.append(answer, when=moment.when, via=moment.via)
        if visit.dual_role and known.stated and known.connected and not known.accepted_dual_role(side):
            record.append(DualRoleAccepted(side), when=moment.when, via=moment.via)
        ensure_heard(heard=visit.heard, says=record.size > before)
        given = _give_mandate(record, view, visit.mandate, moment)
        rules.ensure_something(range(before, record.size))
        record.result = given
    return given


def _note_people(
    record: OpenRecord, view: SideView, known: Preparation, visit: Visit, moment: Moment
) -> None:
    here = [person.id for person in view.people]
    if (set(visit.taking_part) | set(visit.notice) | set(visit.mandate.speakers)) - set(here):
        raise NotFound
    agreeing = tuple(
        one.id
        for one in view.deciders
        if one.id in visit.taking_part and not one.taking_part and one.id not in known.stopped
    )
    if agreeing:
        noted = TakingPartNoted(view.id, agreeing, len(agreeing))
        record.append(noted, when=moment.when, via=moment.via)
    told = tuple(one for one in here if one in visit.notice and one not in known.given_rights)
    if told:
        record.append(RightsNoticeGiven(told, len(told), visit.language), when=moment.when, via=moment.via)


def _give_mandate(record: OpenRecord, view: SideView, sheet: MandateSheet, moment: Moment) -> str:
    names = rules.names_in(sheet.principals)
    speakers = [one.id for one in view.people if one.id in sheet.speakers]
    today = local(moment.when).date()
    if not rules.ensure_mandate(
        speakers, list(sheet.scope), sheet.text, sheet.until, len(names), today=today
    ):
        return ""
    mandate = ""
    for person in speakers:
        mandate = record.new_id()
        kept = record.keep_body({"words": sheet.text, "principals": names})
        fact = MandateGiven(
            mandate=mandate,
            side=view.id,
            person=person,
            principals=(),
            count=len(names),
            scope=tuple(part for part in ("talk", "accept", "sign") if part in sheet.scope),
            text=kept,
            until=sheet.until.isoformat() if sheet.until else "",
        )
        record.append(fact, when=moment.when, via=moment.via)
        if record.by.holds(Role.WITNESS):
            record.append(MandateWitnessed(mandate), when=moment.when, via=moment.via)
    return mandate


def witness_mandate(db: Session, dialogue: str, mandate: str, *, by: Viewer, at: datetime, once: str) -> str:
    """The witness saw the marks under this mandate. Returns the mandate."""
    with recording(db, dialogue, by=by, at=at, once=once) as record:
        row = mandate_row(db, dialogue, mandate)
        rules.ensure_something([] if row.witnessed or row.ended else [mandate])
        record.append(MandateWitnessed(mandate))
        record.result = mandate
    return mandate


def end_mandate(db: Session, dialogue: str, mandate: str, *, by: Viewer, at: datetime, once: str) -> str:
    """The mandate was given back or taken back. Returns the mandate."""
    with recording(db, dialogue, by=by, at=at, once=once, is_exit=True) as record:
        row = mandate_row(db, dialogue, mandate)
        rules.ensure_something([] if row.ended else [mandate])
        record.append(MandateEnded(mandate))
        record.result = mandate
    return mandate
