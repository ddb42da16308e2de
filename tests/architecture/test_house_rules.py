"""The rules of the house for code, each as a test, so that nobody has to remember them."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.tree import code, every_file, read, written

MAY_COMMIT = {
    "app/recordkeeping/recording.py": "the one door",
    "app/people/commands.py": "the office's people and sign-ins, which no record guards (settled.md 14)",
    "app/requests/commands.py": "requests come before there is a peace table and its record (docs/decisions/0012)",
    "app/rehearsal/exchange.py": "a retold rehearsal takes the place of the one there was, in one transaction",
    "app/rehearsal/clock.py": "the clock that a button moves, in rehearsal only (settled.md 14)",
    "app/rehearsal/founding.py": "a fresh database becomes a rehearsal before it has any record",
}
"""The only files that end a transaction. Others need a reason: office tables the record does not guard."""

NO_NAMES = frozenset(
    {"util", "helper", "service", "manager", "handler", "misc", "common", "base", "data", "info", "process"}
)
"""Words that say nothing about what a thing is for."""

PURE = ("foundation", "record", "access", "voluntariness", "verifier")


def public(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.ClassDef]:
    """The functions and classes that other files may name."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            yield node


def words_of(name: str) -> set[str]:
    """`SeatManager` and `seat_managers` → seat, manager."""
    parts = re.findall(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])", name)
    return {part.lower().removesuffix("s") for part in parts} | {part.lower() for part in parts}


@pytest.mark.parametrize("path", written(), ids=str)
def test_a_file_fits_in_one_sitting(path: Path) -> None:
    assert len(read(path).splitlines()) <= 300


@pytest.mark.parametrize("path", [p for p in every_file() if p.suffix == ".py"], ids=str)
def test_a_file_says_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(ast.parse(read(path)))


@pytest.mark.parametrize("path", code(), ids=str)
def test_everything_public_says_what_it_is_for(path: Path) -> None:
    silent = [node.name for node in public(ast.parse(read(path))) if not ast.get_docstring(node)]
    assert not silent


NAMED_BY_PYTHON = {"handle_data"}
"""What Python's own reader of pages calls; nobody here chose the name."""


@pytest.mark.parametrize("path", code(), ids=str)
def test_no_name_says_nothing(path: Path) -> None:
    nodes = ast.walk(ast.parse(read(path)))
    names = [node.name for node in nodes if isinstance(node, ast.FunctionDef | ast.ClassDef)]
    own = [name for name in names if name not in NAMED_BY_PYTHON]
    guilty = [name for name in [*path.with_suffix("").parts, *own] if words_of(name) & NO_NAMES]
    assert not guilty


@pytest.mark.parametrize("path", code(), ids=str)
def test_only_the_record_keeper_ends_a_transaction(path: Path) -> None:
    called = {
        node.func.attr
        for node in ast.walk(ast.parse(read(path)))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }
    if path.as_posix() not in MAY_COMMIT:
        assert "commit" not in called


def test_every_exception_to_the_one_door_is_still_needed() -> None:
    assert [name for name in MAY_COMMIT if ".commit(" not in read(Path(name))] == []


@pytest.mark.parametrize("path", [p for p in code() if p.parts[1] in PURE], ids=str)
def test_the_pure_floors_stand_on_the_standard_library_alone(path: Path) -> None:
    named: list[str] = []
    for node in ast.walk(ast.parse(read(path))):
        if isinstance(node, ast.Import):
            named += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "no relative imports"
            named += (
                [f"app.{alias.name}" for alias in node.names] if node.module == "app" else [node.module or ""]
            )
    foreign = [
        name
        for name in named
        if name.split(".")[0] not in sys.stdlib_module_names
        and not (name.startswith("app.") and name.split(".")[1] in PURE)
    ]
    assert not foreign


@pytest.mark.parametrize("path", [p for p in every_file() if p.suffix == ".py"], ids=str)
def test_no_test_is_skipped_and_nothing_waits_by_the_clock(path: Path) -> None:
    if path.parts[0] != "tests":
        return
    marks = {
        node.attr
        for node in ast.walk(ast.parse(read(path)))
        if isinstance(node, ast.Attribute) and node.attr in {"skip", "skipif", "importorskip", "sleep"}
    }
    assert not marks
