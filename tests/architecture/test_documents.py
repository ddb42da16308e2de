"""The documents say what the code says."""

import re
import tomllib

from tests.architecture.house import PAGE, ROOT, page


def test_the_page_of_the_house_is_drawn_from_the_code() -> None:
    """Run `python -m tests.architecture.house` when this fails."""
    assert PAGE.read_text() == page()


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    reasons = (ROOT / "docs/decisions/0007-dependencies.md").read_text()
    groups = project["dependency-groups"]
    for name in (*project["project"]["dependencies"], *groups["setup"], *groups["test"]):
        assert re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", reasons), name


def test_decisions_are_one_page_each() -> None:
    for path in (ROOT / "docs/decisions").glob("*.md"):
        assert len(path.read_text().split()) < 450, path.name
