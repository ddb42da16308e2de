"""Runs every measurement and prints its figure beside its target (performance targets 3, 5, 8, 14)."""

from benchmarks.appends import append_ratio
from benchmarks.pages import commits, first_load, flat_pages


def measure() -> int:
    """Print the figures; 0 when every target is reached."""
    missed = 0
    for name, figure, target, reached in (*flat_pages(), *commits(), *first_load(), *append_ratio()):
        missed += not reached
        print(f"{'reached' if reached else 'MISSED '}  {name}: {figure} (target {target})", flush=True)
    print(f"{missed} missed" if missed else "All targets reached")
    return 1 if missed else 0
