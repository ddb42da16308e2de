"""Canonical JSON: one value has exactly one spelling, so that its bytes can be hashed and signed.

Source: RFC 8785 (JSON Canonicalization Scheme), the subset without fractions and with ASCII field names.
With ASCII names, sorting by code point is the same as the RFC's sorting by UTF-16 units; without fractions,
no number has two spellings. Both limits keep a second program, in any language, small.
"""

import json
from typing import Any, NoReturn

MAX_INT = 2**53 - 1  # RFC 8785 appendix D, the largest whole number every JSON reader keeps exactly
MAX_DEPTH = 24  # deeper than any entry or text of ours; keeps a hostile file from exhausting the stack


class NotCanonical(ValueError):
    """The value cannot be written, or the text is not the one spelling of what it says."""


def _whole(digits: str) -> int:
    if len(digits) > 17:
        raise NotCanonical("a number is too large")
    return int(digits)


def _never(text: str) -> NoReturn:
    raise NotCanonical(f"{text[:20]} is not a whole number")


_decode = json.JSONDecoder(parse_int=_whole, parse_float=_never, parse_constant=_never).decode
_encode = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False, check_circular=False
).encode


def _plain(value: object, depth: int) -> None:
    """Refuse what the subset does not know. Sub-classes of str and int (enumerations) are written as such.

    Most of what an entry holds is text: it is passed over where it stands, without a call of its own.
    """
    if value is None or isinstance(value, str | bool):
        return
    if isinstance(value, int):
        if abs(value) > MAX_INT:
            raise NotCanonical("a number is too large")
    elif depth == 0:
        raise NotCanonical("it is nested too deeply")
    elif isinstance(value, list | tuple):
        for item in value:
            if type(item) is not str:
                _plain(item, depth - 1)
    elif isinstance(value, dict):
        for name, item in value.items():
            if not (isinstance(name, str) and name.isascii() and name.isidentifier()):
                raise NotCanonical("a field name is not plain ASCII")
            if type(item) is not str:
                _plain(item, depth - 1)
    else:
        raise NotCanonical(f"{type(value).__name__} has no place in canonical JSON")


def write(value: object) -> str:
    """Return the one spelling of `value` (None, bool, int, str, list, tuple, dict) or raise."""
    _plain(value, MAX_DEPTH)
    text = _encode(value)
    try:
        text.encode()
    except UnicodeEncodeError as problem:
        raise NotCanonical("a text holds half a character") from problem
    return text


def read(text: str) -> Any:
    """Return the value of `text`; raise NotCanonical unless `text` is exactly what `write` would give.

    Comparing with the spelling written anew also refuses doubled fields, spare spaces and other escapes.
    """
    try:
        value = _decode(text)
    except NotCanonical:
        raise
    except (ValueError, RecursionError) as problem:
        raise NotCanonical("it is not JSON") from problem
    if write(value) != text:
        raise NotCanonical("it is not in its canonical spelling")
    return value
