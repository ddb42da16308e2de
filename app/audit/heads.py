"""Signed heads of logs, and the key that signs them. Only what is already durable is signed (record.md 4)."""

from collections.abc import Sequence

from sqlmodel import Session

from app.record import tree
from app.record.checkpoint import head_text
from app.record.note import signature_line, vkey
from app.recordkeeping.node import node_of, origin_of, public_key, signing_key


def key_text(db: Session) -> str:
    """This installation's key as verifiers read it."""
    node = node_of(db)
    return vkey(node.origin, public_key(node))


def signed_head(db: Session, dialogue: str, lines: Sequence[str]) -> str:
    """The head over these lines, signed by this installation (a signed note)."""
    node = node_of(db)
    root = tree.root_of(tree.leaf_hash(line.encode()) for line in lines)
    text = head_text(origin_of(node, dialogue), len(lines), root)
    signature = signing_key(node).sign(text.encode())
    return f"{text}\n{signature_line(node.origin, public_key(node), signature)}"
