"""The bundles that the verifier's tests work on."""

import pytest

from app.record.bundle import zip_bytes
from tests.verifier.synthetic import bundle_files


@pytest.fixture(scope="session")
def files() -> dict[str, bytes]:
    """Give the files of a small whole bundle; copy before changing."""
    return bundle_files()


@pytest.fixture(scope="session")
def raw(files: dict[str, bytes]) -> bytes:
    """Give its bytes."""
    return zip_bytes(files)
