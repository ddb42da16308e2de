"""One agreement as its monitor reviews it: what is open first, with evidence and what speaks against it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from app.access.viewer import Viewer
from app.agreements.tables import Agreement
from app.audit import rules
from app.audit.queries.proof import Proof, proof_of
from app.dialogues.queries import dialogue_row, thresholds_of
from app.dialogues.tables import Dialogue
from app.foundation.errors import NotFound
from app.foundation.roles import Role
from app.parties.queries import people_of
from app.parties.tables import SeatHeld
from app.record.entry import Entry
from app.record.facts.audit import EvidenceAsked, ReviewPutOff
from app.record.facts.preparation import PrivateTalkHeld
from app.recordkeeping.reading import body_of
from app.voluntariness.assess import Verdict, earliest_release
from app.voluntariness.finding import Finding, Result, Severity
from app.web.i18n import language

STATES = {
    Result.KEPT: "kept",
    Result.NOT_KEPT: "broken",
    Result.NOT_APPLICABLE: "none",
    Result.UNKNOWN: "unknown",
}
SUPPORTED = "SUPPORTED"


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One rule with its result. `is_open`: it stands in the way of a release; `authors`: who wrote its evidence;
    `asked`: numbers of the entries in which evidence was asked for."""

    finding: Finding
    state: str
    is_open: bool
    authors: frozenset[str]
    asked: tuple[int, ...]

    @property
    def rule(self) -> str:
        """Its name in the rulebook."""
        return self.finding.rule

    @property
    def needs_clearance(self) -> bool:
        """A monitor may clear it in writing, and nobody has yet."""
        return self.is_open and self.finding.severity is Severity.CLEARANCE


@dataclass(frozen=True, slots=True)
class ReviewView:
    """One agreement under review at a moment. `first_opening`: from when its door opens on slot days, or None;
    `opens`: the next such moment, now included; `door_open`: now. `asked_alone`: how many people."""

    dialogue: str
    agreement: str
    text: str
    code: str
    status: str
    title_khmer: str
    title_latin: str
    verdict: Verdict
    lines: tuple[RuleLine, ...]
    first_opening: datetime | None
    opens: datetime | None
    door_open: bool
    asked_alone: int
    track: str
    slot: str
    proof: Proof

    @property
    def title(self) -> str:
        """The text's title in the reader's language."""
        return self.title_khmer if language() == "km" else self.title_latin

    @property
    def open_lines(self) -> list[RuleLine]:
        """What stands in the way of a release."""
        return [line for line in self.lines if line.is_open]

    @property
    def other_lines(self) -> list[RuleLine]:
        """What does not."""
        return [line for line in self.lines if not line.is_open]


def agreement_row(db: Session, dialogue: str, agreement: str) -> Agreement:
    """The row of one agreement. Raises NotFound."""
    row = db.get(Agreement, (dialogue, agreement))
    if row is None:
        raise NotFound
    return row


def opening_of(db: Session, proof: Proof, dialogue: str) -> datetime | None:
    """The first moment at which this result may be released, or None while nothing is signed."""
    frozen = thresholds_of(db, dialogue)
    first = earliest_release(proof.entries, proof.agreement)
    if frozen is None or first is None:
        return None
    put_off = [
        entry.at
        for entry in proof.entries
        if isinstance(entry.fact, ReviewPutOff) and entry.fact.agreement == proof.agreement
    ]
    return rules.door_opens(first, put_off, frozen.slot)


def _monitor_of(db: Session, dialogue: str) -> Viewer:
    """The monitor of this table, who signs a release that is only thought of."""
    query = select(SeatHeld.person).where(SeatHeld.dialogue == dialogue, SeatHeld.role == Role.MONITOR.value)
    return Viewer(db.exec(query).first() or "", frozenset({Role.MONITOR}))


