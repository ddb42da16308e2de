"""The command: python3 verify.pyz BUNDLE [--json] [--policy FILE] [--code NUMBER:DIGITS] [--against OTHER].

It ends with 0 when a bundle is verified, 1 when something in it is false or unreadable, 2 when nothing is
false but nothing outside vouches for it (an extract always), 64 when the command was not understood.
"""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from io import TextIOWrapper
from pathlib import Path
from typing import NoReturn

from app.record import canonical
from app.verifier.refusal import CODES, Refused, reading
from app.verifier.report import FALSE, USAGE, Report, refusal_facts, refusal_text
from app.verifier.verify import Code, compare, verify


class _Usage(Exception):
    """The command was not understood."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise _Usage(message)


def _code(text: str) -> Code:
    size, gap, digits = text.partition(":")
    spare = digits.translate(str.maketrans("", "", "0123456789 -\"'\u201c\u201d"))
    if not gap or not size.isascii() or not size.isdigit() or len(size) > 15 or spare or not digits:
        raise argparse.ArgumentTypeError('a code is written NUMBER:"12345 67890 ..."')
    return int(size), digits


def _parser() -> _Parser:
    parser = _Parser(prog="verify.pyz", description="Check the record of one dialogue, without its server.")
    parser.add_argument("bundle", type=Path, metavar="BUNDLE")
    parser.add_argument("--json", action="store_true", help="print four fields for programs")
    parser.add_argument("--policy", type=Path, metavar="FILE", help="your own list of trusted keys")
    parser.add_argument("--code", type=_code, action="append", default=[], metavar="NUMBER:DIGITS")
    parser.add_argument(
        "--against", type=Path, metavar="OTHER", help="a bundle of the same case, from another"
    )
    return parser


def _check(asked: argparse.Namespace) -> Report:
    policy = _open(asked.policy).decode() if asked.policy else None
    report = verify(_open(asked.bundle), policy, asked.code)
    if not asked.against:
        return report
    return replace(report, compared=compare(report, verify(_open(asked.against), policy)))


def _open(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as problem:
        raise Refused("E90", str(path)) from problem


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return how it ends; never raises."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(
                encoding="utf-8"
            )  # a bundle may hold Khmer, whatever this machine's language is
    try:
        asked = _parser().parse_args(arguments)
    except _Usage as problem:
        sys.stderr.write(f"{problem}\n{_parser().format_usage()}")
        return USAGE
    try:
        with reading("E99"):
            report = _check(asked)
        told = canonical.write(report.facts()) + "\n" if asked.json else report.text()
        ends = report.exit_code
    except Refused as refused:
        return _refuse(refused.code, refused.sentence, as_json=asked.json)
    except Exception as problem:  # noqa: BLE001 (hostile bytes: whatever happens, one sentence and no traceback)
        return _refuse("E99", f"{CODES['E99']} ({type(problem).__name__})", as_json=asked.json)
    sys.stdout.write(told)
    return ends


def _refuse(code: str, sentence: str, *, as_json: bool) -> int:
    text = refusal_text(code, sentence)
    if as_json:
        sys.stdout.write(canonical.write(refusal_facts(code)) + "\n")
        sys.stderr.write(text)
    else:
        sys.stdout.write(text)
    return FALSE


if __name__ == "__main__":
    sys.exit(main())
