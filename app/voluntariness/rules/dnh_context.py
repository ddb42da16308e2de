"""DNH-CONTEXT-1: what the talks do to peace around them was looked at, before, after each session."""

from datetime import timedelta

from app.record.facts.promises import HarmSheetWritten
from app.record.facts.sessions import SessionClosed, SessionOpened
from app.voluntariness.finding import Finding, Severity
from app.voluntariness.story import Story, Told, grouped
from app.voluntariness.weighing import Weighing

WITHIN = timedelta(days=7)
"""So long after a session its sheet is written (domain.md 3.8)."""


def dnh_context(story: Story) -> Finding:
    """A do-no-harm sheet before the first session and within 7 days after each; what got worse has an option.

    Source: domain.md 3.8 DNH-CONTEXT-1 (CDA Do No Harm: dividers, connectors, options, redesign). Severity C. A
    sheet that is missing is UNKNOWN; one that came late, or that says "worse" without an option with owner and
    day, is NOT_KEPT. The sheet at the very end is asked for when a table ends, not here (settled.md 14).
    """
    weighing = Weighing(story, "DNH-CONTEXT-1", Severity.CLEARANCE)
    weighing.counts_on(HarmSheetWritten, SessionOpened, SessionClosed)
    weighing.counts_by_clock()
    sheets = story.all(HarmSheetWritten)
    for sheet in sheets:
        if "worse" in (sheet.fact.dividers, sheet.fact.connectors) and sheet.fact.options < 1:
            weighing.breaks("worse_without_option", sheet.entry)
    opened = grouped(story.all(SessionOpened), lambda told: told.fact.session)
    closed = grouped(story.all(SessionClosed), lambda told: told.fact.session)
    if not opened:
        weighing.lacks("no_session")
    _weigh_baseline(weighing, sheets, [told[0] for told in opened.values()])
    of_session = grouped(
        (sheet for sheet in sheets if sheet.fact.moment == "session"), lambda told: told.fact.session
    )
    for session, openings in opened.items():
        ends = closed.get(session, [])[-1:]
        weighing.rests_on(openings[0].entry)
        _weigh_session(weighing, openings[0], ends, of_session.get(session, []))
    return weighing.finding()


def _weigh_baseline(
    weighing: Weighing, sheets: list[Told[HarmSheetWritten]], opened: list[Told[SessionOpened]]
) -> None:
    before = [sheet for sheet in sheets if sheet.fact.moment == "baseline"]
    weighing.proves(*(sheet.entry for sheet in before[:1]))
    if not before:
        weighing.lacks("harm_baseline_missing")
    elif opened and before[0].latest >= min(told.soonest for told in opened):
        weighing.breaks_by_clock("harm_baseline_late", before[0].entry)


def _weigh_session(
    weighing: Weighing,
    opened: Told[SessionOpened],
    closed: list[Told[SessionClosed]],
    sheets: list[Told[HarmSheetWritten]],
) -> None:
    after = [sheet for sheet in sheets if sheet.number > opened.number]
    weighing.proves(*(sheet.entry for sheet in after[:1]))
    if not after:
        weighing.lacks("harm_session_missing", opened.entry)
        return
    ended = max([opened.latest, *(told.latest for told in closed)])
    if after[0].soonest - ended > WITHIN:
        weighing.breaks_by_clock("harm_session_late", after[0].entry)
