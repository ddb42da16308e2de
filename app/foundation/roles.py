"""Who can sit at a peace table, and which two seats no one may hold together (domain.md 4.1, 4.2)."""

from enum import StrEnum


class Role(StrEnum):
    """A seat in one dialogue. NODE is the product itself where it acts by rule, never a person."""

    FACILITATOR = "facilitator"
    MEDIATOR = "mediator"
    CHAIR = "chair"
    DELEGATE = "delegate"
    PARALEGAL = "paralegal"
    WITNESS = "witness"
    INTERPRETER = "interpreter"
    OBSERVER = "observer"
    MONITOR = "monitor"
    SAFEGUARD_OFFICER = "safeguard_officer"
    NODE = "node"


_AUDITORS = (Role.MONITOR, Role.SAFEGUARD_OFFICER)
_OFFICE = (Role.FACILITATOR, Role.MEDIATOR)
_SIDES = (Role.DELEGATE, Role.PARALEGAL)

CONFLICTS: frozenset[frozenset[Role]] = frozenset(
    frozenset(pair)
    for pair in (
        *((a, b) for a in _AUDITORS for b in Role if b not in (*_AUDITORS, Role.NODE)),
        *(
            (a, b)
            for a in _SIDES
            for b in (*_OFFICE, Role.CHAIR, Role.WITNESS, Role.INTERPRETER, Role.OBSERVER)
        ),
        (Role.CHAIR, Role.OBSERVER),  # what an observer notes about a sitting counts as said by an outsider
        (Role.CHAIR, Role.WITNESS),
        (Role.CHAIR, Role.FACILITATOR),
        (Role.CHAIR, Role.MEDIATOR),
        (Role.CHAIR, Role.INTERPRETER),
        (Role.WITNESS, Role.INTERPRETER),
        (Role.WITNESS, Role.FACILITATOR),
        (Role.WITNESS, Role.MEDIATOR),
        (Role.INTERPRETER, Role.FACILITATOR),
        (Role.INTERPRETER, Role.MEDIATOR),
    )
)
"""Pairs of seats that one person may not hold in one dialogue (INV-6, the matrix of domain.md 4.2)."""


def conflicting(held: frozenset[Role], wanted: Role) -> Role | None:
    """The seat already held that forbids the wanted one, or None."""
    return next((role for role in sorted(held) if frozenset({role, wanted}) in CONFLICTS), None)
