"""What was noted of each session that was held: its sheets, closed by their count (settled.md 14).

A sheet's closing line says how many entries of sheets the session has by then, so that leaving one out never
helps: a rule that looks at sittings does not know what it cannot count.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from app.record.entry import Entry
from app.record.facts import Fact
from app.record.facts.sessions import SessionOpened
from app.record.facts.sittings import (
    AttendanceNoted,
    BreakHeld,
    LeaveAsked,
    RoomChecked,
    SittingNoted,
    SpeakingTimed,
    TreatmentNoted,
    UltimatumNoted,
)
from app.voluntariness.meetings import Meeting, meetings_before
from app.voluntariness.story import Kind, Story, Told
from app.voluntariness.weighing import Weighing

COUNTED: tuple[type[Fact], ...] = (
    AttendanceNoted,
    RoomChecked,
    LeaveAsked,
    BreakHeld,
    SpeakingTimed,
    TreatmentNoted,
    UltimatumNoted,
)


@dataclass(frozen=True, slots=True)
class Sitting:
    """One session that was held, with the entries of its sheets."""

    meeting: Meeting
    sheets: tuple[Told[Fact], ...]

    @property
    def session(self) -> str:
        """The session."""
        return self.meeting.session

    def all(self, kind: type[Kind]) -> list[Told[Kind]]:
        """Its entries of one kind, in order."""
        return [Told(told.entry, told.fact) for told in self.sheets if isinstance(told.fact, kind)]


def sittings_of(story: Story, weighing: Weighing) -> list[Sitting]:
    """The sittings of all sessions that were opened up to the last signature. A sheet that is missing, not closed
    or of another count, or of a session that was not opened, leaves the rule unknown.
    """
    weighing.counts_on(SittingNoted, *COUNTED)
    signed = story.signatures()
    last = max((told.number for told in signed), default=max(story.entries, default=0) + 1)
    meetings = meetings_before(story, weighing, last)
    if not meetings:
        weighing.lacks("no_session")
    sheets = [told for kind in COUNTED for told in story.all(kind)]
    closings = story.all(SittingNoted)
    _weigh_strays(story, weighing, [*((told.entry, told.fact.session) for told in closings), *_about(sheets)])
    return [_sitting(weighing, meeting, sheets, closings) for meeting in meetings]


def _about(sheets: Iterable[Told[Fact]]) -> list[tuple[Entry, str]]:
    return [(told.entry, told.fact.about) for told in sheets]


def _weigh_strays(story: Story, weighing: Weighing, noted: Iterable[tuple[Entry, str]]) -> None:
    """A sheet of a session that nobody opened: its opening was left out."""
    opened = {one.fact.session for one in story.all(SessionOpened)}
    strays = [entry for entry, session in noted if session not in opened]
    if strays:
        weighing.lacks("sheet_without_session", *strays)


def _sitting(
    weighing: Weighing,
    meeting: Meeting,
    sheets: list[Told[Fact]],
    closings: list[Told[SittingNoted]],
) -> Sitting:
    own = sorted(
        (told for told in sheets if told.fact.about == meeting.session), key=lambda told: told.number
    )
    closed = [told for told in closings if told.fact.session == meeting.session]
    if not closed:
        weighing.lacks("no_sheet", meeting.opened.entry)
    elif own and own[-1].number > closed[-1].number:
        weighing.lacks("sheet_not_closed", own[-1].entry)
    elif closed[-1].fact.count != len(own):
        weighing.lacks("sheet_count_differs", closed[-1].entry)
    weighing.rests_on(*(told.entry for told in closed[-1:]))
    return Sitting(meeting, tuple(own))


def entries_in(told: Iterable[Told[Kind]]) -> list[Entry]:
    """The entries of what was told."""
    return [one.entry for one in told]
