"""How much an entry proves: grades E0 to E4 (domain.md 0.8)."""

from collections.abc import Iterable

from app.foundation.roles import Role
from app.record.entry import Entry
from app.record.facts import Fact
from app.record.facts.agreements import AnswerGiven, IfNoSigned, SignatureGiven
from app.record.facts.dialogues import SideLeft
from app.record.facts.parties import TakingPartAgreed, TakingPartEnded
from app.record.facts.preparation import TieDisclosed
from app.record.facts.understanding import ReleaseMarked

_INDEPENDENT = frozenset(
    {Role.WITNESS, Role.INTERPRETER, Role.OBSERVER, Role.MONITOR, Role.SAFEGUARD_OFFICER}
)
_OWN_ACTS: tuple[type[Fact], ...] = (
    TakingPartAgreed,
    TakingPartEnded,
    AnswerGiven,
    SignatureGiven,
    ReleaseMarked,
    IfNoSigned,
    SideLeft,
    TieDisclosed,
)
"""What a person does in their own name: whom it concerns and who wrote it are one (E2)."""


def grade_of(entry: Entry) -> str:
    """The grade of one entry by who wrote it. E4 needs a record from outside, which none of ours is."""
    if entry.role in _INDEPENDENT and not entry.party:
        return "E3"
    if isinstance(entry.fact, _OWN_ACTS):
        return "E2"
    if entry.party:
        return "E0"  # a side speaking of itself
    return "E1"


def weakest(entries: Iterable[Entry]) -> str:
    """The grade of the weakest of these; E0 when there is nothing."""
    return min((grade_of(entry) for entry in entries), default="E0")
