"""Count the taps of S2's staff in a real browser and print them: `python -m tests.taps`.

`tests/taps/hand.py` says what a tap is. People start from their first page and stand where their last act led them;
on another day they begin at their first page again. An act whose point is a refusal is not counted, nor is anything
that the two families do. With `--each`, every act with its taps.
"""

import sys
import tempfile

from playwright.sync_api import sync_playwright

from tests.browser import launched
from tests.taps.sheets import MOST, STAFF, table_of, taps_in
from tests.taps.telling import Act, tapped


def _said(act: Act) -> None:
    step = act.step
    print(
        f"{step.at:%d %b %H:%M}  {step.by:<8}{step.act:<24}{len(act.taps):>3}  {', '.join(act.taps)}",
        flush=True,
    )


def main(arguments: list[str]) -> int:
    """Print the table. Returns 1 when the target is missed."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        browser = launched(driver)
        say = _said if "--each" in arguments else None
        acts = tapped("S2", f"sqlite:///{folder}/taps.sqlite", browser, STAFF, say)
        browser.close()
    print(*table_of(acts), sep="\n")
    return int(taps_in(acts) > MOST)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
