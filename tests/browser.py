"""A real browser for tests, and the application served to it on a port of this machine.

`tests/conftest.py` imports the fixture `chromium`; a test opens sights with `looking(chromium, …)` and marks
itself `@pytest.mark.browser`. A sight gives back what the page asked of the network and said in its console.
"""

import os
import shutil
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "microsoft-edge")
"""As in `peace-table`, for whoever calls pytest directly."""

ARGUMENTS = [
    "--no-sandbox",  # our own pages only; a container has no user namespaces
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def launched(driver: Playwright) -> Browser:
    """The browser of this machine."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    return driver.chromium.launch(executable_path=found, chromium_sandbox=False, args=ARGUMENTS)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser of this pytest process."""
    with sync_playwright() as driver:
        browser = launched(driver)
        yield browser
        browser.close()


@contextmanager
def serving(app: Any, host: str = "127.0.0.1") -> Iterator[str]:
    """Serve an application on a free port; gives its origin. The open socket queues whoever comes early."""
    listening = socket.create_server((host, 0))
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", ws="none", lifespan="on"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()
        listening.close()


@dataclass
class Sight:
    """A page of the browser with what it asked for and what it complained of."""

    page: Page
    origin: str
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def open(self, path: str) -> None:
        """Go to a page of ours."""
        self.page.goto(self.origin + path)

    def strangers(self) -> list[str]:
        """Addresses outside our origin that the page asked for: must be none."""
        return [url for url in self.asked if not url.startswith((self.origin + "/", "data:"))]

    def scrolls_sideways(self) -> bool:
        """Whether the page is wider than the screen."""
        wide: bool = self.page.evaluate(
            "document.documentElement.scrollWidth > document.documentElement.clientWidth"
        )
        return wide

    def barriers(self) -> list[str]:
        """What axe finds: rule, and the first place where it stands."""
        found = Axe().run(self.page).response["violations"]
        return [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in found]

    def box(self, selector: str) -> dict[str, float]:
        """Where the first such element stands and how large it is, in CSS pixels."""
        box = self.page.locator(selector).first.bounding_box()
        assert box is not None, selector
        return {"x": box["x"], "y": box["y"], "width": box["width"], "height": box["height"]}


@contextmanager
def looking(browser: Browser, origin: str, *, width: int = 360, javascript: bool = True) -> Iterator[Sight]:
    """A fresh sight (no cookies) of so many CSS pixels; axe needs `javascript`."""
    context = browser.new_context(
        viewport={"width": width, "height": 800}, java_script_enabled=javascript, locale="km-KH"
    )
    page = context.new_page()
    sight = Sight(page, origin)
    page.on("request", lambda request: sight.asked.append(request.url))
    page.on(
        "console",
        lambda said: sight.complaints.append(said.text) if said.type in {"error", "warning"} else None,
    )
    page.on("pageerror", lambda error: sight.complaints.append(str(error)))
    try:
        yield sight
    finally:
        context.close()
