"""A machine without a Khmer face reads Khmer letters all the same, from the first word on."""

import pytest
from playwright.sync_api import Browser

from app.database import make_engine
from app.main import create_app
from tests.browser import looking, serving

WIDTHS = """async () => {
  await document.fonts.ready;
  const range = document.createRange();
  const width = one => { range.selectNodeContents(one); return range.getBoundingClientRect().width };
  return [...document.querySelectorAll('.brand span, h1, h2')].map(one => {
    const [words, style, anew] = [one.textContent.trim(), getComputedStyle(one), document.createElement('span')];
    anew.textContent = words;
    anew.style.cssText = `position: absolute; white-space: nowrap; font: ${style.font}`;
    anew.style.fontSize = `${2 * parseFloat(style.fontSize)}px`;
    const before = width(one);
    one.after(anew);
    const after = width(anew) / 2;
    anew.remove();
    return [words, before, after];
  });
}"""
"""Words, as wide as they stand, and as wide as they are drawn anew in a size no word had yet (halved)."""


@pytest.mark.browser
def test_the_first_words_of_a_page_are_not_left_in_empty_boxes(chromium: Browser, s2_database: str) -> None:
    engine = make_engine(s2_database)
    with serving(create_app(engine)) as origin, looking(chromium, origin, width=1000) as sight:
        sight.open("/rehearsal")
        drawn = sight.page.evaluate(WIDTHS)
    engine.dispose()
    assert len(drawn) > 2
    assert {
        words: (before, after) for words, before, after in drawn if abs(before - after) > 0.05 * after
    } == {}
