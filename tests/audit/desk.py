"""The browsers of the case's people, and the words of a page."""

import re
from datetime import datetime
from itertools import count

import httpx2
from fastapi.testclient import TestClient

from app.main import create_app
from tests.audit.table import AGREEMENT, DIALOGUE, SLOT, Table

HERE = "http://127.0.0.1:8000"
HOME = f"/dialogues/{DIALOGUE}"
REVIEW = f"{HOME}/reviews/{AGREEMENT}"
CERTIFICATE = f"{HOME}/certificates/{AGREEMENT}"
_KEYS = count(1)


class Desk:
    """The application over a told case, at a time one sets; one browser a person, in English."""

    def __init__(self, table: Table, now: datetime = SLOT) -> None:
        """Stand up the application."""
        self.now, self.table = now, table
        self.app = create_app(table.engine, now=lambda _: self.now)

    def browser(self, person: str = "") -> TestClient:
        """A browser, signed in as this person, or as nobody."""
        client = TestClient(self.app, base_url=HERE, headers={"origin": HERE}, follow_redirects=False)
        client.cookies.set("language", "en")
        if person:
            client.post(f"/rehearsal/people/{person}/sign-ins")
        return client

    def open(self, person: str, path: str) -> httpx2.Response:
        """A page as this person sees it."""
        return self.browser(person).get(path)

    def send(self, person: str, path: str, **fields: str) -> httpx2.Response:
        """A form this person sends."""
        return self.browser(person).post(path, data={"once": f"audit-{next(_KEYS):06d}", **fields})


def words(answer: httpx2.Response) -> str:
    """The words of a page's main part, without marks."""
    main = answer.text.partition('<main id="main"')[2].partition("</main>")[0]
    return " ".join(re.sub(r"<[^>]+>", " ", main.partition(">")[2]).replace("&#39;", "'").split())
