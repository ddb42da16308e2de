"""Checking one log of a bundle: its lines, its signed head, and the register's word on it."""

from dataclasses import dataclass
from itertools import pairwise

from app.record import tree
from app.record.bundle import read_lines, read_withheld
from app.record.checkpoint import Head, read_head, read_root
from app.record.entry import Entry, read_entry
from app.record.facts.audit import HeadNoted
from app.record.note import read_note, signers
from app.record.policy import Policy
from app.record.proof import proves, read_proof
from app.verifier.opening import OpenBundle
from app.verifier.refusal import Refused, need, reading


@dataclass(frozen=True, slots=True)
class CheckedLog:
    """A log that is what its signed head says. `entries` leaves out what is withheld."""

    head: Head
    leaves: list[bytes]
    entries: list[Entry]
    lines: list[str]
    cosigned: frozenset[str]

    @property
    def withheld(self) -> int:
        """How many entries are counted here without being readable."""
        return len(self.leaves) - len(self.entries)


def check_log(bundle: OpenBundle, place: int) -> CheckedLog:
    """Check log number `place` of a bundle; raise Refused. What costs least is asked first."""
    origin, folder = bundle.manifest.logs[place], f"logs/{place}"
    with reading("E11", origin):
        checkpoint = bundle.files[f"{folder}/checkpoint"].decode()
        head = read_head(read_note(checkpoint)[0])
        need(head.origin == origin, "E11", origin)
    with reading("E14", f"{folder}/record.jsonl"):
        lines = read_lines(bundle.files[f"{folder}/record.jsonl"])
    need(len(lines) == head.size, "E13", f"{head.size} and {len(lines)}")
    leaves = [_leaf(line, number) for number, line in enumerate(lines)]
    need(tree.root_of(leaves) == head.root, "E16", origin)
    entries = [_entry(line, origin, number) for number, line in enumerate(lines) if not line.startswith("#")]
    need(not bundle.full or len(entries) == len(lines), "E18", origin)
    for earlier, later in pairwise(entries):
        need(earlier.at <= later.at, "E15", f"entry {later.number}")
    cosigned = _signed(checkpoint, origin, bundle.policy, "E12")
    proof = bundle.files[f"{folder}/register.tlog-proof"]
    cosigned |= _check_register(proof, origin, leaves, bundle.policy)
    return CheckedLog(head, leaves, entries, lines, cosigned)


def _leaf(line: str, number: int) -> bytes:
    if not line.startswith("#"):
        return tree.leaf_hash(line.encode())
    with reading("E14", f"entry {number}"):
        return read_withheld(line)


def _entry(line: str, origin: str, number: int) -> Entry:
    with reading("E14", f"entry {number}"):
        entry = read_entry(line, origin, number)
        need(entry.line() == line, "E14", f"entry {number}")
    return entry


def _signed(note: str, origin: str, policy: Policy, code: str) -> frozenset[str]:
    """Return the witnesses that co-signed; refuse when no trusted key of the log signed."""
    keys = policy.keys_for(origin)
    with reading(code, origin):
        found = signers(note, [*keys, *policy.witnesses.values()])
    need(any(key in found for key in keys), code, origin)
    return frozenset(found) - frozenset(keys)


def _check_register(content: bytes, origin: str, leaves: list[bytes], policy: Policy) -> frozenset[str]:
    with reading("E20", origin):
        proof = read_proof(content.decode())
        register = read_head(read_note(proof.checkpoint)[0])
        entry = read_entry(proof.line, register.origin, proof.number)
    fact = entry.fact
    if not isinstance(fact, HeadNoted) or fact.log != origin or not proves(proof):
        raise Refused("E22", origin)
    with reading("E22", origin):
        need(tree.roots_at(leaves, [fact.size])[fact.size] == read_root(fact.root), "E22", origin)
    return _signed(proof.checkpoint, register.origin, policy, "E21")


def check_links(logs: list[CheckedLog]) -> None:
    """Check what entries had seen of other logs (`ORIGIN SIZE ROOT`); raise Refused where histories differ.

    A log that is not in this bundle, or is shorter here, cannot be compared and is passed over.
    """
    by_origin = {log.head.origin: log for log in logs}
    for log in logs:
        for entry in log.entries:
            for seen in entry.seen:
                with reading("E17", f"entry {entry.number}"):
                    origin, size, root = seen.split(" ")
                    other = by_origin.get(origin)
                    if other is not None and int(size) <= len(other.leaves):
                        known = tree.roots_at(other.leaves, [int(size)])[int(size)]
                        need(known == read_root(root), "E17", f"entry {entry.number}")
