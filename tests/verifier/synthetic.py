"""A small whole bundle made of synthetic entries, and what a forger does to one. Used by several tests."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.foundation.roles import Role
from app.record import canonical, seal, tree
from app.record.bundle import EXTRACT, FULL, Log, Signer, compose, seal_text, withheld
from app.record.checkpoint import head_text, root_text
from app.record.entry import Entry, read_entry
from app.record.facts import Fact
from app.record.facts.agreements import TextFixed
from app.record.facts.audit import HeadNoted
from app.record.facts.dialogues import DialogueOpened, PauseAsked, PauseEnded
from app.record.note import signature_line, vkey
from app.record.policy import write_policy
from app.record.proof import write_proof
from app.verifier.contents import assessment_text

NODE = "rehearsal.peace-table/test"
CASE = "k2m9"
ORIGIN = f"{NODE}/case/{CASE}"
KEY = Ed25519PrivateKey.from_private_bytes(sha256(b"a key for tests").digest())
SIGNER = Signer(NODE, KEY.public_key().public_bytes_raw(), KEY.sign)
VKEY = vkey(NODE, SIGNER.public)
POLICY = write_policy([VKEY])
TEXT = canonical.write({"clauses": ["ចំណែកដី", "The canal stays open."], "salt": "00" * 32}).encode()
_START = datetime(2027, 1, 11, 2, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Told:
    """The lines of one log, with the disclosures and texts that go with them."""

    lines: list[str]
    disclosures: list[str]
    texts: list[bytes]


def salt(purpose: str) -> bytes:
    """Return 32 bytes, the same in each run."""
    return sha256(purpose.encode()).digest()


def entry_of(number: int, fact: Fact, sealed: Sequence[str], log: str = ORIGIN) -> Entry:
    """Return an entry that stands at `number`, one minute after the one before."""
    at = _START + timedelta(minutes=number)
    low, high = sorted(sealed)
    return Entry(log, number, at, at, "p1", Role.FACILITATOR, "", "TABLE", fact, (low, high))


def told(count: int = 20) -> Told:
    """Tell a log of `count` entries, each with one opened place and one decoy."""
    digest = sha256(TEXT).hexdigest()
    facts: list[Fact] = [
        DialogueOpened("case", "land", "KH-1", "trial", digest),
        TextFixed("a1", digest, ("km", "en"), "o1", ""),
    ]
    facts += [
        PauseEnded(f"p{number - 1}") if number & 1 else PauseAsked(f"p{number}") for number in range(2, count)
    ]
    lines, disclosures = [], []
    for number, fact in enumerate(facts[:count]):
        opened = seal.disclosure(salt(f"name {number}"), "name", f"អ្នក {number}")
        disclosures.append(opened)
        lines.append(
            entry_of(number, fact, [seal.digest(opened), seal.decoy(salt(f"words {number}"))]).line()
        )
    return Told(lines, disclosures, [TEXT])


def signed(text: str, signer: Signer = SIGNER) -> str:
    """Return a note over `text`."""
    return f"{text}\n{signature_line(signer.name, signer.public, signer.sign(text.encode()))}"


def head_of(lines: Sequence[str], origin: str = ORIGIN, signer: Signer = SIGNER) -> str:
    """Return the signed head of these lines."""
    leaves = [tree.leaf_hash(line.encode()) for line in lines]
    return signed(head_text(origin, len(lines), tree.root_of(leaves)), signer)


def register_proof(lines: Sequence[str], signer: Signer = SIGNER) -> str:
    """Return the proof from a register of three lines whose second speaks of this log."""
    root = tree.root_of([tree.leaf_hash(line.encode()) for line in lines])
    origin = f"{signer.name}/register"
    rows = [
        entry_of(
            number, HeadNoted(log, len(lines), root_text(root)), [seal.decoy(salt(log)), "A" * 43], origin
        ).line()
        for number, log in enumerate((f"{NODE}/case/x", ORIGIN, f"{NODE}/case/y"))
    ]
    return write_proof(rows, 1, head_of(rows, origin, signer))


def bundle_files(
    story: Told | None = None, *, hidden: Sequence[int] = (), audience: str = "", signer: Signer = SIGNER
) -> dict[str, bytes]:
    """Return the files of a bundle of this story; with `hidden` an extract without these entries."""
    story = story or told()
    audience = audience or (EXTRACT if hidden else FULL)
    opened = {seal.digest(one): seal.read(one)[1:] for one in story.disclosures}
    texts = {sha256(text).hexdigest(): text for text in story.texts}
    entries = [read_entry(line, ORIGIN, number) for number, line in enumerate(story.lines)]
    shown = [withheld(line) if number in hidden else line for number, line in enumerate(story.lines)]
    kept = {place for number, entry in enumerate(entries) if number not in hidden for place in entry.sealed}
    files = compose(
        case=CASE,
        audience=audience,
        rehearsal=True,
        made_at="2027-01-25T02:00:00Z",
        logs=[Log(ORIGIN, shown, head_of(story.lines, signer=signer), register_proof(story.lines, signer))],
        signer=signer,
        policy_keys=[vkey(signer.name, signer.public)],
        disclosures=[one for one in story.disclosures if seal.digest(one) in kept],
        texts=story.texts,
        assessment=assessment_text(entries, texts, opened) if audience == FULL else None,
    )
    return {name: content for name, content in files.items() if isinstance(content, bytes)}


def repaired(files: Mapping[str, bytes], signer: Signer | None = None) -> dict[str, bytes]:
    """Return the files with a list of contents that fits them again: what a forger does who is not stupid.

    With `signer` the seal is made anew too, as only the holder of that key can.
    """
    mended = {name: content for name, content in files.items() if name not in ("bundle.json", "bundle.note")}
    page = json.loads(files["bundle.json"])
    page["files"] = [{"name": name, "sha256": sha256(mended[name]).hexdigest()} for name in sorted(mended)]
    mended["bundle.json"] = canonical.write(page).encode()
    text = seal_text(mended["bundle.json"])
    old = files["bundle.note"].decode().split("\n\n")[-1]
    mended["bundle.note"] = (signed(text, signer) if signer else f"{text}\n{old}").encode()
    return mended
