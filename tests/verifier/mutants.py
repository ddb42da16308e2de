"""Thousands of damaged and forged bundles from one true one, the same ones whenever the seed is the same.

Three forgers: *careless* changes the bytes of the file; *careful* changes what is in it, then repairs the list
of contents and the archive; *crooked* holds the node's own key and seals the changed bundle anew.
"""

import random
from collections.abc import Callable, Iterator

from app.record.archive import read_zip, zip_bytes
from app.record.bundle import Signer
from tests.verifier.synthetic import repaired

Change = Callable[[bytes, random.Random], bytes]
# What the holder of the key may write as he likes is not evidence: these files he may change and seal.
OWN_WORDS = ("README.txt", "policy.txt", "bundle.json", "bundle.note", "disclosed.jsonl", "anchors/")


def flip(content: bytes, dice: random.Random) -> bytes:
    """Turn one bit over."""
    changed = bytearray(content)
    changed[dice.randrange(len(changed))] ^= 1 << dice.randrange(8)
    return bytes(changed)


def cut(content: bytes, dice: random.Random) -> bytes:
    """Take out a few bytes somewhere."""
    start = dice.randrange(len(content))
    return content[:start] + content[start + dice.randrange(1, 40) :]


def insert(content: bytes, dice: random.Random) -> bytes:
    """Put in a few bytes somewhere."""
    start = dice.randrange(len(content) + 1)
    return content[:start] + dice.randbytes(dice.randrange(1, 20)) + content[start:]


def truncate(content: bytes, dice: random.Random) -> bytes:
    """Cut off the end."""
    return content[: dice.randrange(len(content))]


def swap_lines(content: bytes, dice: random.Random) -> bytes:
    """Let two lines change places."""
    lines = content.split(b"\n")
    one, two = dice.sample(range(len(lines)), 2) if len(lines) > 1 else (0, 0)
    lines[one], lines[two] = lines[two], lines[one]
    return b"\n".join(lines)


def double_line(content: bytes, dice: random.Random) -> bytes:
    """Write one line twice."""
    lines = content.split(b"\n")
    place = dice.randrange(len(lines))
    return b"\n".join([*lines[:place], lines[place], *lines[place:]])


def drop_line(content: bytes, dice: random.Random) -> bytes:
    """Leave one line out."""
    lines = content.split(b"\n")
    del lines[dice.randrange(len(lines))]
    return b"\n".join(lines)


CHANGES: tuple[Change, ...] = (flip, flip, flip, cut, insert, truncate, swap_lines, double_line, drop_line)


def _renamed(files: dict[str, bytes], names: list[str], dice: random.Random) -> dict[str, bytes]:
    """Give one of these files another name, or let two exchange theirs."""
    one, two = dice.sample(names, 2)
    if dice.random() < 0.5:
        return {**files, one: files[two], two: files[one]}
    others = {name: content for name, content in files.items() if name != one}
    return {**others, one + dice.choice(["x", "/x", "2"]): files[one]}


def _forged(files: dict[str, bytes], dice: random.Random, signer: Signer) -> tuple[str, bytes]:
    """Change what is in the bundle as a careful or a crooked forger does; return what was done and the bytes."""
    crooked = dice.random() < 0.33
    spared = OWN_WORDS if crooked else ()
    names = [name for name in sorted(files) if files[name] and not name.startswith(spared)]
    who = "crooked" if crooked else "careful"
    if dice.random() < 0.15:
        names = [name for name in names if not name.startswith("bundle.")]
        changed = _renamed(files, names, dice)
        return f"{who} rename", zip_bytes(repaired(changed, signer if crooked else None))
    name, change = dice.choice(names), dice.choice(CHANGES)
    changed = {**files, name: change(files[name], dice)}
    if not name.startswith("bundle."):
        changed = repaired(changed, signer if crooked else None)
    return f"{who} {change.__name__} {name}", zip_bytes(changed)


def mutants(raw: bytes, count: int, seed: int, signer: Signer) -> Iterator[tuple[str, bytes]]:
    """Yield `count` pairs (what was done, the bytes of the mutant), each different from `raw`."""
    dice, files = random.Random(seed), read_zip(raw)
    made = 0
    while made < count:
        if dice.random() < 0.4:
            change = dice.choice(CHANGES)
            label, mutant = f"careless {change.__name__}", change(raw, dice)
        else:
            label, mutant = _forged(files, dice, signer)
        if mutant != raw:
            made += 1
            yield f"{made}: {label}", mutant
