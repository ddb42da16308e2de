"""Everything that can be done to a peace table as a whole. One verb, one function, one transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from app.access.reading import audience_of
from app.access.viewer import Viewer
from app.dialogues import queries, rules
from app.foundation.errors import N_, NotAllowed, NotFound, NotPossibleNow
from app.foundation.roles import Role
from app.parties.queries import sides_of
from app.people.tables import Person
from app.record import canonical
from app.record.facts.dialogues import (
    DialogueOpened,
    EntryCorrected,
    PauseAsked,
    PauseEnded,
    SideLeft,
    ThresholdsFrozen,
    TrackProposed,
)
from app.record.facts.parties import PersonIntroduced, RoleGiven
from app.record.facts.promises import IncidentClosed, IncidentReported
from app.recordkeeping.node import chance, identifier, node_of
from app.recordkeeping.reading import entries_of, entry_at
from app.recordkeeping.recording import OpenRecord, recording
from app.requests.commands import write_request
from app.voluntariness.thresholds import (
    DAY_FROM,
    DAY_UNTIL,
    RULEBOOK,
    SLOT,
    STEPS_ACCEPT,
    STEPS_REFUSE,
    Thresholds,
)


class SeriousPause(NotPossibleNow):
    """Something serious that happens in a pause would have paused the table by itself."""

    says = N_(
        "A serious incident was entered in this pause. Until it is closed, only the monitor or the safeguard officer "
        "can end the pause."
    )


@dataclass(frozen=True, slots=True)
class Matter:
    """What a peace table is about, in both languages."""

    khmer: str
    latin: str
    summary_khmer: str
    summary_latin: str
    resource: str
    province: str


def name_of(person: Person) -> str:
    """A person's name as the sealed place holds it."""
    return canonical.write({"khmer": person.khmer, "latin": person.latin, "sex": person.sex})


def open_dialogue(
    db: Session,
    matter: Matter,
    *,
    by: Person,
    at: datetime,
    once: str,
    request: str = "",
    answer: str = "",
) -> str:
    """Open a peace table; the person who opens it becomes its facilitator. Returns its id.

    Opened from a `request`, its record holds the request with the office's `answer`.
    """
    if not by.staff:
        raise NotAllowed
    rules.ensure_answers(request=request, answer=answer)
    position = queries.next_position(db)
    dialogue = identifier(chance(node_of(db), f"dialogue/{position}"))
    facilitator = Viewer(by.id, frozenset({Role.FACILITATOR}))
    with recording(db, dialogue, by=facilitator, at=at, once=once) as record:
        write_opening(record, matter, position, by=by)
        if request:
            write_request(record, request, answer)
        record.result = dialogue
    return dialogue


def write_opening(record: OpenRecord, matter: Matter, position: int, *, by: Person) -> None:
    """The first entries of a peace table: what it is about, and who facilitates it. Raises OpenedMeanwhile."""
    if record.size:
        raise rules.OpenedMeanwhile
    kept = record.keep_body(
        {
            "khmer": matter.khmer,
            "latin": matter.latin,
            "summary_khmer": matter.summary_khmer,
            "summary_latin": matter.summary_latin,
            "position": position,
        }
    )
    record.append(DialogueOpened("case", matter.resource, matter.province, RULEBOOK, kept))
    record.append(PersonIntroduced(by.id), name=name_of(by))
    record.append(RoleGiven(by.id, Role.FACILITATOR.value, ""))


