"""What the complete table tells about getting ready: (time in UTC, who, key, fact)."""

from app.record.facts import Fact
from app.record.facts.parties import RoleGiven
from app.record.facts.preparation import DualRoleStated, GroundRulesAgreed, PrivateTalkHeld, TieDisclosed

NEUTRALS = {
    "facilitator": "facilitator",
    "chair": "chair",
    "witness": "witness",
    "monitor": "monitor",
    "officer": "safeguard_officer",
}
PEOPLE = ("sopheap", "ravy", "malis")
NO_TIES = TieDisclosed("none", "ours", "office", fee_on_success=False)


def _talk(person: str, kind: str) -> PrivateTalkHeld:
    return PrivateTalkHeld(person, kind, alone=True, language="km")


LINES: tuple[tuple[str, str, str, Fact], ...] = (
    *(
        ("2026-12-01T02:05", "facilitator", f"seat_{person}", RoleGiven(person, role, ""))
        for person, role in NEUTRALS.items()
    ),
    *(("2026-12-02T03:00", person, f"tie_{person}", NO_TIES) for person in NEUTRALS),
    ("2026-12-02T03:00", "facilitator", "dual", DualRoleStated(connected=False)),
    *(
        ("2026-12-03T02:00", "witness", f"still_{side}", GroundRulesAgreed(side, standstill=True))
        for side in ("a", "b")
    ),
    *(("2026-12-03T08:00", "officer", f"screened_{one}", _talk(one, "screening")) for one in PEOPLE),
    *(("2027-01-15T03:00", "monitor", f"confirmed_{one}", _talk(one, "confirmation")) for one in PEOPLE),
)
