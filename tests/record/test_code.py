"""Short codes of texts: forty bits of a digest in eight letters, and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.record.code import ALPHABET, digest_begins, short_code


@pytest.mark.parametrize(
    ("digest", "code"),
    [
        ("0" * 64, "AAAA-AAAA"),
        ("f" * 64, "9999-9999"),
        ("00443214c7" + "0" * 54, "ABCD-EFGH"),
        ("0123456789" + "f" * 54, "AETW-L36K"),
    ],
)
def test_a_digest_has_one_code_of_its_first_ten_digits(digest: str, code: str) -> None:
    assert short_code(digest) == code
    assert digest_begins(code) == digest[:10]


@given(st.text("0123456789abcdef", min_size=64, max_size=64))
def test_a_code_leads_back_to_the_beginning_of_its_digest(digest: str) -> None:
    assert digest_begins(short_code(digest)) == digest[:10]
    assert digest_begins(short_code(digest).replace("-", "")) == digest[:10]


@pytest.mark.parametrize(
    "text", ["", "AAAA", "AAAA-AAA", "AAAA-AAAAA", "AAAA-AAA0", "IAAA-AAAA", "aaaa-aaaa"]
)
def test_letters_that_are_no_code_lead_nowhere(text: str) -> None:
    assert digest_begins(text) == ""


def test_the_letters_cannot_be_mistaken_for_each_other() -> None:
    assert len(set(ALPHABET)) == 32
    assert not set("IO01") & set(ALPHABET)
