"""Writing a do-no-harm sheet: what divides, what connects, who gains, what is done about what got worse."""

from datetime import date, datetime, time

from sqlmodel import Session

from app.access.viewer import Viewer
from app.record.facts.promises import HarmSheetWritten
from app.recordkeeping.recording import OpenRecord, recording
from app.safeguards.queries.harm import harm_sheets_of, opened_sessions
from app.safeguards.queries.later import moment_in
from app.safeguards.rules import harm as rules
from app.safeguards.rules.harm import BASELINE, CLOSING, HarmSheet
from app.safeguards.rules.later import Moment
from app.safeguards.rules.preparation import NothingNew


def write_harm_sheet(
    db: Session,
    dialogue: str,
    moment: str,
    sheet: HarmSheet,
    on: date | None,
    hour: time | None,
    *,
    by: Viewer,
    at: datetime,
    once: str,
) -> str:
    """Write one sheet for one moment: baseline, closing, or the id of a session. Returns the moment."""
    with recording(db, dialogue, by=by, at=at, once=once) as record:
        rules.ensure_moment(moment, [view.id for view in opened_sessions(db, dialogue)])
        if not append_harm_sheet(record, moment, sheet, moment_in(db, dialogue, on, hour, record.at)):
            raise NothingNew  # somebody else saved the same sheet
        record.result = moment
    return moment


def append_harm_sheet(record: OpenRecord, moment: str, sheet: HarmSheet, written: Moment) -> bool:
    """Keep the sheet's file and write its entry, unless the same sheet stands. Raises OptionMissing where something
    got worse.

    Returns whether it was written.
    """
    rules.ensure_answered(sheet)
    page = {
        "divider_words": sheet.divider_words,
        "connector_words": sheet.connector_words,
        "groups": sheet.groups,
        "options": [
            {"what": one.what, "owner": one.owner, "due": one.due.isoformat() if one.due else ""}
            for one in sheet.options
        ],
        "alike": sheet.alike,
    }
    trends = (sheet.dividers, sheet.connectors)
    if any(
        one.moment == moment and one.says(page, trends) for one in harm_sheets_of(record.db, record.dialogue)
    ):
        return False
    kept = record.keep_body(page)
    is_session = moment not in (BASELINE, CLOSING)
    fact = HarmSheetWritten(
        moment="session" if is_session else moment,
        session=moment if is_session else "",
        dividers=sheet.dividers,
        connectors=sheet.connectors,
        options=len(sheet.options),
        sheet=kept,
    )
    record.append(fact, when=written.when, via=written.via)
    return True
