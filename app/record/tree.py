"""The Merkle tree over the lines of a log.

Source: RFC 6962 section 2.1 (hashes and proofs), RFC 9162 sections 2.1.3.2 and 2.1.4.2 (checking proofs).
A compact range (`peaks`) holds the roots of the perfect subtrees from left to right, so that appending needs
one read and one insert. All hashes are 32 raw bytes of SHA-256; all sizes are numbers of lines.
"""

from collections.abc import Iterable, Sequence
from hashlib import sha256

HASH_BYTES = 32
EMPTY = sha256(b"").digest()


def leaf_hash(line: bytes) -> bytes:
    """Hash one line; the 00 before it keeps a line from being taken for an inner node."""
    return sha256(b"\x00" + line).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Hash two neighbours into their parent; the order of the two counts."""
    return sha256(b"\x01" + left + right).digest()


def grow(size: int, peaks: Sequence[bytes], leaf: bytes) -> list[bytes]:
    """Append one leaf to the compact range of a tree of `size` lines and return the new peaks."""
    grown = [*peaks, leaf]
    while size & 1:
        right = grown.pop()
        grown[-1] = node_hash(grown[-1], right)
        size >>= 1
    return grown


def fold(peaks: Sequence[bytes]) -> bytes:
    """Return the root of the tree whose compact range is `peaks`."""
    if not peaks:
        return EMPTY
    root = peaks[-1]
    for peak in reversed(peaks[:-1]):
        root = node_hash(peak, root)
    return root


def pack(peaks: Sequence[bytes]) -> bytes:
    """Return the peaks as one run of bytes, to be stored beside a line."""
    return b"".join(peaks)


def unpack(packed: bytes) -> list[bytes]:
    """Undo `pack`; raise ValueError when the length is not a multiple of 32."""
    if len(packed) % HASH_BYTES:
        raise ValueError("the stored peaks are cut off")
    return [packed[start : start + HASH_BYTES] for start in range(0, len(packed), HASH_BYTES)]


def root_of(leaves: Iterable[bytes]) -> bytes:
    """Return the root over leaf hashes. Level by level; an odd last node is carried up unchanged."""
    level = list(leaves)
    if not level:
        return EMPTY
    while len(level) > 1:
        odd = level[-1:] if len(level) & 1 else []
        pairs = zip(level[::2], level[1::2], strict=False)
        level = [sha256(b"\x01" + left + right).digest() for left, right in pairs] + odd
    return level[0]


def roots_at(leaves: Iterable[bytes], sizes: Iterable[int]) -> dict[int, bytes]:
    """Return the roots of several beginnings of one log in one pass: how every old head is checked again.

    Sizes larger than the log are simply absent from the answer.
    """
    wanted = set(sizes)
    roots = {0: EMPTY} if 0 in wanted else {}
    peaks: list[bytes] = []
    for number, leaf in enumerate(leaves):
        peaks = grow(number, peaks, leaf)
        if number + 1 in wanted:
            roots[number + 1] = fold(peaks)
    return roots


def _split(size: int) -> int:
    """Return the largest power of two smaller than `size` (RFC 6962's k)."""
    return int(1 << ((size - 1).bit_length() - 1))


def inclusion(leaves: Sequence[bytes], index: int) -> list[bytes]:
    """Return the path that shows that leaf `index` is in the tree over `leaves`."""
    if not 0 <= index < len(leaves):
        raise ValueError("there is no such leaf")
    if len(leaves) == 1:
        return []
    k = _split(len(leaves))
    if index < k:
        return [*inclusion(leaves[:k], index), root_of(leaves[k:])]
    return [*inclusion(leaves[k:], index - k), root_of(leaves[:k])]


def consistency(leaves: Sequence[bytes], size: int) -> list[bytes]:
    """Return the path that shows that the first `size` leaves (1 or more) are a beginning of `leaves`."""
    if not 0 < size <= len(leaves):
        raise ValueError("there is no such beginning")
    return _beginning(leaves, size, whole=True)


def _beginning(leaves: Sequence[bytes], size: int, *, whole: bool) -> list[bytes]:
    if size == len(leaves):
        return [] if whole else [root_of(leaves)]
    k = _split(len(leaves))
    if size <= k:
        return [*_beginning(leaves[:k], size, whole=whole), root_of(leaves[k:])]
    return [*_beginning(leaves[k:], size - k, whole=False), root_of(leaves[:k])]


def check_inclusion(leaf: bytes, index: int, size: int, path: Sequence[bytes], root: bytes) -> bool:
    """Tell whether `path` shows that `leaf` stands at `index` in the tree of `size` lines and that root."""
    if not 0 <= index < size or any(len(part) != HASH_BYTES for part in (leaf, root, *path)):
        return False
    fn, sn, reached = index, size - 1, leaf
    for part in path:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            reached = node_hash(part, reached)
            while fn and not fn & 1:
                fn, sn = fn >> 1, sn >> 1
        else:
            reached = node_hash(reached, part)
        fn, sn = fn >> 1, sn >> 1
    return sn == 0 and reached == root


def check_consistency(old: int, new: int, path: Sequence[bytes], old_root: bytes, new_root: bytes) -> bool:
    """Tell whether `path` shows that the tree of `old` lines (1 or more) is a beginning of that of `new`."""
    # An empty tree proves nothing about what follows, so a caller has to treat size 0 itself.
    if not 0 < old <= new or any(len(part) != HASH_BYTES for part in (old_root, new_root, *path)):
        return False
    if old == new:
        return not path and old_root == new_root
    steps = [old_root, *path] if old & (old - 1) == 0 else list(path)
    if not path:
        return False
    fn, sn = old - 1, new - 1
    while fn & 1:
        fn, sn = fn >> 1, sn >> 1
    first = second = steps[0]
    for part in steps[1:]:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            first, second = node_hash(part, first), node_hash(part, second)
            while fn and not fn & 1:
                fn, sn = fn >> 1, sn >> 1
        else:
            second = node_hash(second, part)
        fn, sn = fn >> 1, sn >> 1
    return sn == 0 and first == old_root and second == new_root
