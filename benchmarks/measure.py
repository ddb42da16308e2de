"""Runs every measurement and prints its figure beside its target (performance targets 3, 5, 8, 14)."""

from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.appends import append_ratio
from benchmarks.long_table import long_table
from benchmarks.pages import LONG, SHORT, commits, first_load, flat_pages


def measure() -> int:
    """Print the figures; 0 when every target is reached."""
    missed = 0
    with TemporaryDirectory() as folder:
        print(f"Writing tables of {SHORT} and {LONG} entries through the one door", flush=True)
        tables = [long_table(Path(folder), entries) for entries in (SHORT, LONG)]
        for measured in (first_load, commits, flat_pages, append_ratio):
            for name, figure, target, reached in measured(tables):
                missed += not reached
                print(
                    f"{'reached' if reached else 'MISSED '}  {name}: {figure} (target {target})", flush=True
                )
    print(f"{missed} missed" if missed else "All targets reached")
    return 1 if missed else 0
