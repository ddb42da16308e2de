"""One stored log checked line by line: canonical, in its place, on its tree, by a hand that may, sealed here."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain

from app.access.pens import may_write
from app.access.reading import audience_of
from app.record import seal, tree
from app.record.entry import Entry, read_entry
from app.record.facts.dialogues import EntryCorrected
from app.recordkeeping.node import chance, origin_of
from app.recordkeeping.tables import Node, RecordLine

_DIGEST = re.compile(r'"([0-9a-f]{64})"')
_DRAWS = 400
"""How many things one change may draw by lot between two entries; far more than any page does."""


@dataclass(frozen=True, slots=True)
class StoredLog:
    """A log as the database holds it: rows by number, disclosures by entry and place, files by digest."""

    dialogue: str
    rows: list[RecordLine]
    opened: dict[int, dict[str, str]]
    bodies: dict[str, bytes]

    def entries(self, node: Node) -> Iterator[Entry]:
        """The lines that can be read."""
        origin = origin_of(node, self.dialogue)
        for number, row in enumerate(self.rows):
            try:
                yield read_entry(row.line, origin, number)
            except ValueError:
                continue

    def value(self, number: int, place: str) -> str:
        """What a sealed place of an entry holds, or ''."""
        try:
            return seal.read(self.opened.get(number, {}).get(place, ""))[2]
        except ValueError:
            return ""


def check_stored_log(node: Node, log: StoredLog) -> Iterator[str]:
    """One sentence for each thing that is wrong with this log."""
    origin, peaks, last, drawn = origin_of(node, log.dialogue), list[bytes](), None, 0
    audiences: dict[int, str] = {}
    for number, row in enumerate(log.rows):
        here = f"{log.dialogue}: entry {number}"
        if row.number != number:
            yield f"{here} is missing; {row.number} stands in its place."
            return
        peaks = tree.grow(number, peaks, tree.leaf_hash(row.line.encode()))
        if row.peaks != tree.pack(peaks):
            yield f"{here} does not stand on the tree of those before it."
        try:
            entry = read_entry(row.line, origin, number)
        except ValueError as problem:
            yield f"{here} cannot be read: {problem}."
            continue
        if last is not None and entry.at < last:
            yield f"{here} was written before the one above it."
        last = entry.at
        if not may_write(entry.role, entry.party, entry.fact):
            yield f"{here} was written by a hand that may not write {type(entry.fact).__name__}."
        audiences[number] = row.audience
        if (row.about, row.audience) != (entry.fact.about, _audience(entry, audiences)):
            yield f"{here} is filed under another thing, or for other readers, than it says."
        found = _drawn(node, log, entry, drawn)
        if found is None:
            yield f"{here} has sealed places that this installation did not seal."
        drawn = found or 0
    yield from _check_beside(log)


def _audience(entry: Entry, audiences: dict[int, str]) -> str:
    if isinstance(entry.fact, EntryCorrected):  # read by those who read what it corrects
        return audiences.get(entry.fact.corrects, "")
    return audience_of(entry.fact, entry.by)


def _drawn(node: Node, log: StoredLog, entry: Entry, before: int) -> int | None:
    """Where in the lots of its change this entry's places were drawn, or None when they were not drawn here.

    A rehearsal draws its salts from its seed (recordkeeping.node), so an entry that somebody put into the
    table without the product has places that do not follow from it.
    """
    opened = log.opened.get(entry.number, {})
    places = f"{entry.log}/{entry.number}"
    for lot in chain(range(before + 1, before + _DRAWS), range(1, min(before + 1, _DRAWS))):
        first = _sealed(opened, "name", chance(node, f"{places}/name/{lot}"))
        if first not in entry.sealed:
            continue
        second = _sealed(opened, "words", chance(node, f"{places}/words/{lot + 1}"))
        if entry.sealed == (min(first, second), max(first, second)):
            return lot + 1
    return None


def _sealed(opened: dict[str, str], place: str, salt: bytes) -> str:
    if place not in opened:
        return seal.decoy(salt)
    try:
        _, name, value = seal.read(opened[place])
    except ValueError:
        return ""
    return seal.digest(seal.disclosure(salt, name, value)) if name == place else ""


def _check_beside(log: StoredLog) -> Iterator[str]:
    """Disclosures belong to sealed places, files are what entries name."""
    origins = {row.number: row.line for row in log.rows}
    for number, places in sorted(log.opened.items()):
        for place, disclosure in sorted(places.items()):
            if f'"{seal.digest(disclosure)}"' not in origins.get(number, ""):
                yield f"{log.dialogue}: what opens the {place} of entry {number} does not belong to it."
    named = {digest for row in log.rows for digest in _DIGEST.findall(row.line)}
    for digest, body in sorted(log.bodies.items()):
        if sha256(body).hexdigest() != digest:
            yield f"{log.dialogue}: the file {digest[:8]} is not what its digest says."
        elif digest not in named:
            yield f"{log.dialogue}: no entry names the file {digest[:8]}."
