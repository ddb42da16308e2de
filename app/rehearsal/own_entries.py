"""The entries that somebody may set right, found as a person finds them: page by page of the record."""

import re
from collections.abc import Callable

_OWN = re.compile(r"/entries/([\w-]+)/corrections/new")
_OLDER = re.compile(r'href="\?before=([\w-]+)"')


def own_entries(open_page: Callable[[str], str], record: str) -> list[str]:
    """The keys of one's own entries, oldest first. `record` is the address of the page Record."""
    found: list[str] = []
    page = open_page(record)
    while True:
        found += _OWN.findall(page)
        older = _OLDER.search(page)
        if older is None:
            return found[::-1]
        page = open_page(f"{record}?before={older[1]}")