def review_of(db: Session, dialogue: str, agreement: str, now: datetime) -> ReviewView:
    """Everything the review page shows. Raises NotFound."""
    row = agreement_row(db, dialogue, agreement)
    proof = proof_of(db, dialogue, agreement)
    table, first = dialogue_row(db, dialogue), opening_of(db, proof, dialogue)
    slot = table.slot
    opens = rules.next_opening(now, first, slot) if first else None
    verdict = proof.verdict()
    would_be = verdict
    if row.status not in ("released", "returned"):
        would_be = proof.if_released(row.text, _monitor_of(db, dialogue), opens or now).verdict()
    page = json.loads(body_of(db, dialogue, row.text))
    return ReviewView(
        dialogue=dialogue,
        agreement=agreement,
        text=row.text,
        code=row.code,
        status=row.status,
        title_khmer=page["title_km"],
        title_latin=page["title_en"],
        verdict=verdict,
        lines=rule_lines(verdict, would_be, proof.entries),
        first_opening=first,
        opens=opens,
        door_open=opens == now and row.status not in ("released", "returned"),
        asked_alone=asked_alone(proof.entries),
        track=table.track,
        slot=slot,
        proof=proof,
    )


def asked_alone(entries: Sequence[Entry]) -> int:
    """How many people somebody independent has asked alone: what "none received" rests on."""
    return len(
        {one.fact.person for one in entries if isinstance(one.fact, PrivateTalkHeld) and one.fact.alone}
    )


def rule_lines(verdict: Verdict, would_be: Verdict, entries: Sequence[Entry]) -> tuple[RuleLine, ...]:
    """The findings as lines, in the rulebook's order. What only waits for the release is "not yet", not open."""
    by_number = {entry.number: entry for entry in entries}
    lines = []
    for now, then in zip(verdict.findings, would_be.findings, strict=True):
        settled = then.settled
        waits = now.result is Result.UNKNOWN and then.result is not Result.UNKNOWN
        cleared = then.cleared >= 0 and then.result not in (Result.KEPT, Result.NOT_APPLICABLE)
        state = "cleared" if cleared else "todo" if waits and settled else STATES[then.result]
        counted = (*then.evidence, *then.against)
        lines.append(
            RuleLine(
                finding=now if state == "todo" else then,
                state=state,
                is_open=not settled,
                authors=frozenset(by_number[number].by for number in counted if number in by_number),
                asked=tuple(
                    entry.number
                    for entry in entries
                    if isinstance(entry.fact, EvidenceAsked) and entry.fact.rule == now.rule
                ),
            )
        )
    return tuple(lines)


def rule_of(view: ReviewView, rule: str) -> RuleLine:
    """One rule of a review. Raises NotFound for a name the rulebook does not have."""
    found = next((line for line in view.lines if line.rule == rule), None)
    if found is None:
        raise NotFound
    return found


def others_who_may_clear(db: Session, dialogue: str, authors: frozenset[str], person: str) -> list[str]:
    """The names of the other monitors and safeguard officers here who wrote none of this evidence."""
    return [
        row.name
        for row in people_of(db, dialogue)
        if set(row.roles) & set(rules.AUDITORS) and row.id not in authors and row.id != person
    ]


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """One agreement in a list of reviews: all rows have the same parts."""

    dialogue: str
    agreement: str
    code: str
    status: str
    khmer: str
    latin: str
    since: str
    opens: datetime | None

    @property
    def title(self) -> str:
        """The peace table's title in the reader's language."""
        return self.khmer if language() == "km" else self.latin


def reviews_of_table(db: Session, dialogue: str, now: datetime) -> list[ReviewLine]:
    """The agreements of one table, in the order they were fixed."""
    table = dialogue_row(db, dialogue)
    query = select(Agreement).where(Agreement.dialogue == dialogue)
    rows = db.exec(query.order_by(col(Agreement.fixed_at), col(Agreement.agreement)))
    return [_line(db, table, row, now) for row in rows]


def _line(db: Session, table: Dialogue, row: Agreement, now: datetime) -> ReviewLine:
    first = opening_of(db, proof_of(db, table.dialogue, row.agreement), table.dialogue)
    opens = rules.next_opening(now, first, table.slot) if first else None
    return ReviewLine(
        table.dialogue, row.agreement, row.code, row.status, table.khmer, table.latin, row.fixed_at, opens
    )


def reviews_of(db: Session, person: str, now: datetime) -> list[ReviewLine]:
    """The agreements of all tables whose safeguards this person watches."""
    seats = col(SeatHeld.role).in_([role.value for role in rules.AUDITORS])
    mine = select(SeatHeld.dialogue).where(SeatHeld.person == person, seats)
    tables = select(Dialogue.dialogue).where(col(Dialogue.dialogue).in_(mine))
    found = db.exec(tables.order_by(col(Dialogue.position).desc()))
    return [line for dialogue in found for line in reviews_of_table(db, dialogue, now)]
