"""Which refusal a page shows: a refusal is found again by its sentence, since a page says nothing else."""

import re

from app.foundation.errors import Refusal
from app.rehearsal.page_forms import words_of_page

_HOLE = re.compile(r"%\(\w+\)[sd]")


def every_refusal() -> dict[str, list[type[Refusal]]]:
    """All refusals of the house by name, the four families included."""
    found: dict[str, list[type[Refusal]]] = {}
    waiting: list[type[Refusal]] = [Refusal]
    while waiting:
        refusal = waiting.pop()
        if refusal not in found.setdefault(refusal.__name__, []):
            found[refusal.__name__].append(refusal)
            waiting += refusal.__subclasses__()
    return found


def shows(html: str, refusal: str) -> bool:
    """Does this page say the sentence of that refusal, whatever fills its holes? Raises KeyError for no such."""
    words = words_of_page(html)
    return any(_pattern(one.says).search(words) for one in every_refusal()[refusal])


def _pattern(sentence: str) -> re.Pattern[str]:
    parts = [re.escape(" ".join(part.split())) if part.strip() else " ?" for part in _HOLE.split(sentence)]
    kept = [
        (" ?" if part[:1].isspace() else "") + escaped + (" ?" if part[-1:].isspace() else "")
        for part, escaped in zip(_HOLE.split(sentence), parts, strict=True)
    ]
    return re.compile(".*?".join(kept))
