"""What a page costs: bytes and requests of the first page, commits of a look and of a form."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Engine, event

from app.database import make_engine
from app.main import create_app
from app.rehearsal.founding import found_rehearsal
from app.rehearsal.story import read_story
from app.rehearsal.telling import telling
from tests.office import HERE

BYTES, REQUESTS = 50_000, 5
"""The first page and everything it names: transferred bytes, and requests (issue, 5.9)."""
NOT_COUNTED = re.compile(r"^/rehearsal/people/\w+/sign-ins$|^/rehearsal/clock|^/exit$")
"""Sign-in, sign-out and the invented clock: kept beside the record, in a transaction of their own."""


class Commits:
    """Counts what one engine commits."""

    def __init__(self, engine: Engine) -> None:
        """Begin at none."""
        self.count = 0
        event.listen(engine, "commit", self._one_more)

    def _one_more(self, _: object) -> None:
        self.count += 1


class CountingClient:
    """A client that notes how many commits each request made."""

    def __init__(self, inner: Any, commits: Commits) -> None:
        """Stand around another client."""
        self.inner, self.commits = inner, commits
        self.cookies = inner.cookies
        self.made: list[tuple[str, str, int, int]] = []

    def request(self, method: str, url: str, **more: Any) -> Any:
        """Send one request; note method, address, status and commits."""
        before = self.commits.count
        answer = self.inner.request(method, url, **more)
        self.made.append((method, url, answer.status_code, self.commits.count - before))
        return answer


def test_a_look_commits_nothing_and_a_form_that_is_done_commits_once(sqlite_url: str) -> None:
    story, engine = read_story("S2"), make_engine(sqlite_url)
    found_rehearsal(engine, sqlite_url, [story], story.seed)
    commits = Commits(engine)
    with telling(engine, create_app, story.starts) as teller:
        teller.client = client = CountingClient(teller.client, commits)
        for step in story.steps:
            teller.tell(story.name, step)
    counted = [one for one in client.made if not NOT_COUNTED.match(one[1])]
    done = [one for one in counted if one[0] == "POST" and one[2] == 303]
    assert len(done) > 50
    assert not [one for one in done if one[3] != 1]
    assert not [one for one in counted if (one[0] != "POST" or one[2] != 303) and one[3]]


@pytest.fixture
def client(s2_database: str) -> Iterator[TestClient]:
    """A browser at the end of S2 that asks for everything compressed."""
    engine = make_engine(s2_database)
    with TestClient(create_app(engine), base_url=HERE, headers={"origin": HERE}) as browser:
        yield browser
    engine.dispose()


@pytest.mark.parametrize("person", ["", "malis", "dalin", "theary"])
def test_the_first_page_is_small_with_everything_it_names(client: TestClient, person: str) -> None:
    if person:
        client.post(f"/rehearsal/people/{person}/sign-ins")
    page = client.get("/" if person else "/rehearsal")
    assert page.status_code == 200
    named = set(re.findall(r'<(?:link|script|img)[^>]* (?:href|src)="([^"]+)"', page.text))
    parts = [client.get(address) for address in named]
    assert all(part.status_code == 200 for part in parts)
    assert 1 + len(parts) + len(page.history) <= REQUESTS
    assert sum(_sent(answer) for answer in (page, *parts)) <= BYTES


def _sent(answer: Any) -> int:
    """Bytes of one answer as they go over the line, with its head."""
    head = sum(len(key) + len(value) + 4 for key, value in answer.headers.raw)
    return head + int(answer.headers.get("content-length", 0) or len(answer.content))
