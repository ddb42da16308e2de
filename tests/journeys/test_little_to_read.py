"""Pages of parties are short: few words before the whole text, few fields in view (ux.md 7, settled.md 15)."""

import pytest
from playwright.sync_api import Browser

from tests.journeys.moments import Moments
from tests.journeys.visit import Visit, visiting

pytestmark = pytest.mark.browser

WORDS, FIELDS = 120, 7
"""Words in view above the whole text, in English; fields in view of one form."""

ABOVE = """() => {
  const whole = document.querySelector('#whole, #all, article.sheet');
  const range = document.createRange();
  range.selectNodeContents(document.querySelector('main'));
  if (whole) range.setEndBefore(whole);
  const kinds = 'p, h1, h2, li, dt, dd, button, a, label, small, legend';
  const seen = [...document.querySelector('main').querySelectorAll(kinds)];
  return seen
    .filter(one => range.intersectsNode(one) && one.checkVisibility())
    .filter(one => !whole || !(whole.compareDocumentPosition(one) & 4))
    .filter(one => !seen.some(other => other !== one && other.contains(one)))
    .filter(one => !whole || !one.contains(whole))
    .map(one => one.innerText).join(' ');
}"""
"""The words in view before the whole text: that of a text, or the rows of an offer; all where neither stands."""

IN_VIEW = """() => [...document.querySelectorAll('main form')].map(form => {
  const fields = new Set();
  for (const one of form.querySelectorAll('input, select, textarea'))
    if (one.type !== 'hidden' && one.checkVisibility()) fields.add(one.closest('fieldset') || one);
  return fields.size;
})"""


def _is_short(visit: Visit) -> None:
    words = visit.page.evaluate(ABOVE).split()
    assert len(words) <= WORDS, f"{visit.path()}: {len(words)} words: {' '.join(words)}"
    assert max(visit.page.evaluate(IN_VIEW), default=0) <= FIELDS, visit.path()


def test_a_party_reads_little_before_the_whole_text_and_fills_few_fields(
    chromium: Browser, moments: Moments
) -> None:
    water = moments.home("water")
    offer, text = f"{water}/offers/{moments.id('water', 'O2')}", f"{water}/texts/{moments.id('water', 'T1')}"
    with (
        moments.served("before the slot") as origin,
        visiting(chromium, origin, "nary", language="en") as visit,
    ):
        visit.open(offer)
        _is_short(visit)
        for answer in ("accept", "refuse", "change", "longer"):
            visit.open(offer)
            visit.tap(f'button[name="answer"][value="{answer}"]')
            _is_short(visit)
        visit.tap('form[action$="/answers"] button[type="submit"]')
        _is_short(visit)
        for page in (text, f"{text}/signatures/new", f"{text}/signatures/mine", f"{water}/taking-part"):
            visit.open(page)
            _is_short(visit)
        visit.open(f"{text}/signatures/new")
        visit.tap('button[name="answer"][value="refuse"]')
        _is_short(visit)
        for page in ("positions/new", "offers/new", "pauses/new", "leaving/new"):
            visit.open(f"{water}/{page}")
            assert max(visit.page.evaluate(IN_VIEW), default=0) <= FIELDS, page
