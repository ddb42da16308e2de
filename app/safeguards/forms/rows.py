"""What was typed into a table of a sheet, found again by what its rows are about and never by their place.

Rows come and go between opening a page and sending it: somebody else saved one, somebody signed meanwhile.
"""

from collections.abc import Mapping
from typing import Any


def typed_in_rows(typed: Mapping[str, Any], about: str, *names: str) -> dict[str, dict[str, str]]:
    """By field, then by whom or what a row is about; `about` names the hidden field that says it in each row."""
    rows = typed.get(about, [])
    return {name: dict(zip(rows, typed.get(name, []), strict=False)) for name in names}
