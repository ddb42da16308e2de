"""A list as people paste it: one thing a line, its cells parted by tab, semicolon or comma."""

import re
from collections.abc import Iterator

_BETWEEN = re.compile(r"[\t;,]")
_UNSEEN = dict.fromkeys(map(ord, "\u200b\u200c\u200d\ufeff"))


def cells_of(pasted: str) -> Iterator[tuple[int, list[str]]]:
    """Each line that holds anything: its number (from 1) and its cells, without spare spaces and quotes."""
    for number, line in enumerate(pasted.splitlines(), 1):
        cells = [" ".join(cell.split()).strip("\"'“”") for cell in _BETWEEN.split(line)]
        if any(cells):
            yield number, cells


def key_of(written: str) -> str:
    """What two spellings of one word have in common: no capitals, no spare spaces, no unseen signs."""
    return " ".join(written.translate(_UNSEEN).casefold().split())
