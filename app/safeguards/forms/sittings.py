"""What people write on a sitting's sheet, and a side about its minutes."""

import re
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from app.foundation.errors import N_
from app.safeguards.forms.later import SheetForm
from app.safeguards.rules.sittings import MOMENTS, NOT_GRANTED, Came, Room, Sitting, Spoke
from app.web.fields import Wrong
from app.web.forms import Form, Line, Words
from app.web.words import latin_digits

MOST = 9999
"""More than this is a slip of the pen, for people as for minutes."""
PARAGRAPHS = 20_000
"""Characters of a session's minutes."""
REFUSED_WORDS = ("no", "ទេ")
"""How one writes that a request to leave was not granted."""


def _count(text: Any) -> Any:
    """A whole number; open means none."""
    if not isinstance(text, str):
        return text
    plain = latin_digits(text).strip() or "0"
    if not (plain.isascii() and plain.isdigit()) or int(plain) > MOST:
        raise Wrong(N_("Write a whole number in digits, such as 12."))
    return int(plain)


def _counts(texts: Any) -> Any:
    return [_count(text) for text in texts] if isinstance(texts, list) else texts


def _minutes(text: Any) -> Any:
    """Minutes one after the other: `15, 10`."""
    if not isinstance(text, str):
        return text
    return [_count(part) for part in re.split(r"[\s,;]+", text.strip()) if part]


def _leaves(text: Any) -> Any:
    """Minutes one after the other, and `no` for what was not granted: `5, no`."""
    if not isinstance(text, str):
        return text
    parts = [part for part in re.split(r"[\s,;]+", text.strip()) if part]
    return [NOT_GRANTED if part.lower() in REFUSED_WORDS else _count(part) for part in parts]


def _paragraphs(text: Any) -> Any:
    if not isinstance(text, str):
        return text
    if len(text) > PARAGRAPHS:
        raise Wrong(N_("This is too long. Write at most %(max_length)s characters."), max_length=PARAGRAPHS)
    return [line.strip() for line in text.splitlines() if line.strip()]


def _digits(text: Any) -> Any:
    """The first groups of a head's digits, as one writes them from paper; open means none."""
    if not isinstance(text, str):
        return text
    plain = "".join(latin_digits(text).split())
    if plain and not (plain.isascii() and plain.isdigit() and 10 <= len(plain) <= 60):
        raise Wrong(N_("Write at least the first two groups of five digits from the paper."))
    return plain


def _talked(texts: Any) -> Any:
    """Minutes of each side, with those of women behind a stroke where they are written in one: `50/35`."""
    if not isinstance(texts, list):
        return texts
    parted = [text.partition("/") if isinstance(text, str) else (text, "", "") for text in texts]
    return [(_count(minutes), _count(women) if stroke else None) for minutes, stroke, women in parted]


Count = Annotated[int, BeforeValidator(_count)]
Counts = Annotated[list[int], BeforeValidator(_counts), Field(default_factory=list, max_length=60)]
Talked = Annotated[
    list[tuple[int, int | None]], BeforeValidator(_talked), Field(default_factory=list, max_length=60)
]
Ticks = Annotated[list[str], Field(default_factory=list, max_length=400)]
Alone = Annotated[tuple[int, ...], BeforeValidator(_minutes)]
Leaves = Annotated[tuple[int, ...], BeforeValidator(_leaves)]
Paragraphs = Annotated[tuple[str, ...], BeforeValidator(_paragraphs)]


class SittingForm(SheetForm):
    """The sheet of one session; `seen` is how often it had been saved when this page was opened."""

    seen: Count = 0
    persons: Ticks
    count: Count = 0
    women: Count = 0
    men: Count = 0
    under_18: Count = 0
    over_60: Count = 0
    uniformed: Count = 0
    armed: Count = 0
    left: Count = 0
    moments: Annotated[list[Literal["opening", "midday", "close"]], Field(default_factory=list)]
    room_armed: Counts
    room_uniformed: Counts
    exits_locked: Ticks
    phones_taken: Ticks
    host: Literal["neutral", "party", "police", "company", "district"] = "neutral"
    breaks: Alone = ()
    leaves: Leaves = ()
    talk_side: Ticks
    talk_minutes: Talked
    talk_women: Counts
    alike: Ticks
    ultimatum: Words = ""
    ultimatum_by: Literal["", "chair", "party", "office", "other"] = ""
    minutes: Paragraphs = ()
    head: Annotated[str, BeforeValidator(_digits)] = ""
    head_sides: Ticks

    def sitting(self) -> Sitting:
        """What was typed, as one sheet."""
        came = Came(
            tuple(dict.fromkeys(self.persons)),
            self.count,
            self.women,
            self.men,
            self.under_18,
            self.over_60,
            self.uniformed,
            self.armed,
            self.left,
        )
        return Sitting(
            came=came,
            rooms=tuple(self._rooms()),
            host=self.host,
            breaks=self.breaks,
            leaves=self.leaves,
            spoke=tuple(self._spoken()),
            alike=frozenset(self.alike),
            ultimatum=self.ultimatum,
            ultimatum_by=self.ultimatum_by,
            minutes=self.minutes,
            head=self.head,
            head_sides=tuple(dict.fromkeys(self.head_sides)),
        )

    def _spoken(self) -> list[Spoke]:
        """Every side with its minutes; women's minutes stand in their own field or behind the stroke."""
        women = [*self.talk_women, *([0] * len(self.talk_side))]
        rows = zip(self.talk_side, self.talk_minutes, women, strict=False)
        return [Spoke(side, minutes, of if of is not None else other) for side, (minutes, of), other in rows]

    def _rooms(self) -> list[Room]:
        """The moments that were ticked or of which something was found: whoever found something has looked."""
        spare = [0] * len(MOMENTS)
        rows = zip(MOMENTS, [*self.room_armed, *spare], [*self.room_uniformed, *spare], strict=False)
        looks = [
            Room(moment, armed, uniformed, moment in self.exits_locked, moment in self.phones_taken)
            for moment, armed, uniformed in rows
        ]
        return [one for one in looks if one.moment in self.moments or one.found_something]


class MinutesForm(Form):
    """How a side answers the minutes it read; words beside single paragraphs, in their order."""

    minutes: Line
    standing: Literal["confirmed", "reserved", "refused"]
    objection: Annotated[list[Words], Field(default_factory=list, max_length=400)]
