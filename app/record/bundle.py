"""A bundle: everything one reader needs to check one dialogue for ever, without the server it came from.

Composed here (pure: the same input gives the same bytes) and checked by `verifier`. Every file is named in
`bundle.json` with its SHA-256; `bundle.note` signs the SHA-256 of bundle.json with the node's key, in exactly
one signature line; the archive is rebuilt byte for byte when it is read. So every byte is accounted for.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, NamedTuple

from app.record import canonical, tree
from app.record.archive import Large, digest_of, read_zip, zip_bytes
from app.record.note import base64_text, read_base64, signature_line
from app.record.policy import write_policy
from app.record.readme import readme_text

__all__ = [
    "EXTRACT",
    "FULL",
    "Log",
    "Manifest",
    "Signer",
    "compose",
    "read_manifest",
    "read_zip",
    "zip_bytes",
]

VERSION = 1
FULL = "full"
EXTRACT = "extract"
SEAL_TEXT = "peace-table/bundle/v1"
PLACE = re.compile(
    r"README\.txt|assessment\.json|bundle\.json|bundle\.note|disclosed\.jsonl|policy\.txt"
    r"|logs/(0|[1-9][0-9]?)/(record\.jsonl|checkpoint|register\.tlog-proof)"
    r"|texts/[0-9a-f]{64}|recordings/[0-9a-f]{64}|anchors/[a-z0-9][a-z0-9.-]{0,79}"
)
_FIELDS = {"audience", "case", "files", "logs", "made_at", "rehearsal", "v"}
_INSTANT = re.compile(r"20\d\d-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\dZ", re.ASCII)
_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Log:
    """One log for a bundle: its lines (some by `withheld`), its signed head, the register's proof."""

    origin: str
    lines: Sequence[str]
    checkpoint: str
    proof: str


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs the bundle: the node's name, its public key (32 bytes), and its signing function."""

    name: str
    public: bytes
    sign: Callable[[bytes], bytes] = field(repr=False)


class Manifest(NamedTuple):
    """What bundle.json says: `files` maps each other file (but bundle.note) to its SHA-256 in hex."""

    case: str
    audience: str
    rehearsal: bool
    made_at: str
    logs: list[str]
    files: dict[str, str]


def withheld(line: str) -> str:
    """Return what stands in an extract in place of a line: it is counted, and cannot be read."""
    return "#" + base64_text(tree.leaf_hash(line.encode()))


def read_withheld(line: str) -> bytes:
    """Return the leaf hash of a withheld line; raise ValueError when it is none."""
    leaf = read_base64(line.removeprefix("#"))
    if not line.startswith("#") or len(leaf) != tree.HASH_BYTES:
        raise ValueError("this is not a withheld line")
    return leaf


def seal_text(manifest: bytes) -> str:
    """Return what bundle.note signs: two lines, so that it can never be taken for a head, which has three."""
    return f"{SEAL_TEXT}\n{sha256(manifest).hexdigest()}\n"


def lines_text(lines: Sequence[str]) -> bytes:
    """Return lines as a file: each ended by a newline."""
    return "".join(f"{line}\n" for line in lines).encode()


def read_lines(content: bytes) -> list[str]:
    """Undo `lines_text`; raise ValueError when the end is cut off or it is not UTF-8."""
    text = content.decode()
    if text and not text.endswith("\n"):
        raise ValueError("the last line is cut off")
    return text.split("\n")[:-1]


