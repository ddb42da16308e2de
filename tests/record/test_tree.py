"""The Merkle tree against the published roots, and its proofs against themselves at every size."""

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.record import tree

# The test leaves and roots of the Certificate Transparency reference implementation (RFC 6962).
LEAVES = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
MANY = [tree.leaf_hash(bytes([number])) for number in range(70)]


@pytest.mark.parametrize("size", range(1, 9))
def test_the_root_over_one_to_eight_leaves_is_the_published_one(size: int) -> None:
    leaves = [tree.leaf_hash(bytes.fromhex(leaf)) for leaf in LEAVES]
    assert tree.root_of(leaves[:size]).hex() == ROOTS[size - 1]
    assert tree.roots_at(leaves, [size])[size].hex() == ROOTS[size - 1]


def test_the_root_of_nothing_is_the_hash_of_nothing() -> None:
    assert tree.root_of([]) == tree.fold([]) == tree.roots_at([], [0])[0] == sha256(b"").digest()


def test_growing_line_by_line_reaches_the_root_of_each_size() -> None:
    peaks: list[bytes] = []
    for size, leaf in enumerate(MANY):
        peaks = tree.grow(size, tree.unpack(tree.pack(peaks)), leaf)
        assert tree.fold(peaks) == tree.root_of(MANY[: size + 1])


def test_peaks_that_are_cut_off_are_refused() -> None:
    with pytest.raises(ValueError, match="cut off"):
        tree.unpack(b"1" * 33)


@pytest.mark.parametrize("size", range(1, 71))
def test_every_leaf_is_shown_to_be_in_its_place_and_in_no_other(size: int) -> None:
    leaves, root = MANY[:size], tree.root_of(MANY[:size])
    for index in range(size):
        path = tree.inclusion(leaves, index)
        assert tree.check_inclusion(leaves[index], index, size, path, root)
        assert not tree.check_inclusion(leaves[index], index, size, path, tree.EMPTY)
        assert not tree.check_inclusion(leaves[index], index, size, [*path, tree.EMPTY], root)
        if path:
            assert not tree.check_inclusion(leaves[index], index, size, path[:-1], root)
            assert not tree.check_inclusion(leaves[index], index ^ 1, size, path, root)
    assert not tree.check_inclusion(leaves[0], size, size, [], root)


@pytest.mark.parametrize("new", range(1, 71))
def test_every_beginning_is_shown_to_be_a_beginning_and_no_other_is(new: int) -> None:
    leaves, root = MANY[:new], tree.root_of(MANY[:new])
    for old in range(1, new + 1):
        path, begun = tree.consistency(leaves, old), tree.root_of(MANY[:old])
        other = tree.root_of([*MANY[: old - 1], tree.EMPTY])
        assert tree.check_consistency(old, new, path, begun, root)
        assert not tree.check_consistency(old, new, path, other, root)
        assert not tree.check_consistency(old, new, [*path, tree.EMPTY], begun, root)
    assert not tree.check_consistency(0, new, [], tree.EMPTY, root)


@given(st.lists(st.binary(max_size=4), min_size=2, max_size=40, unique=True), st.data())
def test_two_different_orders_of_lines_never_have_one_root(lines: list[bytes], data: st.DataObject) -> None:
    other = data.draw(st.permutations(lines))
    roots = [tree.root_of(map(tree.leaf_hash, order)) for order in (lines, other)]
    assert (roots[0] == roots[1]) == (lines == other)


def test_a_place_that_does_not_exist_has_no_proof() -> None:
    with pytest.raises(ValueError, match="no such leaf"):
        tree.inclusion(MANY, 70)
    with pytest.raises(ValueError, match="no such beginning"):
        tree.consistency(MANY, 0)
