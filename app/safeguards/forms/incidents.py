"""What is typed about an incident that is public already."""

from typing import Literal

from app.safeguards.forms.later import SheetForm
from app.web.forms import Form, NeededWords

Actor = Literal["party", "official", "security", "office", "community", "unknown"]
Test = Literal["yes", "no", "unknown"]


class IncidentForm(SheetForm):
    """What happened, who did it, whom it struck, the four tests, and whether it is serious."""

    kind: Literal[
        "arrest", "summons", "detention", "threat", "eviction", "blockade", "assault", "fire", "other"
    ]
    source: Actor
    target: Actor
    words: NeededWords
    serious: Literal["", "yes"] = ""
    external: Test = "unknown"
    intentional: Test = "unknown"
    illegitimate: Test = "unknown"
    causal: Test = "unknown"


class CloseForm(Form):
    """How an incident was dealt with."""

    words: NeededWords
