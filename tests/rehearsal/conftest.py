"""One rehearsal, begun once in a test process; each test gets a copy on a clock that stands."""

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from app.database import make_engine
from app.main import create_app
from app.rehearsal.beginning import begin
from app.rehearsal.telling import ORIGIN
from tests.postgres import SqliteFiles


@pytest.fixture(scope="session")
def begun(sqlite_files: SqliteFiles, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a rehearsal as `run` begins it; copy it, never write into it."""
    url = sqlite_files.database()
    said: list[str] = []
    assert begin(url, create_app, said.append), said
    copy = tmp_path_factory.mktemp("begun") / "begun.sqlite"
    source, target = sqlite3.connect(url.removeprefix("sqlite:///")), sqlite3.connect(copy)
    source.backup(target)
    source.close()
    target.close()
    return copy


@pytest.fixture
def begun_url(begun: Path, tmp_path: Path) -> str:
    """The address of a rehearsal of this test alone."""
    path = tmp_path / "begun.sqlite"
    shutil.copyfile(begun, path)
    return f"sqlite:///{path}"


class Visitor:
    """A browser without script in a rehearsal."""

    def __init__(self, client: TestClient) -> None:
        """Take the client that keeps the cookies."""
        self.client = client

    def opens(self, address: str) -> str:
        """Open a page; it must be there."""
        answer = self.client.get(address)
        assert answer.status_code == 200, f"{address}: {answer.status_code} {answer.text[:2000]}"
        return answer.text

    def becomes(self, person: str, to: str = "/") -> str:
        """Become one of the people and see the page that comes next."""
        answer = self.client.post(f"/rehearsal/people/{person}/sign-ins", data={"to": to})
        assert answer.status_code == 200, f"{person} {to}: {answer.status_code}"
        return answer.text

    def sends(self, page: str, action: str, **typed: str) -> tuple[int, str]:
        """Fill the form of a page that leads there, and send it."""
        from app.rehearsal.page_forms import forms_of

        form = next(one for one in forms_of(page) if one.leads_to(action))
        sent = dict(form.filled({name: [value] for name, value in typed.items()}))
        answer = self.client.post(action, data=sent)
        return answer.status_code, answer.text


@pytest.fixture
def visitor(begun_url: str) -> Iterator[Visitor]:
    """Somebody who looks at the rehearsal in English; its clock runs from where the stories stop."""
    engine = make_engine(begun_url)
    with TestClient(create_app(engine), base_url=ORIGIN, headers={"origin": ORIGIN}) as client:
        client.cookies.set("language", "en")
        yield Visitor(client)
    engine.dispose()
