"""Making `verify.pyz`: the verifier and the floors below it, in one file that Python runs by itself."""

from pathlib import Path

from app.record.archive import zip_bytes

FLOORS = ("foundation", "record", "access", "voluntariness", "verifier")
_APP = Path(__file__).resolve().parent.parent
_FIRST_LINE = b"#!/usr/bin/env python3\n"
_MAIN = b'''"""verify.pyz: check the record of one dialogue. See README.txt in the bundle."""
import gc
import sys

gc.disable()  # one bundle, one answer: nothing is left to tidy away before the process ends
if sys.version_info < (3, 11):
    sys.stderr.write("verify.pyz needs Python 3.11 or later.\\n")
    sys.exit(64)

from app.verifier.__main__ import main

sys.exit(main())
'''


def pyz_bytes() -> bytes:
    """Return verify.pyz; equal sources give equal bytes, so that its SHA-256 can be printed and compared."""
    files = {"__main__.py": _MAIN, "app/__init__.py": (_APP / "__init__.py").read_bytes()}
    for floor in FLOORS:
        for path in sorted((_APP / floor).rglob("*.py")):
            files[path.relative_to(_APP.parent).as_posix()] = path.read_bytes()
    return _FIRST_LINE + zip_bytes(files)


def write_pyz(target: Path) -> None:
    """Write verify.pyz to `target`, executable."""
    target.write_bytes(pyz_bytes())
    target.chmod(0o755)
