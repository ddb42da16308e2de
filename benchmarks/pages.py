"""What a page costs: CPU of long against short tables, commits, bytes of the first page."""

import gzip
import re
from collections.abc import Callable

from sqlalchemy import event

from benchmarks.figures import Figure, alternating
from benchmarks.long_table import LongTable
from tests.office import Office

SHORT, LONG = 100, 10_000


def flat_pages(tables: list[LongTable]) -> list[Figure]:
    """Target 3: a page of a 10,000-entry dialogue costs at most 1.2 times one of a 100-entry dialogue."""
    figures = []
    for name, place in (("offer", 2), ("session", 3), ("overview", 1), ("record", 1)):
        ending = "/entries" if name == "record" else ""
        short, long = alternating(*(_opening(table[0], str(table[place]) + ending) for table in tables))
        figure = f"{long / short:.2f} times ({short:.1f} and {long:.1f} CPU ms, the asking included)"
        named = f"3 {name} page, {LONG} against {SHORT} entries"
        figures.append(Figure(named, figure, "1.2 times", long <= 1.2 * short))
    return figures


def _opening(office: Office, path: str) -> Callable[[], object]:
    answer = office.open("sopheap", path)
    assert answer.status_code == 200, (path, answer.status_code)
    return lambda: office.open("sopheap", path)


def commits(tables: list[LongTable]) -> list[Figure]:
    """Target 8: reading commits nothing, a change once."""
    office, home, _, _ = tables[0]
    office.browser("malis")  # signing in is no change of the record
    count = 0

    def counted(_: object) -> None:
        nonlocal count
        count += 1

    event.listen(office.engine, "commit", counted)
    office.open("sopheap", home)
    reading = count
    office.send("malis", f"{home}/pauses")
    return [
        Figure("8 commits of reading a page", str(reading), "0", reading == 0),
        Figure("8 commits of a change", str(count - reading), "1", count - reading == 1),
    ]


def first_load(tables: list[LongTable]) -> list[Figure]:
    """Target 14: the first page and everything it names, compressed where the server compresses."""
    office, _, _, _ = tables[0]
    browser = office.browser("sopheap")
    page = browser.get("/")
    named = sorted(set(re.findall(r'(?:href|src)="(/static/[^"]+)"', page.text)))
    sizes = [len(gzip.compress(browser.get(path).content)) for path in named]
    total = len(page.content) + sum(sizes)
    figure = f"{total / 1000:.1f} kB in {len(named) + 1} requests"
    return [
        Figure("14 first page with all it names", figure, "50 kB in 5", total <= 50_000 and len(named) < 5)
    ]