def freeze_thresholds(
    db: Session,
    dialogue: str,
    track: str,
    wanted: Thresholds,
    closures: Sequence[date],
    reason: str,
    *,
    by: Viewer,
    at: datetime,
    once: str,
) -> None:
    """Propose the track with its reason and fix the numbers of this table; later ones may only be stricter."""
    with recording(db, dialogue, by=by, at=at, once=once) as record:
        row = queries.dialogue_row(db, dialogue)
        rules.ensure_open(ended=row.ended)
        old = queries.thresholds_of(db, dialogue)
        in_force = (
            old
            if old is None
            else Thresholds(
                old.invite_min_days,
                old.agenda_min_days,
                old.reflection_min_days,
                old.cooling_off_days,
                old.session_max_hours,
            )
        )
        rules.ensure_strict_enough(track, wanted, in_force)
        closed = sorted({day.isoformat() for day in closures} | set(old.closures if old else ()))
        record.append(TrackProposed(track), words=reason)
        record.append(
            ThresholdsFrozen(
                track=track,
                rulebook=RULEBOOK,
                invite_min_days=wanted.invite_min_days,
                agenda_min_days=wanted.agenda_min_days,
                reflection_min_days=wanted.reflection_min_days,
                cooling_off_days=wanted.cooling_off_days,
                session_max_hours=wanted.session_max_hours,
                day_from=DAY_FROM,
                day_until=DAY_UNTIL,
                slot=SLOT,
                closures=tuple(closed),
                answer_order=old.answer_order if old else _drawn_order(record),
                steps_accept=STEPS_ACCEPT,
                steps_refuse=STEPS_REFUSE,
            )
        )


def _drawn_order(record: OpenRecord) -> tuple[str, ...]:
    """The order of the four answers, by lot, once for this table (settled.md 4)."""
    lots = {answer: record.chance(answer) for answer in ("accept", "refuse", "change", "longer")}
    return tuple(sorted(lots, key=lambda answer: lots[answer]))


def ask_for_pause(db: Session, dialogue: str, *, by: Viewer, at: datetime, once: str) -> None:
    """Pause the table at once: an exit, for anyone, without a reason."""
    with recording(db, dialogue, by=by, at=at, once=once, is_exit=True) as record:
        row = queries.dialogue_row(db, dialogue)
        rules.ensure_open(ended=row.ended)
        if row.pause:
            raise rules.AlreadyPaused
        record.append(PauseAsked(record.new_id()))


def end_pause(db: Session, dialogue: str, *, by: Viewer, at: datetime, once: str) -> None:
    """End a pause: by who asked for it, or by the monitor; by the monitor alone while a serious incident is open."""
    with recording(db, dialogue, by=by, at=at, once=once) as record:
        row = queries.dialogue_row(db, dialogue)
        is_monitor = by.holds(Role.MONITOR, Role.SAFEGUARD_OFFICER)
        rules.ensure_may_end_pause(
            pause=row.pause, paused_by=row.paused_by, person=by.person, is_monitor=is_monitor
        )
        if not is_monitor and is_serious(db, dialogue, row.pause):
            raise SeriousPause
        record.append(PauseEnded(row.pause))


def is_serious(db: Session, dialogue: str, pause: str) -> bool:
    """Was a serious incident entered in this pause, and is it still open?"""
    facts = [entry.fact for entry in entries_of(db, dialogue, [""])]
    asked = [n for n, fact in enumerate(facts) if isinstance(fact, PauseAsked) and fact.pause == pause]
    since = facts[asked[-1] :] if asked else []
    closed = {fact.incident for fact in since if isinstance(fact, IncidentClosed)}
    return any(
        fact.serious and fact.incident not in closed for fact in since if isinstance(fact, IncidentReported)
    )


def leave_table(db: Session, dialogue: str, *, by: Viewer, at: datetime, once: str) -> None:
    """A side leaves: an exit. The talks stop at once, in a pause too; no reason is asked."""
    with recording(db, dialogue, by=by, at=at, once=once, is_exit=True) as record:
        row = queries.dialogue_row(db, dialogue)
        rules.ensure_open(ended=row.ended)
        if not any(side.id == by.side and side.left for side in sides_of(db, dialogue)):
            record.append(SideLeft(by.side))


def correct_entry(
    db: Session, dialogue: str, number: int, words: str, *, by: Viewer, at: datetime, once: str
) -> None:
    """Set one's own entry right with a new one; both stay readable. Raises NotFound for somebody else's."""
    with recording(db, dialogue, by=by, at=at, once=once) as record:
        corrected = entry_at(db, dialogue, number)
        if corrected is None or corrected.by != by.person:
            raise NotFound
        record.append(
            EntryCorrected(number, corrected.fact.about),
            words=words,
            audience=audience_of(corrected.fact, by.person),
        )
