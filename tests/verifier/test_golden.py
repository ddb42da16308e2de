"""A bundle made once and kept: what was true of it then stays true for every later verifier."""

from pathlib import Path

from app.record.archive import read_zip
from app.record.policy import write_policy
from app.verifier.verify import verify
from tests.verifier.synthetic import VKEY, bundle_files

GOLDEN = Path(__file__).parents[1] / "bundles" / "extract-1.zip"
CODE = "26723 29800 60535 81235 86393 88052 34849 68761 43759 95199 29057 66904"


def test_the_kept_bundle_is_still_true_and_its_printed_code_still_matches() -> None:
    report = verify(GOLDEN.read_bytes(), write_policy([VKEY]), [(20, CODE)])
    assert (report.exit_code, report.logs[0].withheld, report.opened) == (2, 2, 18)
    assert "your code at 20 entries is of this history" in report.text()


def test_the_same_story_still_gives_the_same_lines_heads_and_seals() -> None:
    kept, now = read_zip(GOLDEN.read_bytes()), bundle_files(hidden=[3, 11])
    evidence = [name for name in kept if name.startswith(("logs/", "texts/", "disclosed", "policy"))]
    assert {name: kept[name] for name in evidence} == {name: now[name] for name in evidence}
