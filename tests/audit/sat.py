"""What the case of tests/audit tells about the sitting in which people signed."""

from collections.abc import Sequence

from app.record.facts.sittings import (
    AttendanceNoted,
    BreakHeld,
    RoomChecked,
    SittingNoted,
    SpeakingTimed,
    TreatmentNoted,
)


def sat(session: str, sides: Sequence[str], people: Sequence[str]) -> list[object]:
    """The sheet of one session at which all was as it should be."""
    facts: list[object] = [
        AttendanceNoted(session, tuple(people), len(people), len(people), 0, 0, 0, 0, 0, 0),
        *(
            RoomChecked(session, moment, 0, 0, exits_locked=False, phones_taken=False, host="neutral")
            for moment in ("opening", "close")
        ),
        BreakHeld(session, 15),
        *(SpeakingTimed(session, side, 30, 30) for side in sides),
        TreatmentNoted(session, seats_alike=True, meals_alike=True, money_alike=True, advisers_free=True),
    ]
    return [*facts, SittingNoted(session, len(facts))]
