"""Khmer on paper: compared as pictures with golden ones, because a PDF's text says nothing (stack.md 2.5)."""

import pytest

from tests.papers.pictures import GOLDEN, LINES, difference, draw_lines

CLOSE = 0.002
"""Share of points that may differ: the edges of letters, on another kind of machine."""


@pytest.mark.parametrize("name", LINES)
def test_khmer_lines_look_as_they_did_when_somebody_looked_at_them(name: str) -> None:
    golden = (GOLDEN / f"{name}.png").read_bytes()
    assert difference(golden, draw_lines(LINES[name])) <= CLOSE


def test_a_picture_without_stacks_is_seen_to_be_another_one() -> None:
    flat = [line.replace("\u17d2", "") for line in LINES["stacks"]]
    assert difference((GOLDEN / "stacks.png").read_bytes(), draw_lines(flat)) > CLOSE * 10


def test_the_golden_pictures_are_small_and_each_is_compared() -> None:
    found = {path.stem: path.stat().st_size for path in GOLDEN.iterdir()}
    assert set(found) == set(LINES)
    assert sum(found.values()) < 60_000
