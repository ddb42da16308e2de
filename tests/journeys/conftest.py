"""What journeys share: the moments they begin from."""

import pytest

from tests.journeys.moments import Moments, tell_moments
from tests.postgres import SqliteFiles


@pytest.fixture(scope="session")
def moments(sqlite_files: SqliteFiles, tmp_path_factory: pytest.TempPathFactory) -> Moments:
    """All stories, told once in this test process."""
    return tell_moments(sqlite_files, tmp_path_factory.mktemp("moments"))
