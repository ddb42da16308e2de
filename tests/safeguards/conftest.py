"""Tables at the steps from which promises and what follows are tested."""

import pytest

from tests.agreements.signing import Signing, brought_to
from tests.safeguards.promising import naming, release


@pytest.fixture
def fixed(sqlite_url: str) -> Signing:
    """A text of one row is fixed."""
    return brought_to("fixed", sqlite_url)


@pytest.fixture
def promised(fixed: Signing) -> Signing:
    """One promise of family A, released."""
    fixed.did("dalin", f"sheets/promises/{fixed.agreement}", **naming(fixed))
    release(fixed)
    return fixed


@pytest.fixture
def opened(sqlite_url: str) -> Signing:
    """A table with closed lists and fixed numbers, before any offer."""
    return brought_to("open", sqlite_url)
