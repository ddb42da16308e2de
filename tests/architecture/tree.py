"""The files of this project as the house rules read them."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MADE_HERE = {
    ".git",
    ".venv",
    "var",
    "build",
    "dist",
    "__pycache__",
    ".hypothesis",
    ".pytest_cache",
    ".mypy_cache",
}
"""Folders that git ignores."""

WRITTEN = {".py", ".html", ".typ", ".css", ".js", ".md", ".toml", ".po", ".ini", ".sql", ""}
"""Endings of what people write and read; "" is `peace-table` and the dot files."""


DRAWN = {Path("docs/rulebook-trial.md")}
"""Pages that code draws and a test compares: nobody writes them."""


def _walk(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.name in MADE_HERE or path.name.endswith(".egg-info"):
            continue
        if path.is_dir():
            yield from _walk(path)
        else:
            yield path


@cache
def every_file() -> list[Path]:
    """Every file of the tree, relative to its root, without what is made here."""
    return [path.relative_to(ROOT) for path in _walk(ROOT)]


def written() -> list[Path]:
    """What people write and read."""
    return [path for path in every_file() if path.suffix in WRITTEN and path not in DRAWN]


def code() -> list[Path]:
    """The product's Python."""
    return [path for path in every_file() if path.suffix == ".py" and path.parts[0] == "app"]


def templates() -> list[Path]:
    """The product's templates."""
    return [path for path in every_file() if path.suffix == ".html" and path.parts[0] == "templates"]


def read(path: Path) -> str:
    """The text of a file of the tree."""
    return (ROOT / path).read_text(encoding="utf-8")
