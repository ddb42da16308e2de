"""The shortest way from the page where somebody stands to a page they need, by links that stand on pages."""

import heapq
from collections.abc import Callable
from html.parser import HTMLParser
from itertools import count
from urllib.parse import parse_qsl, urljoin, urlsplit

LONGEST = 4
"""Nobody looks further than so many taps."""
OUTSIDE = ("/record", "/audiences", "/rules/", "/rehearsal", "/words", "/help", "/papers/", "/static/")
"""What leads nowhere that staff need for an act: not followed."""


class Links(HTMLParser):
    """The links of a page, in their order: where each leads, and in how many closed folds it stands."""

    def __init__(self) -> None:
        """Begin with none."""
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, int]] = []
        self._folds: list[bool] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A fold opens, or a link stands here."""
        said = dict(attrs)
        if tag == "details":
            self._folds.append("open" not in said)
        elif tag == "a" and said.get("href"):
            self.found.append((str(said["href"]), sum(self._folds)))

    def handle_endtag(self, tag: str) -> None:
        """A fold closes."""
        if tag == "details" and self._folds:
            self._folds.pop()


def links_of(html: str, here: str) -> list[tuple[str, int]]:
    """The links of a page at the address `here`, as addresses of our own, with the folds around each."""
    reader = Links()
    reader.feed(html)
    return [(urljoin(here, href), folds) for href, folds in reader.found]


def reaches(link: str, page: str, asks: dict[str, str]) -> bool:
    """Does this link lead to the page, with everything that must stand behind its `?`?"""
    parts = urlsplit(link)
    return parts.path == page and asks.items() <= dict(parse_qsl(parts.query)).items()


def way_to(
    page: str, asks: dict[str, str], here: str, html: str, read: Callable[[str], str]
) -> list[str] | None:
    """The links to tap one after the other, fewest taps first; None where no way is found.

    `html` is the page that is open at `here`; `read` gives the words of another address.
    """
    turn = count()
    waiting: list[tuple[int, int, str, list[str], str | None]] = [(0, next(turn), here, [], html)]
    seen: set[str] = set()
    while waiting:
        taps, _, at, way, words = heapq.heappop(waiting)
        if way and reaches(at, page, asks):
            return way
        if at in seen or taps >= LONGEST:
            continue
        seen.add(at)
        for link, folds in links_of(words if words is not None else read(at), at):
            path = urlsplit(link).path
            if link not in seen and path.startswith("/") and not any(one in path for one in OUTSIDE):
                heapq.heappush(waiting, (taps + 1 + folds, next(turn), link, [*way, link], None))
    return None
