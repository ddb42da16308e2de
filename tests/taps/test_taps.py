"""The staff of S2 tap through their nine sheets in a real browser, and no more often than was promised."""

import pytest
from playwright.sync_api import Browser

from tests.postgres import SqliteFiles
from tests.taps.sheets import MOST, MOST_OF_NEXT_SESSION, STAFF, preparing, sheet_of, table_of, taps_in
from tests.taps.telling import tapped
from tests.taps.ways import links_of, way_to


@pytest.mark.browser
def test_s2_costs_its_staff_at_most_so_many_taps(chromium: Browser, sqlite_files: SqliteFiles) -> None:
    acts = tapped("S2", sqlite_files.database(), chromium, STAFF)
    table = "\n".join(table_of(acts))
    assert all(sheet_of(act.step.act) for act in acts)
    assert taps_in(acts) <= MOST, table
    assert taps_in(preparing(acts, "s2")) <= MOST_OF_NEXT_SESSION, table


def test_a_way_takes_the_fewest_taps_and_counts_folds() -> None:
    pages = {
        "/": '<a href="/a">a</a><a href="/record/x">never</a>',
        "/a": '<details><summary>more</summary><a href="/c?x=1">c</a></details><a href="/b">b</a>',
        "/b": '<a href="/c">c</a>',
    }
    assert way_to("/c", {}, "/", pages["/"], lambda link: pages.get(link, "")) == ["/a", "/c?x=1"]
    assert way_to("/c", {"x": "1"}, "/b", pages["/b"], lambda link: pages.get(link, "")) is None
    assert links_of('<details open><a href="b">b</a></details>', "/a/") == [("/a/b", 0)]
