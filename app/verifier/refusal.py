"""Why a bundle is refused: stable codes, each with one sentence. A code is never given another meaning."""

from collections.abc import Iterator
from contextlib import contextmanager

CODES = {
    "E01": "the file is not a bundle, or it was damaged on the way",
    "E02": "its list of contents (bundle.json) cannot be read",
    "E03": "files were added to it or taken from it",
    "E04": "a file in it was changed after it was made",
    "E05": "its seal (bundle.note) cannot be read, or belongs to another bundle",
    "E06": "its seal was not made with a key you trust",
    "E07": "it holds a file that has no place in a bundle",
    "E08": "it says otherwise than its logs whether it is a rehearsal, or which case it is",
    "E10": "the list of trusted keys cannot be read",
    "E11": "a head (checkpoint) cannot be read, or belongs to another log",
    "E12": "a head was not signed with a key you trust",
    "E13": "the head speaks of another number of entries than are here",
    "E14": "an entry cannot be read, or stands in another's place",
    "E15": "an entry was written before the one above it",
    "E16": "an entry was changed, removed, added or moved after the head was signed",
    "E17": "an entry had seen another history of a second log",
    "E18": "an entry is withheld, in a bundle that says it is full",
    "E20": "the proof from the register cannot be read",
    "E21": "the register's head was not signed with a key you trust",
    "E22": "the register knows nothing, or something else, of this log",
    "E23": "too few witnesses signed for the list of keys you trust",
    "E30": "what was opened of the sealed places cannot be read",
    "E31": "something opened belongs to no entry",
    "E32": "a text is not the one that an entry names",
    "E33": "a recording is not one that an entry names",
    "E40": "the assessment cannot be read or cannot be made again",
    "E41": "the assessment does not follow from the record",
    "E50": "the printed code is not of this history",
    "E51": "the printed code speaks of more entries than are here",
    "E60": "two histories of one log exist; keep both bundles, together they prove it",
    "E61": "the two bundles have no log in common",
    "E90": "the file cannot be opened",
    "E99": "it cannot be understood",
}


class Refused(Exception):
    """Something in a bundle is false or unreadable: a code, its sentence, and where."""

    def __init__(self, code: str, where: str = "") -> None:
        """Take the code and, where it helps, the place in the bundle."""
        self.code, self.where = code, where
        self.sentence = CODES[code] + (f" ({where})" if where else "")
        super().__init__(f"{code} {self.sentence}")


def need(ok: object, code: str, where: str = "") -> None:
    """Raise Refused unless `ok`."""
    if not ok:
        raise Refused(code, where)


@contextmanager
def reading(code: str, where: str = "") -> Iterator[None]:
    """Turn whatever goes wrong while hostile bytes are read into Refused, so that no traceback is shown."""
    try:
        yield
    except Refused:
        raise
    except (ValueError, TypeError, LookupError, AttributeError, ArithmeticError, RecursionError) as problem:
        raise Refused(code, where or str(problem)[:120]) from problem
