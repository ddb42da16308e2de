"""The list of keys somebody trusts: which node may sign logs, which witnesses, and how many of them.

Source: C2SP tlog-policy. Lines `log VKEY [URL]`, `witness NAME VKEY [URL]`, `group NAME any|all|N MEMBER...`,
`quorum NAME|none`; a line that begins with # is a comment. A reader keeps this list apart from the bundle: it
is what the bundle is judged by.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from app.record.note import COSIGNATURE, ED25519, read_vkey


@dataclass(frozen=True, slots=True)
class Policy:
    """Trusted keys of logs, trusted keys of witnesses by name, groups by name, and the quorum's name."""

    logs: tuple[str, ...]
    witnesses: Mapping[str, str]
    groups: Mapping[str, tuple[int, tuple[str, ...]]]
    quorum: str

    def keys_for(self, origin: str) -> list[str]:
        """Return the trusted keys that may sign the log `origin`: the node's own name begins it."""
        return [key for key in self.logs if origin.startswith(read_vkey(key).name + "/")]

    def met(self, signed: Collection[str]) -> bool:
        """Tell whether the witness keys that signed are enough for the quorum."""
        return self.quorum == "none" or self._met(self.quorum, signed)

    def _met(self, name: str, signed: Collection[str]) -> bool:
        if name in self.witnesses:
            return self.witnesses[name] in signed
        needed, members = self.groups[name]
        return sum(self._met(member, signed) for member in members) >= needed


def write_policy(vkeys: Collection[str]) -> str:
    """Return the smallest list: these log keys, no witness asked for."""
    return "".join(f"log {key}\n" for key in vkeys) + "quorum none\n"


def read_policy(text: str) -> Policy:
    """Read such a list; raise ValueError for a line that is not understood, or when the quorum is missing."""
    logs: list[str] = []
    witnesses: dict[str, str] = {}
    groups: dict[str, tuple[int, tuple[str, ...]]] = {}
    quorum = ""
    for line in text.splitlines():
        words = line.split()
        if not words or words[0].startswith("#"):
            continue
        known = {"none", *witnesses, *groups}
        match words:
            case ["log", key] | ["log", key, _] if read_vkey(key).kind == ED25519:
                logs.append(key)
            case ["witness", name, key] | ["witness", name, key, _] if (
                name not in known and read_vkey(key).kind == COSIGNATURE
            ):
                witnesses[name] = key
            case ["group", name, needed, *members] if members and name not in known and known >= {*members}:
                groups[name] = (_threshold(needed, len(members)), tuple(members))
            case ["quorum", name] if not quorum and name in known:
                quorum = name
            case _:
                raise ValueError(f"the list of keys has a line that is not understood: {line[:60]}")
    if not quorum or not logs:
        raise ValueError("the list of keys names no key, or no quorum")
    return Policy(tuple(logs), witnesses, groups, quorum)


def _threshold(needed: str, members: int) -> int:
    if needed in ("any", "all"):
        return 1 if needed == "any" else members
    if not needed.isascii() or not needed.isdigit() or len(needed) > 4 or not 1 <= int(needed) <= members:
        raise ValueError("a group asks for more members than it has")
    return int(needed)
