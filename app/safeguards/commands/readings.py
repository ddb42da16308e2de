"""The Save of the sheet of a reading: the reading, what each told back, advice, how well each reads; at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from sqlmodel import Session

from app.access.viewer import Viewer
from app.agreements.queries.texts import agreement_row
from app.dialogues.queries import standing_of
from app.foundation.clock import at_local, local, to_text
from app.foundation.errors import NotAllowed
from app.foundation.roles import Role
from app.parties.queries import deciders_of
from app.record.facts.understanding import AdviceOffered, LiteracyNoted, ReadingHeld, UnderstandingShown
from app.recordkeeping.recording import recording
from app.safeguards.queries import readings as queries
from app.safeguards.rules import readings as rules
from app.safeguards.rules.preparation import ensure_something


@dataclass(frozen=True, slots=True)
class ReadingSheet:
    """What the witness wrote. `on` is None on the day itself; `correct` and `reads` are by place in `told`.

    `rest_told`: not empty where everybody who listened and has no number of their own told back all five.
    """

    persons: Sequence[str]
    reader: str
    interpreter: str
    language: str
    on: date | None
    starts: time
    ends: time
    told: Sequence[str]
    correct: Sequence[str]
    rest_told: str
    knows: Sequence[str]
    reads: Sequence[str]
    offered: Sequence[str]
    taken: Sequence[str]


def note_reading(
    db: Session, dialogue: str, agreement: str, sheet: ReadingSheet, *, by: Viewer, at: datetime, once: str
) -> str:
    """Write down one reading of the text in force with all that was heard there. Returns the agreement's id."""
    with recording(db, dialogue, by=by, at=at, once=once) as record:
        if not by.holds(Role.WITNESS):
            raise NotAllowed
        standing_of(db, dialogue).ensure_open()
        row = agreement_row(db, dialogue, agreement)
        day = sheet.on or local(record.at).date()
        starts, ends = at_local(day, sheet.starts), at_local(day, sheet.ends)
        told = rules.answers_told(sheet.told, sheet.correct, all_of=sheet.persons if sheet.rest_told else ())
        deciders = frozenset(person.id for person in deciders_of(db, dialogue))
        rules.ensure_may_note(
            rules.Read(sheet.persons, sheet.reader, sheet.interpreter, sheet.language, starts, ends, told),
            queries.text_read(db, dialogue, agreement, sheet.language),
            deciders=deciders,
            seated=frozenset(person.id for person in queries.readers_of(db, dialogue, "")),
            witness=by.person,
            now=record.at,
        )
        via = "PAPER" if sheet.on else "PORTAL"
        listeners = tuple(sorted(set(sheet.persons)))
        held = ReadingHeld(
            agreement,
            row.text,
            listeners,
            len(listeners),
            sheet.reader,
            sheet.interpreter,
            sheet.language,
            to_text(starts),
            to_text(ends),
        )
        ensure_something([] if held in queries.held_readings(db, dialogue, agreement) else [held])
        record.append(held, when=ends, via=via)
        for person, correct in told.items():
            knows = rules.knows_claims(person, correct, ticked=sheet.knows)
            shown = UnderstandingShown(agreement, row.text, person, correct, knows)
            record.append(shown, when=ends, via=via)
        offered = deciders.intersection(sheet.offered)
        if offered:
            advice = AdviceOffered(
                agreement, tuple(sorted(offered)), tuple(sorted(offered.intersection(sheet.taken)))
            )
            record.append(advice, when=ends, via=via)
        for person, word in _literacy(sheet, deciders).items():
            record.append(LiteracyNoted(person), words=word, when=ends, via=via)
        record.result = agreement
    return agreement


def _literacy(sheet: ReadingSheet, deciders: frozenset[str]) -> Mapping[str, str]:
    pairs = zip(sheet.told, sheet.reads, strict=False)
    return {person: word for person, word in pairs if word and person in deciders}
