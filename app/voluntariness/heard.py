"""Recordings of offers and texts: which bytes entries name, as part of what was put before people."""

from collections.abc import Iterable

from app.record.entry import Entry
from app.record.facts.understanding import RecordingBound


def named_recordings(entries: Iterable[Entry]) -> frozenset[str]:
    """The digests of every recording that these entries bind to an offer or a text."""
    return frozenset(entry.fact.recording for entry in entries if isinstance(entry.fact, RecordingBound))
