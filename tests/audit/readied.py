"""What the case of tests/audit tells about getting ready: ties, the office's other role, standstill, private talks."""

from collections.abc import Iterable

from app.record.facts.preparation import DualRoleStated, GroundRulesAgreed, PrivateTalkHeld, TieDisclosed

NO_TIES = TieDisclosed("none", "other", "office", fee_on_success=False)
DUAL_ROLE = DualRoleStated(connected=False)


def agreed_rules(sides: Iterable[str]) -> list[object]:
    """Each side agreed that nothing is changed while people talk."""
    return [GroundRulesAgreed(side, standstill=True) for side in sides]


def talks(kind: str, people: Iterable[str]) -> list[object]:
    """Private talks of one kind with these people, each alone."""
    return [PrivateTalkHeld(person, kind, alone=True, language="km") for person in people]
