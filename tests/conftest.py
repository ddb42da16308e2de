"""Fixtures every test may ask for: databases of both kinds, a browser."""

from tests.browser import chromium  # noqa: F401
from tests.postgres import database_url, postgres, postgres_url, sqlite_files, sqlite_url  # noqa: F401
