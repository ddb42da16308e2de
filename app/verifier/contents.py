"""Checking what travels beside the logs: opened places, texts, the assessment made again."""

import re
from collections.abc import Mapping, Sequence
from hashlib import sha256

from app.record import canonical, seal
from app.record.bundle import read_lines
from app.record.entry import Entry
from app.verifier.logs import CheckedLog
from app.verifier.refusal import need, reading
from app.voluntariness.assess import agreements_in, assess, ending_of
from app.voluntariness.heard import named_recordings

_DIGEST = re.compile(r'"([0-9a-f]{64})"')


def opened_places(content: bytes, logs: Sequence[CheckedLog]) -> dict[str, tuple[str, str]]:
    """Return {digest: (name, value)} of disclosed.jsonl; raise Refused when one opens no place here."""
    places = {digest for log in logs for entry in log.entries for digest in entry.sealed}
    opened: dict[str, tuple[str, str]] = {}
    with reading("E30"):
        lines = read_lines(content)
        need(lines == sorted(set(lines)), "E30")
        for line in lines:
            _, name, value = seal.read(line)
            digest = seal.digest(line)
            need(digest in places, "E31")
            opened[digest] = (name, value)
    return opened


def texts_of(files: Mapping[str, bytes], logs: Sequence[CheckedLog]) -> dict[str, bytes]:
    """Return {SHA-256 in hex: text}; raise Refused for a text that is not named by its digest in an entry."""
    named = {digest for log in logs for line in log.lines for digest in _DIGEST.findall(line)}
    texts = {name.removeprefix("texts/"): files[name] for name in files if name.startswith("texts/")}
    for digest, text in texts.items():
        need(digest in named and sha256(text).hexdigest() == digest, "E32", f"texts/{digest[:8]}")
    return texts


def recordings_of(files: Mapping[str, bytes], logs: Sequence[CheckedLog]) -> tuple[int, int]:
    """Return how many recordings are here, and how many that entries name are not; refuse one nobody names.

    The sound itself is not judged: what was said in it is for ears.
    """
    named = {digest for log in logs for digest in named_recordings(log.entries)}
    here = {name.removeprefix("recordings/") for name in files if name.startswith("recordings/")}
    for digest in sorted(here):
        sound = files[f"recordings/{digest}"]
        need(digest in named and sha256(sound).hexdigest() == digest, "E33", f"recordings/{digest[:8]}")
    return len(here), len(named - here)


def assessment_text(
    entries: Sequence[Entry], texts: Mapping[str, bytes], disclosures: Mapping[str, tuple[str, str]]
) -> str:
    """Return assessment.json: every agreement's verdict, and the ending, as canonical JSON.

    The office writes it with this function and the verifier compares with it, so the two cannot drift apart.
    """
    agreements = [
        {
            "agreement": agreement,
            "assessed": canonical.read(assess(entries, texts, disclosures, agreement).line()),
        }
        for agreement in agreements_in(entries)
    ]
    return canonical.write({"agreements": agreements, "ending": ending_of(entries), "v": 1})


def check_assessment(
    content: bytes,
    entries: Sequence[Entry],
    texts: Mapping[str, bytes],
    disclosures: Mapping[str, tuple[str, str]],
) -> str:
    """Make the assessment again and return it; raise Refused when the bundle's differs by a single byte."""
    with reading("E40"):
        again = assessment_text(entries, texts, disclosures)
    need(again.encode() == content, "E41")
    return again
