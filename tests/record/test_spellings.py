"""One spelling for everything: notes, keys, proofs, heads, disclosures and numbers, each refusal in its own words."""

from collections.abc import Callable
from hashlib import sha256

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.record import canonical, checkpoint, ed25519, note, proof, seal, tree

KEY = Ed25519PrivateKey.from_private_bytes(b"5" * 32)
PUBLIC = KEY.public_key().public_bytes_raw()
TEXT = "a first line\n\na second line\n"
NOT_KEY, NOT_NOTE, NOT_PROOF = "this is not a key", "this is not a signed note", "this is not a proof"
NOT_OPEN, NOT_HEAD = "this is not a disclosure", "this is not a head"
UNREADABLE = "a signature line cannot be read"
OPEN = seal.disclosure(b"1" * 32, "words", "refuse")
CHECKPOINT = (
    "node/register\n1\n" + checkpoint.root_text(tree.leaf_hash(b"line")) + "\n\n\u2014 node AAAAAAA=\n"
)
PROOF = proof.write_proof(["line"], 0, CHECKPOINT)
ROOT = checkpoint.root_text(tree.EMPTY)

Read = Callable[[str], object]
WRONG: list[tuple[Read, str, str]] = [
    (note.read_base64, "AAAA!", "this is not base64"),
    (note.read_base64, "AA", "this is not base64"),
    (note.read_base64, "AB==", "this base64 is not in its canonical spelling"),
    (note.read_vkey, "a+b", NOT_KEY),
    (note.read_vkey, "a+00000000+", NOT_KEY),
    (note.read_vkey, note.vkey("a", PUBLIC).replace("a+", "b+"), NOT_KEY),
    (note.read_note, "text", NOT_NOTE),
    (note.read_note, "text\n", NOT_NOTE),
    (note.read_note, "te\txt\n\n\u2014 a AAAAAAA=\n", "a signed note holds no control characters"),
    (note.read_note, "text\n\n- a AAAAAAA=\n", UNREADABLE),
    (note.read_note, "text\n\n\u2014 a AAAAAA==\n", UNREADABLE),
    (note.read_note, "text\n\n" + "\u2014 a AAAAAAA=\n" * 2, "a signature stands there twice"),
    (checkpoint.read_root, "AAAA", "this is not a root"),
    (checkpoint.read_head, "a\n1\n", NOT_HEAD),
    (checkpoint.read_head, f"a\n1\n{ROOT}", NOT_HEAD),
    (checkpoint.read_head, f"\n1\n{ROOT}\n", NOT_HEAD),
    (checkpoint.read_head, f"a\n01\n{ROOT}\n", NOT_HEAD),
    (proof.read_proof, PROOF.split("\n\n", maxsplit=1)[0], NOT_PROOF),
    (proof.read_proof, "c2sp.org/tlog-proof@v1\n\nhead", NOT_PROOF),
    (proof.read_proof, "c2sp.org/tlog-proof@v1\nextra AAAA\n\nhead", NOT_PROOF),
    (proof.read_proof, PROOF.replace("@v1", "@v2"), NOT_PROOF),
    (proof.read_proof, PROOF.replace("extra ", "more "), NOT_PROOF),
    (proof.read_proof, PROOF.replace("index ", "place "), NOT_PROOF),
    (proof.read_proof, PROOF.replace("index 0", "index 00"), NOT_PROOF),
    (seal.read, OPEN + "=", NOT_OPEN),
    (seal.read, OPEN[:8] + "!!!!" + OPEN[8:], NOT_OPEN),
    (seal.read, OPEN + "ÿ", NOT_OPEN),
    (seal.read, "e30", NOT_OPEN),
    (canonical.read, "1.5", "1.5 is not a whole number"),
    (canonical.read, "1." + "5" * 30, "1." + "5" * 18 + " is not a whole number"),
    (lambda text: tree.unpack(text.encode()), "1" * 33, "the stored peaks are cut off"),
    (lambda _: tree.inclusion([], 0), "", "there is no such leaf"),
    (lambda _: tree.consistency([], 0), "", "there is no such beginning"),
]


@pytest.mark.parametrize(("read", "text", "says"), WRONG)
def test_another_spelling_is_refused_in_its_own_words(read: Read, text: str, says: str) -> None:
    with pytest.raises(ValueError, match=r".") as refused:
        read(text)
    assert str(refused.value) == says


@pytest.mark.parametrize(
    ("name", "public"),
    [
        ("", PUBLIC),
        ("a+b", PUBLIC),
        ("a b", PUBLIC),
        ("a\u00a0b", PUBLIC),
        ("a", PUBLIC[:-1]),
        ("a", PUBLIC + b"0"),
    ],
)
def test_a_name_that_notes_cannot_carry_makes_no_key(name: str, public: bytes) -> None:
    with pytest.raises(ValueError, match=f"^{NOT_KEY}$"):
        note.vkey(name, public)


