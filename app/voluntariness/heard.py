"""Recordings of offers and texts: which bytes entries name, and when what people heard was changed.

A change of the recording is a change: what was said or signed before it was said to something else.
"""

from collections.abc import Iterable

from app.record.entry import Entry
from app.record.facts.understanding import RecordingBound, RecordingChanged


def named_recordings(entries: Iterable[Entry]) -> frozenset[str]:
    """The digests of every recording that these entries bind to an offer or a text."""
    return frozenset(
        entry.fact.recording for entry in entries if isinstance(entry.fact, RecordingBound | RecordingChanged)
    )


def changes(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """With which entries another recording took the place of one in the same language, in order, by wording.

    A first recording is no change, whenever it comes: nobody had heard another. A second one that calls itself
    the first is one.
    """
    spoken: set[tuple[str, str]] = set()
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        fact = entry.fact
        if not isinstance(fact, RecordingBound | RecordingChanged):
            continue
        if isinstance(fact, RecordingChanged) or (fact.version, fact.language) in spoken:
            found.setdefault(fact.version, []).append(entry)
        spoken.add((fact.version, fact.language))
    return found


def changes_of(entries: Iterable[Entry], version: str) -> list[Entry]:
    """The same of one wording: the digest of an offer's terms or of a text."""
    return changes(entries).get(version, [])
