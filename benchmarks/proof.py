"""What the proof costs: the tree against its hashes, a bundle against parsing, the verifier from cold (11, 12, 13)."""

import json
import resource
import subprocess
import sys
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from statistics import median

from sqlmodel import Session, select

from app.audit.bundles import full_bundle
from app.record import tree
from app.record.entry import read_entry
from app.recordkeeping.node import node_of, origin_of
from app.recordkeeping.tables import RecordLine
from app.verifier.package import write_pyz
from benchmarks.figures import Figure, alternating
from benchmarks.long_table import LongTable

ENTRIES = 2_000


def lines_of(table: LongTable) -> tuple[list[str], str]:
    """The lines of a long table, and its log's origin."""
    office, home, _, _ = table
    dialogue = home.rpartition("/")[2]
    with Session(office.engine) as db:
        query = select(RecordLine.line).where(RecordLine.dialogue == dialogue).order_by("number")
        return list(db.exec(query)), origin_of(node_of(db), dialogue)


def tree_cost(tables: list[LongTable]) -> list[Figure]:
    """Target 11: the root over all lines against hashing each line once."""
    raw = [line.encode() for line in lines_of(tables[-1])[0]]
    whole, hashes = alternating(
        lambda: tree.root_of(map(tree.leaf_hash, raw)),
        lambda: [sha256(line).digest() for line in raw],
        repeats=5,
    )
    figure = f"{whole / hashes:.2f} times ({whole:.1f} and {hashes:.1f} CPU ms, {len(raw)} lines)"
    return [
        Figure("11 tree of the record against SHA-256 of its lines", figure, "2 times", whole <= 2 * hashes)
    ]


def bundle_cost(table: LongTable) -> list[Figure]:
    """Target 12: the whole bundle, its assessment included, against parsing its lines."""
    office, home, _, _ = table
    dialogue, at = home.rpartition("/")[2], office.now + timedelta(days=40)
    lines, origin = lines_of(table)

    def bundle() -> None:
        with Session(office.engine) as db:
            full_bundle(db, dialogue, at=at)

    def parse() -> None:
        for number, line in enumerate(lines):
            read_entry(line, origin, number)

    whole, parsed = alternating(bundle, parse, rounds=3, repeats=2)
    figure = f"{whole / parsed:.2f} times ({whole:.0f} and {parsed:.0f} CPU ms, {len(lines)} entries)"
    return [Figure("12 full bundle against parsing its lines", figure, "1.2 times", whole <= 1.2 * parsed)]


def verifier_cost(table: LongTable, folder: Path) -> list[Figure]:
    """Target 13: the verifier as a process, against an interpreter that does nothing and bare JSON of the lines."""
    office, home, _, _ = table
    with Session(office.engine) as db:
        bundle = full_bundle(db, home.rpartition("/")[2], at=office.now + timedelta(days=40))
    file, program = folder / "long.zip", folder / "verify.pyz"
    file.write_bytes(bundle)
    write_pyz(program)
    lines = lines_of(table)[0]

    def bare_json() -> None:
        for line in lines:
            json.dumps(json.loads(line), ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    (parsed,) = alternating(bare_json, repeats=3)
    costs: dict[str, list[float]] = {"verifier": [], "nothing": []}
    for _ in range(5):
        costs["verifier"].append(_process([str(program), str(file), "--json"]))
        costs["nothing"].append(_process(["-c", "pass"]))
    verifier, nothing = (median(costs[name]) for name in ("verifier", "nothing"))
    limit = 5 * nothing + parsed
    figure = (
        f"{verifier:.0f} CPU ms ({nothing:.0f} for nothing, {parsed:.0f} for bare JSON, {len(lines)} entries)"
    )
    return [Figure("13 verifier from cold", figure, f"{limit:.0f} CPU ms", verifier <= limit)]


def _process(arguments: list[str]) -> float:
    """Processor milliseconds of a Python of its own."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-I", *arguments], stdout=subprocess.DEVNULL, check=False)  # noqa: S603 (our own program)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000
