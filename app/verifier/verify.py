"""All checks of a bundle in their order: what costs least first, so that damage is told at once."""

import re
from collections.abc import Sequence

from app.record import tree
from app.record.checkpoint import digits_of, head_text
from app.verifier.contents import check_assessment, opened_places, recordings_of, texts_of
from app.verifier.logs import CheckedLog, check_links, check_log
from app.verifier.opening import open_bundle
from app.verifier.refusal import Refused, need
from app.verifier.report import Report

Code = tuple[int, str]  # the number of entries printed beside a code, and its sixty digits


def verify(raw: bytes, policy_text: str | None = None, codes: Sequence[Code] = ()) -> Report:
    """Check the bytes of a bundle; return what was found, or raise Refused where something is false.

    `policy_text` is the reader's own list of keys (C2SP tlog-policy), `codes` what stands on their paper.
    """
    bundle = open_bundle(raw, policy_text)
    logs = [check_log(bundle, place) for place in range(len(bundle.manifest.logs))]
    check_links(logs)
    cosigned = frozenset[str]().union(*(log.cosigned for log in logs))
    need(bundle.policy.met(cosigned), "E23")
    opened = opened_places(bundle.files["disclosed.jsonl"], logs)
    texts = texts_of(bundle.files, logs)
    recordings, unheard = recordings_of(bundle.files, logs)
    vouched, doubts = _compare_codes(codes, logs)
    if policy_text is not None:
        vouched, doubts = ["your own list names the key that signed", *vouched], []
    assessment = ""
    if bundle.full:
        entries = [entry for log in logs for entry in log.entries]
        assessment = check_assessment(bundle.files["assessment.json"], entries, texts, opened)
    return Report(
        case=bundle.manifest.case,
        made_at=bundle.manifest.made_at,
        rehearsal=bundle.manifest.rehearsal,
        full=bundle.full,
        logs=logs,
        keys=bundle.policy.logs,
        opened=len(opened),
        texts=len(texts),
        recordings=recordings,
        unheard=unheard,
        assessment=assessment,
        vouched=vouched,
        doubts=doubts,
    )


def _compare_codes(codes: Sequence[Code], logs: Sequence[CheckedLog]) -> tuple[list[str], list[str]]:
    """Return what the printed codes vouch for, and which entries after the last of them they do not."""
    vouched: list[str] = []
    reached: dict[str, int] = {}
    for size, digits in codes:
        origin = _match(size, digits, logs)
        reached[origin] = max(size, reached.get(origin, 0))
        vouched.append(f"your code at {size} entries is of this history")
    doubts = [
        f"your code reaches {reached.get(log.head.origin, 0)} of {log.head.size} entries; nothing outside "
        "vouches for the rest"
        for log in logs
        if codes and reached.get(log.head.origin, 0) < log.head.size
    ]
    return vouched, doubts


def _match(size: int, digits: str, logs: Sequence[CheckedLog]) -> str:
    long_enough = [log for log in logs if 0 < size <= log.head.size]
    need(long_enough, "E51", str(size))
    for log in long_enough:
        root = tree.roots_at(log.leaves, [size])[size]
        if digits_of(head_text(log.head.origin, size, root)) == re.sub(r"\D", "", digits):
            return log.head.origin
    raise Refused("E50", f"at {size} entries")


def compare(one: Report, other: Report) -> list[str]:
    """Compare two bundles held by two people: return what they share, or raise Refused with two histories."""
    mine = {log.head.origin: log for log in one.logs}
    shared = [log for log in other.logs if log.head.origin in mine]
    need(shared, "E61")
    rows = []
    for log in shared:
        leaves, theirs = mine[log.head.origin].leaves, log.leaves
        for number, (left, right) in enumerate(zip(leaves, theirs, strict=False)):
            need(left == right, "E60", f"{log.head.origin}, from entry {number}")
        rows.append(f"both bundles tell one history: {min(len(leaves), len(theirs))} entries in common")
    return rows
