"""Mutation testing of the proof (app/voluntariness) and the record (app/record) with mutmut: ours to ask, not to write.

mutmut changes one small thing of the code at a time and runs the tests that reach it (settings: pyproject.toml,
`[tool.mutmut]`; docs/decisions says why mutmut). It works in a copy of this tree in `var/nightly/tree`, because
it writes beside the code. A mutant that no test notices is *not caught*; docs/mutants.md holds the reasons of
those that nothing can notice. Why: domain.md 9; the issue asks for at least 90 % caught.
"""

import json
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
TREE = ROOT / "var" / "nightly" / "tree"
LOG = ROOT / "var" / "nightly" / "mutmut.log"
STATS = TREE / "mutants" / "mutmut-stats.json"
"""Where mutmut keeps which tests reach which function, and how long each takes."""
REACHED = "tests_by_mangled_function_name"
NEEDED = (
    "app",
    "benchmarks",
    "docs",
    "migrations",
    "stories",
    "templates",
    "tests",
    "pyproject.toml",
    "README.md",
    "peace-table",
)
REASONS = ROOT / "docs" / "mutants.md"
ENOUGH = 0.90
"""The part that has to be caught, over both packages together."""

CAUGHT = frozenset({"killed", "timeout", "segfault", "caught by type check"})
"""What mutmut says of a mutant that a test noticed: a mutant that never ends is noticed by its time."""

QUICK, PATIENT = "timeout_constant = 8.0", "timeout_constant = 90.0"
"""Seconds by the clock that a mutant has beyond what its tests take, at first and when it is asked again."""

_SHOWN = "import sys; from mutmut.mutation.diff_apply import get_diff_for_mutant as d; print(d(sys.argv[1]))"


@dataclass(frozen=True)
class Mutant:
    """One change of the code: mutmut's name for it, and what became of it."""

    name: str
    status: str

    @property
    def file(self) -> str:
        """The file it is in, by its module's name."""
        return self.name.rpartition(".")[0].removeprefix("app.")

    @property
    def caught(self) -> bool:
        """Did a test notice?"""
        return self.status in CAUGHT


def run_mutmut(only: Iterable[str], say: Callable[[str], None]) -> None:
    """Let mutmut try every mutant whose name matches (all of them for none). Its words go into a file."""
    shutil.rmtree(TREE, ignore_errors=True)
    TREE.mkdir(parents=True)
    for name in NEEDED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, TREE / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, TREE / name)
    say(f"Trying mutants of app/voluntariness and app/record; mutmut's own words: {LOG}")
    with LOG.open("w") as log:

        def mutmut(*names: str) -> None:
            command = [sys.executable, "-m", "mutmut", "run", "--max-children", "2", *names]
            subprocess.run(command, cwd=TREE, stdout=log, stderr=log, check=False)

        mutmut("no.such.mutant")  # finds out which tests reach which function, and ends there
        all_tests = json.loads(STATS.read_text())
        STATS.write_text(json.dumps(with_near_tests(all_tests)))
        mutmut(*only)
        STATS.write_text(json.dumps(all_tests))
        missed = [mutant.name for mutant in mutants_in() if not mutant.caught]
        if missed:
            say(f"Asking all tests about {len(missed)} that the tests of their own rule did not notice")
            mutmut(*missed)
        slow = [mutant.name for mutant in mutants_in() if mutant.status == "timeout"]
        if slow:  # on a busy machine eight seconds by the clock are few: what ran out of time is asked again
            settings = TREE / "pyproject.toml"
            settings.write_text(settings.read_text().replace(QUICK, PATIENT))
            say(f"Asking {len(slow)} again that ran out of time, with {PATIENT}")
            mutmut(*slow)


def with_near_tests(stats: dict[str, Any]) -> dict[str, Any]:
    """The same, but of each function only the tests near it.

    Nearly every test assesses a whole table and so reaches every rule. Near are the tests in files that name the rule
    or are named after the module, where there are some; else every twentieth.
    """
    files = {path.name: path.read_text() for path in (ROOT / "tests").glob("*/test_*.py")}
    near = {}
    for function, tests in stats[REACHED].items():
        module = function.rpartition(".")[0].rpartition(".")[2]
        rule = module.upper().replace("_", "-")
        own = [test for test in tests if _is_near(Path(test.partition("::")[0]).name, module, rule, files)]
        near[function] = own or sorted(tests)[::20]
    return {**stats, REACHED: near}


def _is_near(file: str, module: str, rule: str, files: dict[str, str]) -> bool:
    return file == f"test_{module}.py" or ("-" in rule and f"{rule}-1" in files.get(file, ""))


def mutants_in(tree: Path = TREE) -> Iterator[Mutant]:
    """Every mutant of a tree that mutmut has tried."""
    command = [sys.executable, "-m", "mutmut", "results", "--all", "true"]
    told = subprocess.run(command, cwd=tree, capture_output=True, text=True, check=False).stdout
    for line in told.splitlines():
        name, _, status = line.strip().partition(": ")
        if status and status != "not checked":
            yield Mutant(name, status)


def change_of(mutant: Mutant, tree: Path = TREE) -> str:
    """The lines it takes out and puts in, in one line: `- old | + new`."""
    command = [sys.executable, "-c", _SHOWN, mutant.name]
    shown = subprocess.run(command, cwd=tree, capture_output=True, text=True, check=False).stdout
    lines = [line for line in shown.splitlines() if re.match(r"[+-](?![+-])", line)]
    return " | ".join(" ".join(line.split()) for line in lines)


def report(say: Callable[[str], None], tree: Path = TREE) -> int:
    """Print caught of all per file, then each that was not, with its reason or without; 0 when enough are caught."""
    found = list(mutants_in(tree))
    if not found:
        say(f"No mutant was tried. Look at {LOG}.")
        return 1
    for file, count in sorted(Counter(mutant.file for mutant in found).items()):
        caught = sum(mutant.caught for mutant in found if mutant.file == file)
        say(f"{caught:4} of {count:4}  {caught / count:4.0%}  {file}")
    reasons = REASONS.read_text() if REASONS.exists() else ""
    missed = [mutant for mutant in found if not mutant.caught]
    bare = 0
    for mutant in missed:
        change = change_of(mutant, tree)
        put_in = change.partition(" | + ")[2].replace("|", "\\|")  # as a table in Markdown holds it
        known = f"`{put_in}`" in reasons
        bare += not known
        say(f"{'reason given' if known else 'NO REASON   '}  {mutant.name}: {change}")
    part = 1 - len(missed) / len(found)
    say(f"Caught {len(found) - len(missed)} of {len(found)}: {part:.1%}; at least {ENOUGH:.0%} are asked for")
    say(f"{len(missed)} not caught, {bare} of them without a reason in docs/mutants.md")
    return 0 if part >= ENOUGH else 1
