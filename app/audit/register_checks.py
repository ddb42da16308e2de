"""The register of heads compared with the logs: none has vanished, none was cut off, none has another past."""

from collections.abc import Collection, Iterator, Mapping

from app.audit.log_checks import StoredLog
from app.record import tree
from app.record.checkpoint import root_text
from app.record.entry import read_entry
from app.record.facts.audit import HeadNoted
from app.recordkeeping.node import REGISTER


def check_register(logs: Mapping[str, StoredLog], forgotten: Collection[str] = ()) -> Iterator[str]:
    """One sentence for each head in the register that no log of this database has. `logs` by origin.

    `forgotten` are origins that *Begin again* took out of a rehearsal; in an office there are none."""
    for origin, register in logs.items():
        if register.dialogue != REGISTER:
            continue
        for number, row in enumerate(register.rows):
            try:
                fact = read_entry(row.line, origin, number).fact
            except ValueError:
                continue  # told already by check_stored_log
            if isinstance(fact, HeadNoted) and fact.log not in forgotten:
                yield from _check_head(fact, logs.get(fact.log))


def _check_head(fact: HeadNoted, log: StoredLog | None) -> Iterator[str]:
    if log is None:
        yield f"The register knows {fact.log} with {fact.size} entries; this database does not have it."
        return
    leaves = (tree.leaf_hash(row.line.encode()) for row in log.rows)
    root = tree.roots_at(leaves, [fact.size]).get(fact.size)
    if root is None:
        yield f"The register knows {fact.size} entries of {fact.log}; only {len(log.rows)} are here."
    elif root_text(root) != fact.root:
        yield f"The register knows another history of {fact.log} at {fact.size} entries."
