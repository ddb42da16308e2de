"""One line of the record: from an entry to its exact characters and back (docs/record-format.md)."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.foundation.clock import from_text, to_text
from app.foundation.roles import Role
from app.record import canonical
from app.record.facts import FACT_NAMED, Fact

VERSION = 1
VIA = ("PORTAL", "ASSISTED", "TABLE", "PAPER")
FIELDS = frozenset(
    ("at", "by", "fact", "log", "number", "party", "role", "says", "sealed", "seen", "v", "via", "when")
)
_DIGEST = re.compile(r"[A-Za-z0-9_-]{43}")


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of one log. `at` is when it was written, `when` when it happened; `party` is the writer's side."""

    log: str
    number: int
    at: datetime
    when: datetime
    by: str
    role: Role
    party: str
    via: str
    fact: Fact
    sealed: tuple[str, str]
    seen: tuple[str, ...] = ()

    def line(self) -> str:
        """The exact characters that are stored, hashed and exported."""
        return canonical.write(
            {
                "v": VERSION,
                "log": self.log,
                "number": self.number,
                "at": to_text(self.at),
                "when": to_text(self.when),
                "by": self.by,
                "role": self.role.value,
                "party": self.party,
                "via": self.via,
                "fact": type(self.fact).__name__,
                "says": self.fact.says(),
                "sealed": list(self.sealed),
                "seen": list(self.seen),
            }
        )


def read_entry(line: str, origin: str, number: int) -> Entry:
    """Read one stored line. Raises ValueError unless it is canonical and stands in its own place."""
    page: Any = canonical.read(line)
    if not isinstance(page, dict) or set(page) != FIELDS:
        raise ValueError("wrong fields")
    if page["v"] != VERSION or page["log"] != origin or page["number"] != number:
        raise ValueError("belongs to another place in another log")
    if not isinstance(page["fact"], str) or page["fact"] not in FACT_NAMED:
        raise ValueError("a fact of an unknown kind")
    if not isinstance(page["says"], dict):
        raise ValueError("wrong fields")  # noqa: TRY004 (one kind of error for every bad line)
    if page["via"] not in VIA:
        raise ValueError("an unknown channel")
    if not all(isinstance(page[name], str) for name in ("by", "role", "party", "at", "when")):
        raise ValueError("wrong fields")
    if page["v"] is True or page["number"] is True or page["number"] is False:
        raise ValueError("wrong fields")  # in Python, true is the number one
    sealed, seen = page["sealed"], page["seen"]
    if (
        not isinstance(sealed, list)
        or len(sealed) != 2
        or sealed != sorted(sealed)
        or not all(isinstance(place, str) and _DIGEST.fullmatch(place) for place in sealed)
    ):
        raise ValueError("wrong number or order of sealed places")
    if not isinstance(seen, list) or not all(isinstance(head, str) for head in seen):
        raise ValueError("wrong fields")
    return Entry(
        log=origin,
        number=number,
        at=from_text(page["at"]),
        when=from_text(page["when"]),
        by=page["by"],
        role=Role(page["role"]),
        party=page["party"],
        via=page["via"],
        fact=FACT_NAMED[page["fact"]].read(page["says"]),
        sealed=(sealed[0], sealed[1]),
        seen=tuple(seen),
    )
