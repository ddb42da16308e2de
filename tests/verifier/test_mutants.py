"""Two thousand damaged and forged bundles: each is refused with a code, none ends in a traceback."""

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from app.verifier.package import write_pyz
from app.verifier.refusal import CODES, Refused
from app.verifier.verify import verify
from tests.verifier.mutants import mutants
from tests.verifier.synthetic import SIGNER


def test_two_thousand_mutants_of_a_bundle_are_refused_each_with_a_code(raw: bytes) -> None:
    codes: Counter[str] = Counter()
    for label, mutant in mutants(raw, 2_000, 11, SIGNER):
        try:
            verify(mutant)
        except Refused as refused:
            codes[refused.code] += 1
        else:
            pytest.fail(f"accepted: {label}")
    print(dict(sorted(codes.items())))
    assert len(codes) > 10  # the mutants reach behind the archive, or they would show little
    assert "E99" not in codes


def test_sixty_mutants_are_refused_by_the_executable_in_one_sentence(raw: bytes, tmp_path: Path) -> None:
    program, bundle = tmp_path / "verify.pyz", tmp_path / "bundle.zip"
    write_pyz(program)
    for label, mutant in mutants(raw, 60, 12, SIGNER):
        bundle.write_bytes(mutant)
        ran = subprocess.run(
            [sys.executable, "-I", program, bundle],
            capture_output=True,
            text=True,
            check=False,
            encoding="utf-8",
        )
        assert ran.returncode == 1, label
        assert ran.stderr == "", label
        first, last = ran.stdout.splitlines()
        assert first.startswith("FALSE E"), label
        assert first[6:9] in CODES, label
        assert last == "RESULT 1: do not rely on this bundle.", label
