"""Signed notes: a text, an empty line, and one line for each signature.

Source: C2SP signed-note (v1) and, for witnesses, C2SP tlog-cosignature/v1. Signature type 1 is plain Ed25519,
type 4 is a witness's cosignature with the time (seconds since 1970) it speaks of. Stricter than C2SP: one key
signs a note once.
"""

import base64
import binascii
import re
from collections.abc import Iterable
from hashlib import sha256
from typing import NamedTuple

from app.record import ed25519

ED25519 = 1
COSIGNATURE = 4
MAX_SIGNATURES = 100
_SIGNATURE = re.compile("\u2014 ([^\\s+]+) ([A-Za-z0-9+/=]+)")


class Key(NamedTuple):
    """A verifier key: the signer's name, the signature type, 32 bytes of public key."""

    name: str
    kind: int
    public: bytes


class Signature(NamedTuple):
    """One signature line: who is said to have signed, the four bytes naming the key, the signature."""

    name: str
    key: bytes
    raw: bytes


def base64_text(raw: bytes) -> str:
    """Return standard base64 with padding (RFC 4648 section 4)."""
    return base64.b64encode(raw).decode()


def read_base64(text: str) -> bytes:
    """Undo `base64_text`; raise ValueError for every other spelling of the same bytes."""
    try:
        raw = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as problem:
        raise ValueError("this is not base64") from problem
    if base64_text(raw) != text:
        raise ValueError("this base64 is not in its canonical spelling")
    return raw


def key_id(name: str, public: bytes, kind: int = ED25519) -> bytes:
    """Return the four bytes that name a key in a signature line."""
    return sha256(name.encode() + b"\n" + bytes([kind]) + public).digest()[:4]


def vkey(name: str, public: bytes, kind: int = ED25519) -> str:
    """Return a verifier key as text: name+id+key; raise ValueError for a name that notes cannot carry."""
    if not name or "+" in name or re.search(r"\s", name) or len(public) != 32:
        raise ValueError("this is not a key")
    return f"{name}+{key_id(name, public, kind).hex()}+{base64_text(bytes([kind]) + public)}"


def read_vkey(text: str) -> Key:
    """Undo `vkey`; raise ValueError when `text` is not a key, or not in its one spelling."""
    parts = text.split("+", 2)
    if len(parts) != 3:
        raise ValueError("this is not a key")
    raw = read_base64(parts[2])
    key = Key(parts[0], raw[0] if raw else 0, raw[1:])
    if key.kind not in (ED25519, COSIGNATURE) or vkey(key.name, key.public, key.kind) != text:
        raise ValueError("this is not a key")
    return key


def signature_line(name: str, public: bytes, signature: bytes, kind: int = ED25519) -> str:
    """Return the line, with its newline, that says that `name` signed; `signature` is 64 (or 72) bytes."""
    return f"\u2014 {name} {base64_text(key_id(name, public, kind) + signature)}\n"


def read_note(note: str) -> tuple[str, list[Signature]]:
    """Return the signed text (with its last newline) and signatures; raise ValueError when it is no note."""
    if not note.endswith("\n") or "\n\n" not in note:
        raise ValueError("this is not a signed note")
    if any(ord(character) < 32 and character != "\n" for character in note):
        raise ValueError("a signed note holds no control characters")
    cut = note.rindex("\n\n")
    text = note[: cut + 1]
    signatures: list[Signature] = []
    for line in note[cut + 2 : -1].split("\n"):
        found = _SIGNATURE.fullmatch(line)
        raw = read_base64(found[2]) if found else b""
        if found is None or len(raw) < 5:
            raise ValueError("a signature line cannot be read")
        signature = Signature(found[1], raw[:4], raw[4:])
        if any(signature[:2] == other[:2] for other in signatures):
            raise ValueError("a signature stands there twice")
        signatures.append(signature)
    if len(signatures) > MAX_SIGNATURES:
        raise ValueError("there are too many signatures")
    return text, signatures


def cosigned_message(text: str, seconds: int) -> bytes:
    """Return what a witness signs: the time it saw this head (seconds since 1970), then the head."""
    return f"cosignature/v1\ntime {seconds}\n{text}".encode()


def signers(note: str, vkeys: Iterable[str]) -> dict[str, int | None]:
    """Return which of the trusted keys signed: {vkey: None, or a witness's seconds since 1970}.

    Lines of unknown keys are passed over, as signed-note asks. A false signature under a trusted key's
    name and id raises ValueError, for it is an attempt to deceive or damage, never an accident of lists.
    """
    text, signatures = read_note(note)
    found: dict[str, int | None] = {}
    for trusted in vkeys:
        key = read_vkey(trusted)
        wanted = (key.name, key_id(key.name, key.public, key.kind))
        for signature in signatures:
            if (signature.name, signature.key) != wanted:
                continue
            if key.kind == ED25519:
                seconds, ok = None, ed25519.verify(key.public, text.encode(), signature.raw)
            else:
                seconds = int.from_bytes(signature.raw[:8], "big")
                message = cosigned_message(text, seconds)
                ok = len(signature.raw) == 72 and ed25519.verify(key.public, message, signature.raw[8:])
            if not ok:
                raise ValueError(f"the signature of {key.name} is false")
            found[trusted] = seconds
    return found
