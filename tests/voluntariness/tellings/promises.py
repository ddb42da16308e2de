"""What the complete table tells about its promises and what follows: (time in UTC, who, key, fact)."""

from app.record.facts import Fact
from app.record.facts.promises import FollowUpsPlanned, HarmSheetWritten, PromiseNamed, ReportsExamined
from tests.voluntariness.files import AGREEMENT, DECIDERS, TALK, TEXT

LINES: tuple[tuple[str, str, str, Fact], ...] = (
    (
        "2026-12-15T02:00",
        "facilitator",
        "harm_baseline",
        HarmSheetWritten("baseline", "", "same", "same", 0, TALK),
    ),
    (
        "2027-01-05T02:00",
        "facilitator",
        "harm_s1",
        HarmSheetWritten("session", "s1", "worse", "same", 1, TALK),
    ),
    (
        "2027-01-13T05:10",
        "facilitator",
        "promised_land",
        PromiseNamed(AGREEMENT, TEXT, "p1", 0, "b", "a", "2027-06-30", 2),
    ),
    (
        "2027-01-13T05:10",
        "facilitator",
        "promised_money",
        PromiseNamed(AGREEMENT, TEXT, "p2", 1, "a", "b", "2027-06-30", 2),
    ),
    (
        "2027-01-13T05:10",
        "facilitator",
        "follow_ups",
        FollowUpsPlanned(("30", "180"), DECIDERS, 3),
    ),
    (
        "2027-01-14T02:00",
        "facilitator",
        "harm_s2",
        HarmSheetWritten("session", "s2", "better", "better", 0, TALK),
    ),
    ("2027-01-13T05:20", "monitor", "examined", ReportsExamined(AGREEMENT)),
)
