"""The proof that a node's register holds a line about a log, so that a whole dialogue cannot vanish.

Source: C2SP tlog-proof (v1). Its `extra` carries the register's line itself; after the path to the root
follows the register's signed head. All hashes are base64.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from app.record import tree
from app.record.checkpoint import read_head, read_root, root_text
from app.record.note import base64_text, read_base64, read_note

_FIRST = "c2sp.org/tlog-proof@v1"
_INDEX = re.compile(r"0|[1-9][0-9]{0,14}")


class Proof(NamedTuple):
    """A register line, its number, the path to the register's root, the register's signed head (a note)."""

    line: str
    number: int
    path: list[bytes]
    checkpoint: str


def write_proof(lines: Sequence[str], index: int, checkpoint: str) -> str:
    """Return the proof for line `index` of the register.

    `lines` are the register's lines from the first on; those past the size of its `checkpoint` are left out.
    Raises ValueError when the line is not below that head.
    """
    size = read_head(read_note(checkpoint)[0]).size
    leaves = [tree.leaf_hash(line.encode()) for line in lines[:size]]
    path = [root_text(part) for part in tree.inclusion(leaves, index)]
    extra = f"extra {base64_text(lines[index].encode())}"
    return "\n".join([_FIRST, extra, f"index {index}", *path, "", checkpoint])


def read_proof(text: str) -> Proof:
    """Read such a proof, checking its spelling only; raise ValueError when it is none."""
    head, gap, checkpoint = text.partition("\n\n")
    rows = head.split("\n")
    if not gap or len(rows) < 3 or rows[0] != _FIRST:
        raise ValueError("this is not a proof")
    if not rows[1].startswith("extra ") or not rows[2].startswith("index "):
        raise ValueError("this is not a proof")
    index = rows[2].removeprefix("index ")
    if not _INDEX.fullmatch(index) or len(rows) > 66:
        raise ValueError("this is not a proof")
    line = read_base64(rows[1].removeprefix("extra ")).decode()
    return Proof(line, int(index), [read_root(row) for row in rows[3:]], checkpoint)


def proves(proof: Proof) -> bool:
    """Tell whether the path leads from the line to the root of the register's head (not who signed it)."""
    head = read_head(read_note(proof.checkpoint)[0])
    leaf = tree.leaf_hash(proof.line.encode())
    return tree.check_inclusion(leaf, proof.number, head.size, proof.path, head.root)
