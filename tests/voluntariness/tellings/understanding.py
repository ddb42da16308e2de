"""What the complete table tells about how its text reached people: (time in UTC, who, key, fact)."""

from app.record.facts import Fact

LINES: tuple[tuple[str, str, str, Fact], ...] = ()
