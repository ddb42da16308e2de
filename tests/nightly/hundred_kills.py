"""A hundred kill -9 while S2 is told over HTTP, on SQLite and on PostgreSQL. `./peace-table nightly kills`.

Its name keeps it out of the suite, which has twenty (tests/stories/test_kill.py).
"""

from app.rehearsal.story import read_story
from tests.postgres import SqliteFiles
from tests.stories.kills import content, told_here, told_under_kills

KILLS = 100


def test_a_hundred_kills_lose_nothing_and_double_nothing(
    database_url: str, sqlite_files: SqliteFiles
) -> None:
    story = read_story("S2")
    here = sqlite_files.database()
    sizes = told_here(story, here)
    killed = told_under_kills(story, database_url, KILLS, seed=7)
    half = [size for size in killed.kept if size not in set(sizes)]
    kind = database_url.partition(":")[0].partition("+")[0]
    print(f"{kind}: {killed.times} kills, {len(half)} half done, {max(sizes)} entries")
    assert (killed.times, half) == (KILLS, [])
    assert content(database_url) == content(here)
