"""Heads of logs: which log, how many lines, and the root over all of them; signed as a note.

Source: C2SP tlog-checkpoint. Three lines, no extension lines (one head has one text). Only what is already
durable is signed, by `recordkeeping`; this file knows the text and nothing of keys.
"""

import re
from hashlib import sha256
from typing import NamedTuple

from app.record.note import base64_text, read_base64
from app.record.tree import HASH_BYTES

CODE_DIGITS = 60  # about 199 bits: preparing two heads with one code would take about 2**99 tries
_SIZE = re.compile(r"0|[1-9][0-9]{0,14}")


class Head(NamedTuple):
    """The head of a log: its origin, its number of lines, the root over them (32 bytes)."""

    origin: str
    size: int
    root: bytes


def root_text(root: bytes) -> str:
    """Return a root as it is written in heads and in the register (base64)."""
    return base64_text(root)


def read_root(text: str) -> bytes:
    """Undo `root_text`; raise ValueError when it is no root."""
    root = read_base64(text)
    if len(root) != HASH_BYTES:
        raise ValueError("this is not a root")
    return root


def head_text(origin: str, size: int, root: bytes) -> str:
    """Return the text of a head, which is what is signed and what the printed code speaks of."""
    return f"{origin}\n{size}\n{root_text(root)}\n"


def read_head(text: str) -> Head:
    """Undo `head_text`; raise ValueError when it is not exactly three lines of that shape."""
    parts = text.split("\n")
    if len(parts) != 4 or parts[3] or not parts[0] or not _SIZE.fullmatch(parts[1]):
        raise ValueError("this is not a head")
    return Head(parts[0], int(parts[1]), read_root(parts[2]))


def digits_of(text: str) -> str:
    """Return the sixty digits for any text of ours (a head, a key), without spaces."""
    number = int.from_bytes(sha256(b"peace-table/code/v1\n" + text.encode()).digest(), "big")
    return f"{number % 10**CODE_DIGITS:0{CODE_DIGITS}d}"


def spoken(text: str) -> str:
    """Return those digits in twelve groups of five, to print, read aloud over a telephone and compare."""
    digits = digits_of(text)
    return " ".join(digits[start : start + 5] for start in range(0, CODE_DIGITS, 5))
