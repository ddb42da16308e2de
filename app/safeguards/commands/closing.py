"""Closing a peace table: the last do-no-harm sheet, the talks afterwards, and the ending, in one Save."""

from datetime import date, datetime, time

from sqlmodel import Session

from app.access.viewer import Viewer
from app.dialogues.queries import dialogue_row
from app.dialogues.rules import ensure_open
from app.record.facts.dialogues import DialogueEnded
from app.recordkeeping.recording import recording
from app.safeguards.commands.harm import append_harm_sheet
from app.safeguards.commands.promises import plan_follow_ups
from app.safeguards.queries.closing import at_the_end
from app.safeguards.queries.later import ensure_after_the_talks, moment_in
from app.safeguards.queries.preparation import preparation_of
from app.safeguards.queries.report import counts_of, report_of
from app.safeguards.queries.standstill import earliest_end
from app.safeguards.rules.closing import ensure_closes
from app.safeguards.rules.harm import CLOSING, HarmSheet


def end_dialogue(
    db: Session,
    dialogue: str,
    sheet: HarmSheet,
    kept_khmer: str,
    kept_latin: str,
    on: date | None,
    hour: time | None,
    *,
    by: Viewer,
    at: datetime,
    once: str,
) -> None:
    """Write the neutral closing of a table: no agreement, every promise confirmed, or one that is not.

    No reason, no blame, no praise. Which of the three it is follows from the record; see `rules.closing`.
    All who decide are asked afterwards how they fare, those who refused like those who did not. A table whose
    numbers were never fixed has no track; nobody has decided anything there, and no talks are planned.
    The statement holds the closing report in counts and the day on which the standstill ends, so that no table is
    closed without either, nor without its last do-no-harm sheet (domain.md 2.1); the same sheet, written before on
    its own page, stands as it is. What is entered later is not dated before the text was released or a side left.
    """
    with recording(db, dialogue, by=by, at=at, once=once) as record:
        row = dialogue_row(db, dialogue)
        ensure_open(ended=row.ended)
        state = ensure_closes(at_the_end(db, dialogue, record.at))
        moment = moment_in(db, dialogue, on, hour, record.at)
        ensure_after_the_talks(db, dialogue, moment)
        append_harm_sheet(record, CLOSING, sheet, moment)
        if row.frozen:
            plan_follow_ups(db, record, moment)
        until = earliest_end(preparation_of(db, dialogue), moment.when)
        statement = record.keep_body(
            {
                "kept_khmer": kept_khmer,
                "kept_latin": kept_latin,
                "standstill_until": until.isoformat() if until else "",
                "report": counts_of(report_of(db, dialogue, record.at)),
            }
        )
        record.append(DialogueEnded(state, statement), when=moment.when, via=moment.via)
