"""What the complete table tells about its sittings: (time in UTC, who, key, fact)."""

from app.record.facts import Fact
from app.record.facts.sittings import (
    AttendanceNoted,
    BreakHeld,
    HeadHandedOut,
    LeaveAsked,
    RoomChecked,
    SittingNoted,
    SpeakingTimed,
    TreatmentNoted,
)

CAME = ("facilitator", "chair", "witness", "sopheap", "ravy", "malis")
HEAD_COVERS = 40
"""More than every entry up to the last signature, fewer than there are when the head is handed out: the table of
tests/voluntariness/table.py puts the right number here."""


def _sheet(session: str, at: str) -> list[tuple[str, str, str, Fact]]:
    """The sheet of one session, saved by the witness: eight entries that it counts."""
    facts: list[tuple[str, Fact]] = [
        ("came", AttendanceNoted(session, CAME, 7, 4, 3, 0, 1, 0, 0, 1)),
        (
            "look",
            RoomChecked(session, "opening", 0, 0, exits_locked=False, phones_taken=False, host="neutral"),
        ),
        (
            "relook",
            RoomChecked(session, "close", 0, 0, exits_locked=False, phones_taken=False, host="neutral"),
        ),
        ("leave", LeaveAsked(session, 5)),
        ("break", BreakHeld(session, 15)),
        ("spoke_a", SpeakingTimed(session, "a", 40, 40)),
        ("spoke_b", SpeakingTimed(session, "b", 35, 15)),
        (
            "alike",
            TreatmentNoted(session, seats_alike=True, meals_alike=True, money_alike=True, advisers_free=True),
        ),
    ]
    facts.append(("sheet", SittingNoted(session, len(facts))))
    return [(at, "witness", f"{key}_{session}", fact) for key, fact in facts]


LINES: tuple[tuple[str, str, str, Fact], ...] = (
    *_sheet("s1", "2027-01-04T08:00"),
    *_sheet("s2", "2027-01-13T05:10"),
    ("2027-01-13T05:10", "witness", "head", HeadHandedOut("s2", HEAD_COVERS, ("a", "b"))),
)
