"""What a report may count: small numbers of people are hidden, so that nobody is found by them. Pure."""

from collections.abc import Sequence

SMALLEST = 5
"""The smallest number of people that a report says (settled.md 3: not even that for a group under 5)."""
HIDDEN = -1


def counted_people(sexes: Sequence[str]) -> tuple[int, int, int]:
    """All, women and men among these people. A number from 1 to 4 is hidden, and with it whatever would give it
    away by subtraction: where women or men are hidden, both are.
    """
    women, men = sum(sex == "f" for sex in sexes), sum(sex == "m" for sex in sexes)
    parts = (women, men) if all(_may_say(count) for count in (women, men)) else (HIDDEN, HIDDEN)
    return (len(sexes) if _may_say(len(sexes)) else HIDDEN), *parts


def _may_say(count: int) -> bool:
    return count == 0 or count >= SMALLEST
