"""Opening a bundle: archive, list of contents, seal. The cheap checks first, signatures last."""

from dataclasses import dataclass
from hashlib import sha256

from app.record import ed25519
from app.record.archive import NotAnArchive, read_zip
from app.record.bundle import FULL, PLACE, Manifest, read_manifest, seal_text
from app.record.note import key_id, read_note, read_vkey
from app.record.policy import Policy, read_policy
from app.verifier.refusal import Refused, need, reading

REHEARSAL = "rehearsal."  # the first letters of every log's origin in a rehearsal (settled.md 11)


@dataclass(frozen=True, slots=True)
class OpenBundle:
    """The files of a bundle whose seal holds, and the list of keys it is judged by."""

    files: dict[str, bytes]
    manifest: Manifest
    policy: Policy
    full: bool


def open_bundle(raw: bytes, policy_text: str | None) -> OpenBundle:
    """Check archive, contents and seal of a bundle; raise Refused.

    `policy_text` is the reader's own list of keys. Without it the bundle's own list is used, which shows only
    that the bundle agrees with itself; the caller has to say so.
    """
    try:
        files = read_zip(raw)
    except NotAnArchive as problem:
        raise Refused("E01") from problem
    need("bundle.json" in files, "E02")
    with reading("E02"):
        manifest = read_manifest(files["bundle.json"])
    need(set(manifest.files) | {"bundle.json", "bundle.note"} == set(files), "E03")
    for name, digest in manifest.files.items():
        need(sha256(files[name]).hexdigest() == digest, "E04", name)
    need(all(PLACE.fullmatch(name) for name in files), "E07")
    full = manifest.audience == FULL
    _check_names(manifest, full=full)
    with reading("E10", "policy.txt" if policy_text is None else "your own list"):
        policy = read_policy(files["policy.txt"].decode() if policy_text is None else policy_text)
    _check_seal(files, policy, manifest.logs[0])
    return OpenBundle(files, manifest, policy, full)


def _check_names(manifest: Manifest, *, full: bool) -> None:
    """Exactly the files that this bundle must have, and logs that belong to the case it names."""
    parts = ("record.jsonl", "checkpoint", "register.tlog-proof")
    must = {f"logs/{place}/{part}" for place in range(len(manifest.logs)) for part in parts}
    must |= {"README.txt", "policy.txt", "disclosed.jsonl"} | ({"assessment.json"} if full else set())
    fixed = {name for name in manifest.files if not name.startswith(("texts/", "recordings/", "anchors/"))}
    need(fixed == must, "E03")
    need(all(origin.endswith(f"/case/{manifest.case}") for origin in manifest.logs), "E08")
    need(all(origin.startswith(REHEARSAL) == manifest.rehearsal for origin in manifest.logs), "E08")


def _check_seal(files: dict[str, bytes], policy: Policy, origin: str) -> None:
    """One signature, over the SHA-256 of bundle.json, by a key that may sign the first log."""
    with reading("E05"):
        text, signatures = read_note(files["bundle.note"].decode())
        need(text == seal_text(files["bundle.json"]) and len(signatures) == 1, "E05")
    signature = signatures[0]
    with reading("E06"):
        for trusted in policy.keys_for(origin):
            key = read_vkey(trusted)
            if (key.name, key_id(key.name, key.public)) == (signature.name, signature.key):
                need(ed25519.verify(key.public, text.encode(), signature.raw), "E06")
                return
    raise Refused("E06")