def compose(
    *,
    case: str,
    audience: str,
    rehearsal: bool,
    made_at: str,
    logs: Sequence[Log],
    signer: Signer,
    policy_keys: Sequence[str],
    disclosures: Sequence[str] = (),
    texts: Sequence[bytes] = (),
    recordings: Sequence[Large] = (),
    assessment: str | None = None,
    anchors: Mapping[str, bytes] | None = None,
) -> dict[str, bytes | Large]:
    """Return the files of a bundle; `zip_parts` makes the archive of them.

    `assessment` is the text of assessment.json and belongs to a full bundle only; `policy_keys` are vkeys.
    Raises ValueError for a reader or a file name the format does not know.
    """
    if audience not in (FULL, EXTRACT) or (audience == FULL) != (assessment is not None):
        raise ValueError("a full bundle has an assessment, an extract has none")
    about = {"case": case, "audience": audience, "rehearsal": rehearsal, "made_at": made_at}
    readme = readme_text(
        case=case, audience=audience, rehearsal=rehearsal, made_at=made_at, recordings=bool(recordings)
    )
    files: dict[str, bytes | Large] = {
        "README.txt": readme.encode(),
        "policy.txt": write_policy(policy_keys).encode(),
        "disclosed.jsonl": lines_text(sorted(set(disclosures))),
    }
    if assessment is not None:
        files["assessment.json"] = assessment.encode()
    for place, log in enumerate(logs):
        files[f"logs/{place}/record.jsonl"] = lines_text(log.lines)
        files[f"logs/{place}/checkpoint"] = log.checkpoint.encode()
        files[f"logs/{place}/register.tlog-proof"] = log.proof.encode()
    files |= {f"texts/{sha256(text).hexdigest()}": text for text in texts}
    files |= {f"recordings/{one.digest}": one for one in recordings}
    files |= {f"anchors/{name}": content for name, content in (anchors or {}).items()}
    return _closed(files, {**about, "logs": [log.origin for log in logs], "v": VERSION}, signer)


def _closed(
    files: dict[str, bytes | Large], about: dict[str, object], signer: Signer
) -> dict[str, bytes | Large]:
    """Add the manifest and its signature, which come last because they speak of all the rest."""
    if not all(PLACE.fullmatch(name) for name in files):
        raise ValueError("a file has no place in a bundle")
    rows = [{"name": name, "sha256": digest_of(files[name])} for name in sorted(files)]
    manifest = canonical.write({**about, "files": rows}).encode()
    text = seal_text(manifest)
    line = signature_line(signer.name, signer.public, signer.sign(text.encode()))
    return {**files, "bundle.json": manifest, "bundle.note": f"{text}\n{line}".encode()}


def read_manifest(content: bytes) -> Manifest:
    """Read bundle.json; raise ValueError for a field that is missing, spare or of another kind."""
    page = canonical.read(content.decode())
    if not isinstance(page, dict) or set(page) != _FIELDS or page["v"] is True or page["v"] != VERSION:
        raise ValueError("it has other fields, or another version")
    words = (page["case"], page["audience"], page["made_at"])
    if not all(isinstance(word, str) for word in words) or not isinstance(page["rehearsal"], bool):
        raise ValueError("a field is of another kind")
    if page["audience"] not in (FULL, EXTRACT) or not _INSTANT.fullmatch(page["made_at"]):
        raise ValueError("it names another reader, or no time")
    logs = page["logs"]
    if not isinstance(logs, list) or not logs or not all(isinstance(origin, str) for origin in logs):
        raise ValueError("it names no log")
    if len(set(logs)) != len(logs):
        raise ValueError("it names a log twice")
    return Manifest(*words[:2], page["rehearsal"], page["made_at"], logs, _read_rows(page["files"]))


def _read_rows(rows: Any) -> dict[str, str]:
    files: dict[str, str] = {}
    for row in rows if isinstance(rows, list) else ():
        if not isinstance(row, dict) or set(row) != {"name", "sha256"}:
            raise ValueError("its list of files cannot be read")
        name, digest = row["name"], row["sha256"]
        if not isinstance(name, str) or not isinstance(digest, str) or not _DIGEST.fullmatch(digest):
            raise ValueError("its list of files cannot be read")
        files[name] = digest
    if list(files) != sorted(files) or not isinstance(rows, list) or len(files) != len(rows):
        raise ValueError("its list of files is not in order")
    return files
