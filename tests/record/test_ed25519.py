"""Checking signatures: the samples of RFC 8032, and everything a strict check must refuse."""

import random

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.record.ed25519 import verify

RFC_8032 = [  # section 7.1, tests 1 to 3
    (
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        (
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595b"
            "be24655141438e7a100b"
        ),
    ),
    (
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        (
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb430"
            "2aeeb00d291612bb0c00"
        ),
    ),
    (
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        (
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716e"
            "d28dc027beceea1ec40a"
        ),
    ),
]
ORDER = 2**252 + 27742317777372353535851937790883648493
KEY = Ed25519PrivateKey.from_private_bytes(b"3" * 32)
PUBLIC = KEY.public_key().public_bytes_raw()


@pytest.mark.parametrize(("public", "message", "signature"), RFC_8032)
def test_the_published_signatures_are_true(public: str, message: str, signature: str) -> None:
    assert verify(*map(bytes.fromhex, (public, message, signature)))
    assert not verify(bytes.fromhex(public), bytes.fromhex(message) + b"!", bytes.fromhex(signature))


def test_what_the_library_signs_is_true_and_any_changed_bit_makes_it_false() -> None:
    dice = random.Random(5)
    for _ in range(20):
        message = dice.randbytes(dice.randrange(200))
        signature = KEY.sign(message)
        assert verify(PUBLIC, message, signature)
        changed = bytearray(signature)
        changed[dice.randrange(64)] ^= 1 << dice.randrange(8)
        assert not verify(PUBLIC, message, bytes(changed))


def test_a_second_spelling_of_a_true_signature_is_refused() -> None:
    signature = KEY.sign(b"text")
    s = int.from_bytes(signature[32:], "little") + ORDER
    assert not verify(PUBLIC, b"text", signature[:32] + s.to_bytes(32, "little"))


@pytest.mark.parametrize(
    "public",
    [
        "01" + "00" * 31,  # the neutral point: with it, R = B*s fits every message
        "ec" + "ff" * 30 + "7f",
        "00" * 32,
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "ed" + "ff" * 30 + "7f",  # y = p, another spelling of 0
        "ff" * 32,
        "01" + "00" * 30 + "80",  # x = 0 with a sign
    ],
)
def test_a_key_of_small_order_or_of_another_spelling_is_refused(public: str) -> None:
    signature = bytes.fromhex("58" + "66" * 31 + "01" + "00" * 31)  # R is the base point, s = 1
    assert not verify(bytes.fromhex(public), b"anything", signature)


@pytest.mark.parametrize(("public", "signature"), [(b"", b"1" * 64), (PUBLIC, b""), (PUBLIC, b"1" * 63)])
def test_what_has_the_wrong_length_is_refused(public: bytes, signature: bytes) -> None:
    assert not verify(public, b"", signature)
