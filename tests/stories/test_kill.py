"""Twenty kill -9 while a story is told over HTTP: every acknowledged act is there, none half, none twice.

`./peace-table nightly` does it a hundred times on each database (tests/nightly/hundred_kills.py).
"""

from app.rehearsal.story import read_story
from tests.postgres import SqliteFiles
from tests.stories.kills import content, told_here, told_under_kills

KILLS = 20


def test_every_acknowledged_act_is_there_none_half_none_twice(sqlite_files: SqliteFiles) -> None:
    story = read_story("no-agreement")
    here, there = sqlite_files.database(), sqlite_files.database()
    sizes = told_here(story, here)
    killed = told_under_kills(story, there, KILLS, seed=5)
    assert killed.times == KILLS
    assert set(killed.kept) <= set(sizes), "something was half done when the server died"
    assert content(there) == content(here)
