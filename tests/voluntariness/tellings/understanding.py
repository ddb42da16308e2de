"""What the complete table tells about how its text reached people: (time in UTC, who, key, fact)."""

from app.record.facts import Fact, understanding
from app.record.facts.sittings import MinutesAnswered, MinutesWritten
from tests.voluntariness.files import AGREEMENT, DECIDERS, TALK, TEXT

READ = understanding.ReadingHeld(
    AGREEMENT, TEXT, DECIDERS, 3, "interpreter", "", "km", "2027-01-13T02:35:00Z", "2027-01-13T02:55:00Z"
)


def _minutes(session: str, at: str, answered: str) -> list[tuple[str, str, str, Fact]]:
    """Minutes of one session and each side's answer."""
    return [
        (at, "witness", f"minutes_{session}", MinutesWritten(session, TALK)),
        (answered, "sopheap", f"minutes_a_{session}", MinutesAnswered(session, TALK, "a", "confirmed", "")),
        (answered, "ravy", f"minutes_b_{session}", MinutesAnswered(session, TALK, "b", "reserved", "")),
    ]


LINES: tuple[tuple[str, str, str, Fact], ...] = (
    (
        "2027-01-12T02:05",
        "facilitator",
        "scanned",
        understanding.TextScanned(AGREEMENT, TEXT, ("gives_up_claim",)),
    ),
    ("2027-01-13T02:55", "witness", "read", READ),
    *(
        (
            "2027-01-13T03:00",
            "witness",
            f"understood_{person}",
            understanding.UnderstandingShown(AGREEMENT, TEXT, person, 5, True),
        )
        for person in DECIDERS
    ),
    *(
        ("2027-01-13T04:20", person, f"marked_{person}", understanding.ReleaseMarked(AGREEMENT, TEXT))
        for person in DECIDERS
    ),
    *(
        (
            "2027-01-13T04:25",
            "witness",
            f"room_{person}",
            understanding.SigningRoomNoted(AGREEMENT, TEXT, person, 2, 2, 1, True, "paper"),
        )
        for person in DECIDERS
    ),
    *_minutes("s1", "2027-01-04T08:00", "2027-01-05T02:00"),
    *_minutes("s2", "2027-01-13T05:15", "2027-01-14T02:00"),
    ("2027-01-13T04:26", "witness", "copies", understanding.CopyTaken(AGREEMENT, TEXT, DECIDERS, 3)),
)
