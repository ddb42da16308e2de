"""The names and canonical files of the complete small table: agendas and texts by their digests."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from app.record import canonical

AGREEMENT = "rolous"
DECIDERS = ("sopheap", "ravy", "malis")


def body(page: Mapping[str, Any]) -> tuple[str, bytes]:
    """A canonical file with its digest."""
    content = canonical.write(dict(page)).encode()
    return sha256(content).hexdigest(), content


def agenda(*purposes: str) -> tuple[str, bytes]:
    """The file of an agenda with items for these purposes."""
    return body({"items": [{"id": str(place), "purpose": purpose} for place, purpose in enumerate(purposes)]})


TALK, TALK_FILE = agenda("inform", "discuss")
SIGN, SIGN_FILE = agenda("inform", "sign")
ROW = {
    "who": "the Ngem family",
    "what": "returns the field",
    "where": "Veal Rolous",
    "amount": 4_000_000,
    "currency": "KHR",
    "when": "2027-06-30",
    "proof": "both walk its border",
    "late": "both sides meet again",
}


def text_of(english: str = "agreed voluntarily", khmer: str = "ដី", **other: Any) -> tuple[str, bytes]:
    """The file of a text with one clause and two whole rows, or with something else in it."""
    page = {"clauses": [{"km": khmer, "en": english}], "languages": ["km", "en"], "rows": [ROW, ROW]}
    return body({**page, **other})


TEXT, TEXT_FILE = text_of()
OTHER_TEXT, OTHER_FILE = text_of("the land")
TEXTS = {TALK: TALK_FILE, SIGN: SIGN_FILE, TEXT: TEXT_FILE, OTHER_TEXT: OTHER_FILE}
