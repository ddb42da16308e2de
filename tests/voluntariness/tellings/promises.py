"""What the complete table tells about its promises and what follows: (time in UTC, who, key, fact)."""

from app.record.facts import Fact

LINES: tuple[tuple[str, str, str, Fact], ...] = ()
