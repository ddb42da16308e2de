"""Change one byte of a bundle, and let the verifier read it: what the last walk ends with."""

from dataclasses import dataclass

from app.verifier.refusal import Refused
from app.verifier.verify import verify


@dataclass(frozen=True, slots=True)
class Reading:
    """What the verifier said of some bytes: `code` is '' where nothing is false; `sentence` its own words."""

    code: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Tampering:
    """One changed byte: its place (from 1), what it was and is, and both readings."""

    place: int
    size: int
    was: int
    now: int
    before: Reading
    after: Reading


def read(raw: bytes) -> Reading:
    """What the verifier says of these bytes, in this process: the very same code as `verify.pyz`."""
    try:
        report = verify(raw)
    except Refused as refused:
        return Reading(refused.code, refused.sentence)
    return Reading("", report.text().strip().rpartition("\n")[2])


def change_one_byte(raw: bytes, place: int) -> Tampering:
    """Flip one bit of the byte at this place and read both. A place behind the end means the last byte."""
    place = min(max(place, 1), len(raw))
    was = raw[place - 1]
    now = was ^ 1
    changed = raw[: place - 1] + bytes([now]) + raw[place:]
    return Tampering(place, len(raw), was, now, read(raw), read(changed))
