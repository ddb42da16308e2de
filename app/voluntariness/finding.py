"""What one rule found about one agreement (settled.md 13)."""

from dataclasses import dataclass
from enum import StrEnum


class Result(StrEnum):
    """The four values of a rule. A clearance is none of them: it stands beside one."""

    KEPT = "KEPT"
    NOT_KEPT = "NOT_KEPT"
    UNKNOWN = "UNKNOWN"
    NOT_APPLICABLE = "NOT_APPLICABLE"


class Severity(StrEnum):
    """What a rule that is not kept does: blocks, needs a written clearance, or advises."""

    BLOCKS = "B"
    CLEARANCE = "C"
    ADVICE = "A"


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule's answer. `reason` is a code; its sentences for people stand in app/audit/rule_words.py.

    `evidence` and `against` are numbers of entries: what the answer rests on, and what speaks against it.
    `grade` is that of the weakest proof, E0 to E4 (domain.md 0.8); `cleared` is the number of the monitor's
    clearance, or -1.
    """

    rule: str
    severity: Severity
    result: Result
    reason: str
    evidence: tuple[int, ...] = ()
    against: tuple[int, ...] = ()
    grade: str = "E0"
    cleared: int = -1

    @property
    def settled(self) -> bool:
        """Does this finding leave the way to SUPPORTED open? Only a rule that needs a clearance can be cleared."""
        if self.result in (Result.KEPT, Result.NOT_APPLICABLE) or self.severity is Severity.ADVICE:
            return True
        return self.severity is Severity.CLEARANCE and self.cleared >= 0
