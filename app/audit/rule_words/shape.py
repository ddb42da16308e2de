"""What is said of one rule."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RuleWords:
    """One rule: its title (said as if it were kept), what it asks, and what stands there when it is kept."""

    title: str
    asks: str
    kept: str
