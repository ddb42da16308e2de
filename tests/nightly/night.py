"""What is too long for the suite and is asked every night: `./peace-table nightly [kills] [mutants] [NAMES]`."""

import os
import subprocess
import sys

from tests.nightly import mutation

KILLS = "tests/nightly/hundred_kills.py"


def say(words: str) -> None:
    """Print a line at once: a night is long."""
    print(words, flush=True)


def kills() -> int:
    """A hundred kills on each database; 0 when nothing was lost or doubled."""
    say("A hundred kills on each database")
    command = [sys.executable, "-m", "pytest", "-q", "-s", "-p", "no:xdist", KILLS]
    return subprocess.run(command, cwd=mutation.ROOT, check=False).returncode


def mutants(only: list[str]) -> int:
    """Mutation testing; 0 when enough mutants are caught."""
    mutation.run_mutmut(only, say)
    return mutation.report(say)


def night(what: str, only: list[str]) -> int:
    """Do one thing or all of them, politely to whoever else uses the machine; the worst code."""
    if hasattr(os, "nice"):
        os.nice(10)
    codes = []
    if what in ("all", "kills"):
        codes.append(kills())
    if what in ("all", "mutants"):
        codes.append(mutants(only))
    return max(map(abs, codes))
