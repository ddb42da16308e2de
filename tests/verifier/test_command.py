"""The command as a stranger runs it: one file, no code of ours beside it, four ways to end."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from app.record.bundle import zip_bytes
from app.verifier.__main__ import main
from app.verifier.package import pyz_bytes, write_pyz
from tests.verifier.synthetic import POLICY, bundle_files, told
from tests.verifier.test_verify import code_at


@pytest.fixture
def bundle(raw: bytes, tmp_path: Path) -> str:
    """Give the path of a true bundle."""
    path = tmp_path / "bundle.zip"
    path.write_bytes(raw)
    return str(path)


@pytest.fixture
def policy(tmp_path: Path) -> str:
    """Give the path of the reader's own list of keys."""
    path = tmp_path / "mine.txt"
    path.write_text(POLICY)
    return str(path)


def test_it_ends_with_two_alone_and_with_zero_when_a_list_or_a_code_vouches(bundle: str, policy: str) -> None:
    size, digits = code_at(20)
    assert main([bundle]) == 2
    assert main([bundle, "--policy", policy]) == 0
    assert main([bundle, "--code", f"{size}:{digits}"]) == 0
    assert main([bundle, "--code", f'{size}:"{digits.replace(" ", "")}"']) == 0
    assert main([bundle, "--code", f"{size}:{'1' * 60}"]) == 1


def test_json_is_one_line_of_four_fields(bundle: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([bundle, "--json"]) == 2
    out = capsys.readouterr().out
    facts = json.loads(out)
    assert out.count("\n") == 1
    assert sorted(facts) == ["agreements", "ending", "record", "rehearsal"]
    assert facts["record"] == "verified"
    assert facts["rehearsal"] is True


def test_json_of_something_false_is_the_code_and_the_sentence_goes_beside_it(
    bundle: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(bundle).write_bytes(b"PK")
    assert main([bundle, "--json"]) == 1
    told_of = capsys.readouterr()
    assert json.loads(told_of.out)["record"] == "E01"
    assert told_of.err.startswith("FALSE E01")


def test_an_extract_says_so_in_its_first_word(
    tmp_path: Path, policy: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "extract.zip"
    path.write_bytes(zip_bytes(bundle_files(hidden=[2])))
    assert main([str(path), "--policy", policy]) == 2
    assert capsys.readouterr().out.lower().startswith("extract")
    assert main([str(path), "--json"]) == 2
    assert json.loads(capsys.readouterr().out)["record"] == "extract"


def test_another_bundle_of_the_same_case_is_compared(
    bundle: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.zip"
    other.write_bytes(zip_bytes(bundle_files(told(12))))
    assert main([bundle, "--against", str(other)]) == 2
    assert "12 entries in common" in capsys.readouterr().out


@pytest.mark.parametrize(
    "wrong",
    [[], ["a", "b"], ["a", "--code", "x"], ["a", "--code", "5"], ["a", "--code", "5:12a"], ["a", "--what"]],
)
def test_a_command_that_is_not_understood_ends_with_64(
    wrong: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(wrong) == 64
    assert "usage:" in capsys.readouterr().err


def test_a_file_that_is_not_there_or_not_readable_is_told_in_one_sentence(
    bundle: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path / "none.zip")]) == 1
    assert main([str(tmp_path)]) == 1
    assert main([bundle, "--policy", str(tmp_path / "none.txt")]) == 1
    assert capsys.readouterr().out.count("FALSE E90") == 3
    (tmp_path / "mine.txt").write_bytes(b"\xff\xfe")
    assert main([bundle, "--policy", str(tmp_path / "mine.txt")]) == 1
    assert "Traceback" not in capsys.readouterr().out


def test_the_executable_runs_without_our_code_and_equal_sources_give_equal_bytes(
    bundle: str, tmp_path: Path
) -> None:
    program = tmp_path / "verify.pyz"
    write_pyz(program)
    assert program.read_bytes() == pyz_bytes()
    ran = subprocess.run(
        [sys.executable, "-I", program, bundle, "--json"],
        capture_output=True,
        check=False,
        cwd=tmp_path,
        env={"LC_ALL": "C"},
    )
    assert (ran.returncode, ran.stderr) == (2, b"")
    assert json.loads(ran.stdout)["record"] == "verified"
