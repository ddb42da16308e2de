"""What was safeguarded around a table, as its monitor reads it: also where no text was ever fixed."""

from dataclasses import dataclass

from sqlmodel import Session

from app.audit.queries.proof import proof_of
from app.audit.queries.reviews import RuleLine, asked_alone, rule_lines
from app.voluntariness.assess import Verdict, assess_table


@dataclass(frozen=True, slots=True)
class Safeguards:
    """The rules that ask about the table itself, in the rulebook's order; how many people were asked alone."""

    lines: tuple[RuleLine, ...]
    asked_alone: int

    @property
    def open_lines(self) -> list[RuleLine]:
        """What is not shown to be kept."""
        return [line for line in self.lines if line.is_open]


def safeguards_of(db: Session, dialogue: str) -> Safeguards:
    """Worked out from the record whenever somebody looks, never stored."""
    proof = proof_of(db, dialogue, "")
    findings = Verdict("", "", "", "", assess_table(proof.entries, proof.texts, proof.places))
    return Safeguards(rule_lines(findings, findings, proof.entries), asked_alone(proof.entries))
