"""What people type about fixed texts."""

from typing import Literal

from pydantic import Field

from app.agreements.forms.versions import MaybeDigest
from app.web.fields import Day, TimeOfDay
from app.web.forms import Form, NeededLine, Words

Contained = Literal[
    "gives_up_claim",
    "release_from_detention",
    "drop_criminal_charge",
    "stop_arrests",
    "withdraw_summons",
    "forbids_speech",
]
"""What has rules of its own when an offer or a text contains it (INF-RELEASE-1, FREE-LIBERTY-1)."""


class WordingForm(Form):
    """A title and clauses in both languages; the first Khmer wording belongs to the first English one.

    `contains`: what whoever fixes the text found in it that has rules of its own.
    """

    title_km: NeededLine
    title_en: NeededLine
    km: list[Words]
    en: list[Words]
    contains: list[Contained] = Field(default_factory=list)
    more: str = ""


class FixForm(WordingForm):
    """A first text, made from an offer."""

    offer: NeededLine


class ChangeForm(WordingForm):
    """Another text in place of the one that was read."""

    replaces: MaybeDigest = ""


class HandOverForm(Form):
    """Who received a copy, in which language, and when; one sheet for several people."""

    persons: list[str]
    language: Literal["km", "en"]
    on: Day
    hour: TimeOfDay
