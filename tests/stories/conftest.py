"""S3 told to its end once in a test process, for everybody who only reads it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Engine

from app.database import make_engine
from app.main import create_app
from app.rehearsal.founding import found_rehearsal
from app.rehearsal.story import Step, moment, read_story
from app.rehearsal.telling import ORIGIN, telling
from tests.postgres import SqliteFiles


@dataclass
class ToldS3:
    """A database in which steps of S3 were told, and what they are called."""

    url: str
    engine: Engine
    names: dict[str, str]

    @property
    def home(self) -> str:
        """The address of the table."""
        return f"/dialogues/{self.names['dialogue']}"

    def browser(self, person: str, language: str = "en") -> TestClient:
        """A browser of this person, a year after the ending."""
        app = create_app(self.engine, now=lambda _: moment("2028-09-01T18:00"))
        client = TestClient(app, base_url=ORIGIN, headers={"origin": ORIGIN}, follow_redirects=False)
        client.cookies.set("language", language)
        client.post(f"/rehearsal/people/{person}/sign-ins")
        return client


def tell_s3(files: SqliteFiles, steps: Sequence[Step]) -> ToldS3:
    """These steps of S3, in a fresh database."""
    story, url = read_story("S3"), files.database()
    engine = make_engine(url)
    found_rehearsal(engine, url, [story], story.seed)
    with telling(engine, create_app, story.starts) as teller:
        for step in steps:
            teller.tell(story.name, step)
    return ToldS3(url, engine, teller.names[story.name])


@pytest.fixture(scope="session")
def told_s3(sqlite_files: SqliteFiles) -> Iterator[ToldS3]:
    """S3 to its end."""
    told = tell_s3(sqlite_files, read_story("S3").steps)
    yield told
    told.engine.dispose()
