"""Nothing of others lies in the tree, and the lists of packages are whole and agree with each other."""

import re
import tomllib
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT, every_file, read

HOSTS = [
    ".".join(parts)
    for parts in (
        ("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "com"), ("npmjs", "org"), ("yarnpkg", "com"),
        ("unpkg", "com"), ("jsdelivr", "net"), ("cloudflare", "com"), ("crates", "io"), ("rubygems", "org"),
        ("googleapis", "com"), ("gstatic", "com"), ("golang", "org"), ("esm", "sh"), ("docker", "io"),
    )
]  # fmt: skip
"""Hosts that hand out other people's code. Written in pieces, so that this file names none."""

OTHERS = {".woff", ".woff2", ".ttf", ".otf", ".whl", ".jar", ".exe", ".so", ".dll", ".map", ".wasm", ".lock"}
"""Endings of what others made: fonts, programs, packages, lists of foreign tools."""

FOREIGN_FOLDERS = {"node_modules", "vendor", "third_party", "site-packages"}


@pytest.mark.parametrize("path", every_file(), ids=str)
def test_no_file_names_a_host_that_hands_out_packages(path: Path) -> None:
    text = (ROOT / path).read_bytes().lower()
    assert [host for host in HOSTS if host.encode() in text] == []


def test_nothing_that_others_made_lies_in_the_tree() -> None:
    foreign = [
        path
        for path in every_file()
        if path.suffix in OTHERS or ".min." in path.name or path.name.startswith("package")
        if path.suffix != ".py"
    ]
    assert foreign == []
    assert [path for path in every_file() if FOREIGN_FOLDERS & set(path.parts)] == []


def test_our_scripts_are_small_enough_to_be_ours() -> None:
    assert [path for path in every_file() if path.suffix == ".js" and len(read(path)) > 4000] == []


def pins(name: str) -> dict[str, str]:
    """Package → its whole line block in `requirements/NAME.txt`, hashes included."""
    blocks = re.split(r"\n(?=[a-z])", read(Path(f"requirements/{name}.txt")).strip())
    return {re.split(r"[=\[ ]", block, maxsplit=1)[0]: block for block in blocks}


@pytest.mark.parametrize("name", ["run", "test", "nightly"])
def test_every_package_is_pinned_by_hash_and_no_line_names_an_address(name: str) -> None:
    for block in pins(name).values():
        assert "==" in block
        assert "--hash=sha256:" in block
        assert "://" not in block


def test_the_list_for_tests_holds_the_list_for_running() -> None:
    run, test = pins("run"), pins("test")
    assert {package: test.get(package) for package in run} == run


def test_the_list_for_the_night_adds_only_what_the_tests_lack() -> None:
    asked = set(tomllib.loads(read(Path("pyproject.toml")))["dependency-groups"]["nightly"])
    assert asked <= set(pins("nightly"))
    assert not set(pins("nightly")) & set(pins("test"))


def test_every_dependency_is_pinned_and_django_never_comes() -> None:
    project = tomllib.loads(read(Path("pyproject.toml")))
    groups = project["dependency-groups"]
    wanted = {
        "run": [*project["project"]["dependencies"], *groups["setup"]],
        "test": [*project["project"]["dependencies"], *groups["setup"], *groups["test"]],
    }
    for name, packages in wanted.items():
        plain = {re.split(r"[\[<>=;]", package, maxsplit=1)[0] for package in packages}
        assert plain - set(pins(name)) == set()
        assert "django" not in pins(name)
    assert not any("django" in package for package in project["project"]["dependencies"])


def test_the_machine_that_checks_runs_the_same_command_as_everyone() -> None:
    assert read(Path(".ci/run")).strip().splitlines()[-1] == "exec ./peace-table test"
