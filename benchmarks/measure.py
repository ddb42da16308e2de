"""Runs every measurement and prints its figure beside its target (docs/performance.md says how and why)."""

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.appends import append_against_bare, append_ratio
from benchmarks.figures import Figure
from benchmarks.long_table import long_table
from benchmarks.pages import LONG, SHORT, commits, first_load, flat_pages
from benchmarks.proof import ENTRIES, bundle_cost, tree_cost, verifier_cost
from benchmarks.told import memory, next_page, page_cost, told_office
from benchmarks.writers import many_writers


def measurements(folder: Path) -> Iterator[Callable[[], list[Figure]]]:
    """Every measurement, with what it needs made just before it."""
    told = told_office(folder)
    yield lambda: page_cost(told)
    yield lambda: next_page(told)
    print(f"Writing tables of {SHORT}, {ENTRIES} and {LONG} entries through the one door", flush=True)
    tables = [long_table(folder, entries) for entries in (SHORT, LONG)]
    middle = long_table(folder, ENTRIES)
    yield lambda: first_load(tables)
    yield lambda: commits(tables)
    yield lambda: flat_pages(tables)
    yield lambda: append_ratio(tables)
    yield lambda: append_against_bare(tables)
    yield lambda: many_writers(folder)
    yield lambda: tree_cost(tables)
    yield lambda: bundle_cost(middle)
    yield lambda: verifier_cost(middle, folder)
    yield lambda: memory(told)


def measure() -> int:
    """Print the figures; 0 when every target is reached."""
    missed = 0
    with TemporaryDirectory() as folder:
        for measured in measurements(Path(folder)):
            for one in measured():
                missed += not one.reached
                word = "reached" if one.reached else "MISSED "
                print(f"{word}  {one.name}: {one.figure} (target {one.target})", flush=True)
    print(f"{missed} missed" if missed else "All targets reached")
    return 1 if missed else 0
