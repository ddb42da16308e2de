"""What a measurement gives, and how processor time is taken: alternating in one run, medians of rounds."""

import time
from collections.abc import Callable
from statistics import median
from typing import NamedTuple


class Figure(NamedTuple):
    """One line of the benchmark: the target's number and name, the figure, the target in words, reached or not."""

    name: str
    figure: str
    target: str
    reached: bool


def per_call(do: Callable[[], object], repeats: int) -> float:
    """Processor milliseconds of one call, over so many."""
    begun = time.process_time()
    for _ in range(repeats):
        do()
    return (time.process_time() - begun) / repeats * 1000


def alternating(*calls: Callable[[], object], rounds: int = 5, repeats: int = 10) -> list[float]:
    """Processor milliseconds of each of these calls: the median of rounds in which they take turns."""
    for do in calls:
        do()  # whatever is done only once is done now
    costs: list[list[float]] = [[] for _ in calls]
    for _ in range(rounds):
        for place, do in enumerate(calls):
            costs[place].append(per_call(do, repeats))
    return [median(cost) for cost in costs]
