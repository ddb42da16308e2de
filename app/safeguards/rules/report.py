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


def counted_together(groups: Sequence[Sequence[str]]) -> tuple[int, int, int]:
    """All, women and men of all groups together. Where the numbers that are hidden in the groups add up to one that
    would be hidden too, so is the sum: nobody is found by taking away what is shown (settled.md 3).
    """
    whole = counted_people([sex for group in groups for sex in group])
    shown = [counted_people(group) for group in groups]
    real = [
        (len(group), sum(sex == "f" for sex in group), sum(sex == "m" for sex in group)) for group in groups
    ]
    behind = [
        sum(true[place] for true, said in zip(real, shown, strict=True) if said[place] == HIDDEN)
        for place in range(3)
    ]
    people, women, men = (
        said if _may_say(count) else HIDDEN for said, count in zip(whole, behind, strict=True)
    )
    return (people, HIDDEN, HIDDEN) if HIDDEN in (women, men) else (people, women, men)


def _may_say(count: int) -> bool:
    return count == 0 or count >= SMALLEST
