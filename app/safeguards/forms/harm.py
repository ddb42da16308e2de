"""What staff type into a do-no-harm sheet."""

from datetime import date
from typing import Literal

from app.safeguards.forms.later import SheetForm
from app.safeguards.rules.harm import HarmSheet, Option, options_in
from app.web.fields import MaybeDay
from app.web.forms import Line, NeededLine, NeededWords, Words

Trend = Literal["better", "same", "worse"]
OPTIONS = (1, 2)
"""So many options stand on the sheet; what needs more is written on a second sheet."""


class HarmFields(SheetForm):
    """What divides and connects with its trend, who gains and who is left out, options, and equal treatment."""

    dividers: Trend
    divider_words: NeededWords
    connectors: Trend
    connector_words: NeededWords
    groups: NeededWords
    what_1: Words = ""
    owner_1: Line = ""
    due_1: MaybeDay = None
    what_2: Words = ""
    owner_2: Line = ""
    due_2: MaybeDay = None
    alike: Literal["", "yes"] = ""

    def sheet(self, owner: str, due: date) -> HarmSheet:
        """The sheet that was typed; what is done without a name or a day is done by `owner` until `due`.

        Raises OptionHalf.
        """
        typed = []
        for n in OPTIONS:
            what = getattr(self, f"what_{n}")
            spare = (owner, due) if what else ("", None)
            typed.append(
                Option(what, getattr(self, f"owner_{n}") or spare[0], getattr(self, f"due_{n}") or spare[1])
            )
        return HarmSheet(
            self.dividers,
            self.divider_words,
            self.connectors,
            self.connector_words,
            self.groups,
            options_in(typed),
            bool(self.alike),
        )


class HarmForm(HarmFields):
    """A sheet for one moment: baseline, closing, or a session."""

    moment: NeededLine


class ClosingForm(HarmFields):
    """The closing of a table: the last do-no-harm sheet, and what all keep, in both languages."""

    kept_khmer: Words = ""
    kept_latin: Words = ""
