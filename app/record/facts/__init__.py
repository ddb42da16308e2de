"""The whole vocabulary of the record on one shelf. Additive only: a fact is never renamed or reshaped.

A fact is flat: text, whole numbers, truth values and lists of text. It holds identifiers, digests, times and
codes; never a name or free words of a person (those go into the two sealed places of its entry).
"""

from app.record.facts import (
    agreements,
    audit,
    dialogues,
    parties,
    preparation,
    promises,
    sessions,
    sittings,
    understanding,
)
from app.record.facts.shape import Fact

FACTS: tuple[type[Fact], ...] = (
    *dialogues.FACTS,
    *parties.FACTS,
    *sessions.FACTS,
    *agreements.FACTS,
    *audit.FACTS,
    *sittings.FACTS,
    *preparation.FACTS,
    *understanding.FACTS,
    *promises.FACTS,
)
FACT_NAMED: dict[str, type[Fact]] = {fact.__name__: fact for fact in FACTS}

__all__ = [
    "FACTS",
    "FACT_NAMED",
    "Fact",
    "agreements",
    "audit",
    "dialogues",
    "parties",
    "preparation",
    "promises",
    "sessions",
    "sittings",
    "understanding",
]
