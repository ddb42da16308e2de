"""Fixtures every test may ask for: databases of both kinds, a browser, a small office."""

import pytest

from app.web.i18n import use_language
from tests.browser import chromium  # noqa: F401
from tests.office import Office, office_at
from tests.postgres import database_url, postgres, postgres_url, sqlite_files, sqlite_url  # noqa: F401
from tests.told import s2_bundle, s2_database, s2_file, told  # noqa: F401


@pytest.fixture(autouse=True)
def khmer() -> None:
    """Every test begins in Khmer, whatever the one before it read."""
    use_language("km")


@pytest.fixture
def office(sqlite_url: str) -> Office:  # noqa: F811 (a fixture asks for a fixture by its name)
    """A small office on SQLite."""
    return office_at(sqlite_url)
