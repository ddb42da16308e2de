"""The case of the audit's tests, for its papers."""

from tests.audit.conftest import case, told_cases

__all__ = ["case", "told_cases"]
