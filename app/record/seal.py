"""Sealed places: what an entry commits to without saying it.

Source: RFC 9901 (selective disclosure), sections 4.2.1 disclosure, 4.2.3 digest, 4.2.5 decoys.
An entry holds PLACES digests, never words. A *disclosure* (salt, name of the place, value) opens one place
to whoever receives it; without the salt nobody can find the value by guessing. An unused place holds a decoy,
which looks the same, so that what is there and what is not cannot be told apart.
"""

import base64
import binascii
import json
from hashlib import sha256

PLACES = 2  # one for a name, one for words: the same number in every entry, so that the count says nothing
SALT_BYTES = 32
DIGEST_CHARACTERS = 43


def _text(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def disclosure(salt: bytes, name: str, value: str) -> str:
    """Return the disclosure of `value` in the place `name`; `salt` is 32 secret bytes (ValueError)."""
    if len(salt) != SALT_BYTES:
        raise ValueError("a salt has 32 bytes")
    written = json.dumps([_text(salt), name, value], ensure_ascii=False, separators=(",", ":"))
    return _text(written.encode())


def digest(disclosure: str) -> str:
    """Return what an entry holds for this disclosure: 43 characters, over its text and not its meaning."""
    return _text(sha256(disclosure.encode("ascii")).digest())


def decoy(salt: bytes) -> str:
    """Return a digest that nothing opens; `salt` is 32 bytes nobody can guess, thrown away afterwards."""
    if len(salt) != SALT_BYTES:
        raise ValueError("a salt has 32 bytes")
    return _text(sha256(salt).digest())


def read(disclosure: str) -> tuple[str, str, str]:
    """Return (salt, name, value) of a disclosure; raise ValueError when it is none."""
    if not disclosure.isascii() or "=" in disclosure:
        raise ValueError("this is not a disclosure")
    try:
        raw = base64.b64decode(disclosure + "=" * (-len(disclosure) % 4), altchars=b"-_", validate=True)
        parts = json.loads(raw.decode())
    except (binascii.Error, ValueError, RecursionError) as problem:
        raise ValueError("this is not a disclosure") from problem
    if not isinstance(parts, list) or len(parts) != 3 or not all(isinstance(part, str) for part in parts):
        raise ValueError("this is not a disclosure")
    salt, name, value = parts
    return salt, name, value
