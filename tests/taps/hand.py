"""The hand at a browser: opens pages by links, fills one form, and counts each tap as it is done.

What costs one tap: a link, a fold that is opened, a tick or a choice that is changed, a choice in a list that is
changed, a field that is typed into (however many letters), a button, opening the same page again. What already
stands on the page as it should costs nothing; neither do reading, scrolling, and signing in.
"""

from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page

from app.rehearsal.page_forms import PageForm

PATIENCE = 15_000
"""Milliseconds to wait for what should stand on a page, on a busy machine."""


@dataclass(slots=True)
class Hand:
    """One person's browser page. `done` says each tap in a word."""

    page: Page
    done: list[str] = field(default_factory=list)

    def press(self, what: Locator, called: str) -> None:
        """Tap a link or a button that leads to a page."""
        self.reveal(what)
        with self.page.expect_navigation(timeout=PATIENCE):
            what.click()
        self.done.append(called)

    def follow(self, link: str, origin: str) -> None:
        """Tap the first link that leads there and stands in the fewest closed folds."""
        here = self.page.locator("a[href]")
        places = [
            number
            for number in range(here.count())
            if here.nth(number).evaluate("one => one.href") == origin + link
        ]
        folds = [here.nth(number).evaluate(_FOLDS) for number in places]
        self.press(here.nth(places[folds.index(min(folds))]), f"→ {link.partition('?')[0]}")

    def open_again(self) -> None:
        """Tap the browser's own button: the page has lain there since before somebody else's act."""
        self.page.reload(timeout=PATIENCE)
        self.done.append("open again")

    def reveal(self, what: Locator) -> None:
        """Open the closed folds around something, from the outside in."""
        while folds := int(what.evaluate(_FOLDS)):
            what.locator("xpath=ancestor::details[not(@open)]").first.locator("> summary").click()
            self.done.append(f"fold {folds}")

    def fill(self, number: int, form: PageForm, wanted: dict[str, list[str]], action: str) -> None:
        """Fill the form of this number on the page as wanted, and send it to `action`."""
        left = {name: list(values) for name, values in wanted.items()}
        button: Locator | None = None
        held = self.page.locator("form").nth(number)
        for name in dict.fromkeys(control.name for control in form.controls if control.name in wanted):
            mine = held.locator(f'[name="{name}"]')
            if not mine.count():
                mine = self.page.locator(f'[form="{held.get_attribute("id")}"][name="{name}"]')
            for one in (mine.nth(place) for place in range(mine.count())):
                kind = one.evaluate("one => one.type")
                if kind == "submit":
                    button = one if one.get_attribute("value") in wanted[name] else button
                elif kind in ("radio", "checkbox"):
                    self._tick(one, kind, name, wanted[name])
                elif left[name]:
                    self._write(one, kind, name, left[name].pop(0))
        self.press(button or self._button(held, form, action), "send")

    def _tick(self, one: Locator, kind: str, name: str, values: list[str]) -> None:
        wished = one.get_attribute("value") in values
        if one.is_checked() != wished and (wished or kind == "checkbox"):
            self.reveal(one)
            one.set_checked(wished, timeout=PATIENCE)
            self.done.append(f"tick {name}")

    def _write(self, one: Locator, kind: str, name: str, text: str) -> None:
        if kind == "hidden" or one.input_value().replace("\r\n", "\n") == text:
            return
        self.reveal(one)
        if kind == "select-one":
            one.select_option(text, timeout=PATIENCE)
        else:
            one.fill(text, timeout=PATIENCE)
        self.done.append(f"{'choose' if kind == 'select-one' else 'type'} {name}")

    def _button(self, held: Locator, form: PageForm, action: str) -> Locator:
        """The button that sends the form there: its own, or the first of the form."""
        leading = self.page.locator(f'button[formaction="{action}"]')
        if form.action != action or leading.count():
            return leading.first
        own = held.locator("button:not([type=button]):not([formaction]):not(.hidden)")
        plain = own.and_(self.page.locator("button:not([name])"))
        return (plain if plain.count() else own).first


_FOLDS = """one => {
    let folds = 0
    for (let up = one.closest('details'); up; up = up.parentElement.closest('details'))
        if (!up.open && !(up.querySelector(':scope > summary')?.contains(one))) folds += 1
    return folds
}"""
