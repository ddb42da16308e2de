"""This installation: its name, its signing key, and everything that is drawn by chance.

A rehearsal draws all chance (ids, salts, lots, its key) from one seed, so that the same story told twice gives
the same bytes. Its keys therefore prove nothing, and every bundle says `rehearsal` first. Real offices have no
database yet: opening one that is not a rehearsal is refused (settled.md 11; docs/decisions/).
"""

import hmac
from hashlib import sha256

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from sqlmodel import Session, select

from app.recordkeeping.tables import Node

REHEARSAL = "rehearsal.peace-table"
REGISTER = "register"
_ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"


class NotARehearsal(Exception):
    """The database is not a rehearsal; this version of the product cannot sign in a real office."""


def found_node(db: Session, seed: str) -> Node:
    """Make the one row that says which installation this is. Called once, on a fresh database."""
    node = Node(origin=f"{REHEARSAL}/{seed}", seed=seed)
    db.add(node)
    return node


def node_of(db: Session) -> Node:
    """This installation. Raises NotARehearsal when the database says it is something else, or nothing."""
    cached = db.info.get("node")
    if cached is None:
        node = db.exec(select(Node)).first()
        if node is None or not node.origin.startswith(f"{REHEARSAL}/"):
            raise NotARehearsal(
                "This database is not a rehearsal. Sign-in for real offices does not exist yet."
            )
        cached = db.info["node"] = Node(origin=node.origin, seed=node.seed)
    return cached


def origin_of(node: Node, dialogue: str) -> str:
    """The name of one log: the register's, or one dialogue's."""
    return f"{node.origin}/{REGISTER}" if dialogue == REGISTER else f"{node.origin}/case/{dialogue}"


def chance(node: Node, purpose: str) -> bytes:
    """32 bytes for one purpose, the same whenever the same story is told."""
    return hmac.new(node.seed.encode(), purpose.encode(), sha256).digest()


def identifier(raw: bytes) -> str:
    """A short id without letters that are taken for another: 12 characters, 59 bits."""
    number = int.from_bytes(raw[:16], "big")
    letters = []
    for _ in range(12):
        number, index = divmod(number, len(_ALPHABET))
        letters.append(_ALPHABET[index])
    return "".join(letters)


def signing_key(node: Node) -> Ed25519PrivateKey:
    """The key that signs heads and bundles of this installation."""
    return Ed25519PrivateKey.from_private_bytes(chance(node, "signing key"))


def public_key(node: Node) -> bytes:
    """The public half of the signing key, 32 bytes."""
    return signing_key(node).public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