@pytest.mark.parametrize("kind", [note.ED25519, note.COSIGNATURE])
def test_a_key_is_read_back_whatever_letters_its_base64_has(kind: int) -> None:
    public = b"\x00\xfb\xef\xbe\xfb\xef\xbe" * 5
    text = note.vkey("a.example", public[:32], kind)
    assert text.count("+") > 2
    assert note.read_vkey(text) == ("a.example", kind, public[:32])
    named = sha256(b"a.example\n" + bytes([kind]) + public[:32]).hexdigest()[:8]
    assert text.split("+")[1] == named


def signed(*names: str) -> str:
    """The text with one line for each name, all by one key."""
    lines = "".join(note.signature_line(name, PUBLIC, KEY.sign(TEXT.encode())) for name in names)
    return f"{TEXT}\n{lines}"


def test_a_text_may_hold_empty_lines_and_any_of_several_signers_may_be_the_trusted_one() -> None:
    assert note.read_note(signed("a", "b"))[0] == TEXT
    for name in ("a", "b"):
        key = note.vkey(name, PUBLIC)
        assert note.signers(signed("a", "b"), [key]) == {key: None}


def test_a_note_carries_a_hundred_signatures_and_no_more() -> None:
    assert len(note.read_note(signed(*(f"n{number}" for number in range(100))))[1]) == 100
    with pytest.raises(ValueError, match=r"^there are too many signatures$"):
        note.read_note(signed(*(f"n{number}" for number in range(101))))


def test_a_signature_of_one_byte_is_read_and_is_false() -> None:
    assert note.read_note("text\n\n\u2014 a AAAAAAA=\n")[1] == [note.Signature("a", b"\0" * 4, b"\0")]


@pytest.mark.parametrize("change", [b"\x01", b""], ids=["changed", "cut"])
def test_a_witness_that_did_not_sign_this_head_is_refused(change: bytes) -> None:
    raw = (7).to_bytes(8, "big") + KEY.sign(note.cosigned_message(TEXT, 7))
    key = note.vkey("w", PUBLIC, note.COSIGNATURE)
    line = note.signature_line("w", PUBLIC, raw[:-1] + change, note.COSIGNATURE)
    with pytest.raises(ValueError, match=r"^the signature of w is false$"):
        note.signers(f"{TEXT}\n{line}", [key])


def test_the_only_line_of_a_register_needs_no_path() -> None:
    read = proof.read_proof(PROOF)
    assert (read.line, read.number, read.path, read.checkpoint) == ("line", 0, [], CHECKPOINT)
    assert proof.proves(read)


def test_a_path_has_sixty_three_steps_at_most() -> None:
    rows = ["c2sp.org/tlog-proof@v1", "extra AAAA", "index 5"]
    longest = "\n".join([*rows, *[ROOT] * 63])
    assert len(proof.read_proof(f"{longest}\n\nhead").path) == 63
    with pytest.raises(ValueError, match=f"^{NOT_PROOF}$"):
        proof.read_proof(f"{longest}\n{ROOT}\n\nhead")


def test_only_the_roots_that_were_asked_for_are_given() -> None:
    leaves = [tree.leaf_hash(bytes([number])) for number in range(3)]
    assert tree.roots_at(leaves, [2, 9]) == {2: tree.root_of(leaves[:2])}
    assert set(tree.roots_at(leaves, [0, 3])) == {0, 3}


def test_a_beginning_is_shown_by_whole_hashes_and_no_empty_or_longer_one_is() -> None:
    leaves = [tree.leaf_hash(bytes([number])) for number in range(4)]
    root, two = tree.root_of(leaves), tree.root_of(leaves[:2])
    path = tree.consistency(leaves, 2)
    assert tree.check_consistency(2, 4, path, two, root)
    assert not tree.check_consistency(4, 2, path, root, two)
    assert not tree.check_consistency(2, 4, [*path[:-1], path[-1][:-1]], two, root)
    assert not tree.check_consistency(4, 4, [], root[:5], root[:5])
    assert not tree.check_consistency(0, 4, [], tree.EMPTY, root)
    assert not tree.check_consistency(0, 0, [], tree.EMPTY, tree.EMPTY)
    assert not tree.check_consistency(2, 4, [], two, root)


def test_the_base_point_is_the_one_of_rfc_8032() -> None:
    x, y, z, t = ed25519._generator()
    assert (x, z) == (15112221349535400772501151409588531511454012693041857206046113283949847762202, 1)
    assert y == 46316835694926478169428394003475163141307993866256225615783033603165251855960
    assert t == x * y % (2**255 - 19)


def test_points_off_the_curve_and_second_spellings_of_zero_are_no_points() -> None:
    assert ed25519._read_point((1).to_bytes(32, "little")) == (0, 1, 1, 0)
    assert ed25519._read_point((1 | 1 << 255).to_bytes(32, "little")) is None  # x = 0 with a sign
    assert ed25519._read_point((2).to_bytes(32, "little")) is None  # no x belongs to this y
    assert ed25519._read_point((2**255 - 19 + 1).to_bytes(32, "little")) is None


def test_a_key_or_signature_of_another_length_is_false() -> None:
    signature = KEY.sign(b"x")
    assert ed25519.verify(PUBLIC, b"x", signature)
    for public, signed in ((PUBLIC[:-1], signature), (PUBLIC, signature[:-1]), (PUBLIC + b"0", signature)):
        assert not ed25519.verify(public, b"x", signed)
