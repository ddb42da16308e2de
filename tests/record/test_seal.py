"""Sealed places against the samples of RFC 9901."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.record import seal

SAMPLES = [  # RFC 9901 sections 4.2.1, 4.2.3 and 5.1
    (
        "WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0",
        "X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0",
        ("_26bc4LT-ac6q2KI6cBW5es", "family_name", "Möbius"),
    ),
    (
        "WyIyR0xDNDJzS1F2ZUNmR2ZyeU5STjl3IiwgImdpdmVuX25hbWUiLCAiSm9obiJd",
        "jsu9yVulwQQlhFlM_3JlzMaSFzglhQG0DpfayQwLUK4",
        ("2GLC42sKQveCfGfryNRN9w", "given_name", "John"),
    ),
    (
        "WyJlbHVWNU9nM2dTTklJOEVZbnN4QV9BIiwgImZhbWlseV9uYW1lIiwgIkRvZSJd",
        "TGf4oLbgwd5JQaHyKVQZU9UdGE0w5rtDsrZzfUaomLo",
        ("eluV5Og3gSNII8EYnsxA_A", "family_name", "Doe"),
    ),
]


@pytest.mark.parametrize(("text", "digest", "parts"), SAMPLES)
def test_a_published_disclosure_has_its_published_digest(
    text: str, digest: str, parts: tuple[str, str, str]
) -> None:
    assert seal.digest(text) == digest
    assert seal.read(text) == parts


@given(st.binary(min_size=32, max_size=32), st.text(st.characters(exclude_categories=["Cs"])))
def test_what_is_sealed_is_read_back(salt: bytes, value: str) -> None:
    assert seal.read(seal.disclosure(salt, "words", value))[1:] == ("words", value)


def test_a_decoy_looks_like_any_digest() -> None:
    digest = seal.digest(seal.disclosure(b"1" * 32, "name", "x"))
    assert len(seal.decoy(b"2" * 32)) == len(digest) == seal.DIGEST_CHARACTERS


def test_the_same_value_under_two_salts_has_two_digests() -> None:
    one, two = (seal.digest(seal.disclosure(salt * 32, "words", "refuse")) for salt in (b"1", b"2"))
    assert one != two


@pytest.mark.parametrize("make", [lambda: seal.disclosure(b"short", "name", "x"), lambda: seal.decoy(b"")])
def test_a_short_salt_is_refused(make: object) -> None:
    assert callable(make)
    with pytest.raises(ValueError, match="32 bytes"):
        make()


@pytest.mark.parametrize(
    "text", ["", "=", "WyJhIl0", "WzEsMiwzXQ", "e30", "ÿ", "WyJhIiwiYiIsImMiXQ==", "*", "_w"]
)
def test_what_is_not_a_disclosure_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a disclosure"):
        seal.read(text)
