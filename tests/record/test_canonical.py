"""Canonical JSON against RFC 8785, and the round trip of random values."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.record import canonical
from app.record.canonical import MAX_INT, NotCanonical

NAMES = st.from_regex(r"[A-Za-z_][A-Za-z0-9_]{0,6}", fullmatch=True)
PLAIN = (
    st.none()
    | st.booleans()
    | st.integers(-MAX_INT, MAX_INT)
    | st.text(st.characters(exclude_categories=["Cs"]))
)
VALUES = st.recursive(PLAIN, lambda inner: st.lists(inner) | st.dictionaries(NAMES, inner), max_leaves=20)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        # RFC 8785 section 3.2.2: the string and the literals of its sample, spelled as in section 3.2.3
        ('\u20ac$\u000f\nA\'B"\\\\"/', '"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"'),
        ([None, True, False], "[null,true,false]"),
        ("\b\t\n\f\r\u001f\u007f\u2028", '"\\b\\t\\n\\f\\r\\u001f\u007f\u2028"'),
        # appendix B, the whole numbers every reader keeps
        ([0, MAX_INT, -MAX_INT], "[0,9007199254740991,-9007199254740991]"),
        # section 3.2.3, sorting of names
        ({"b": 1, "a": {"_": 2, "Z": 3, "a1": 4}}, '{"a":{"Z":3,"_":2,"a1":4},"b":1}'),
        ({"sentence": "ភាសាខ្មែរ \U0001f33e"}, '{"sentence":"ភាសាខ្មែរ \U0001f33e"}'),
    ],
)
def test_a_value_has_the_spelling_that_rfc_8785_gives_it(value: object, text: str) -> None:
    assert canonical.write(value) == text
    assert canonical.read(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        ' {"a":1}',
        '{"a": 1}',
        '{"a":1}\n',
        '{"b":1,"a":2}',
        '{"a":1,"a":1}',
        '{"a":1.0}',
        '{"a":1e3}',
        '{"a":-0}',
        '{"a":01}',
        '{"a":9007199254740992}',
        '{"a":' + "9" * 5000 + "}",
        '{"a":NaN}',
        '{"a":Infinity}',
        '{"a":"\\u0041"}',
        '{"a":"\\/"}',
        '{"a":"\\ud800"}',
        '{"a":"\\u001F"}',
        '{"ឈ្មោះ":1}',
        '{"":1}',
        '{"a b":1}',
        "[" * 100_000,
        "[" * 30 + "]" * 30,
    ],
)
def test_any_other_spelling_is_refused(text: str) -> None:
    with pytest.raises(NotCanonical):
        canonical.read(text)


@pytest.mark.parametrize(
    "value", [1.5, MAX_INT + 1, {"é": 1}, {1: 1}, b"a", {"a": {1}}, "\ud800", [[object()]]]
)
def test_what_the_subset_does_not_know_is_not_written(value: object) -> None:
    with pytest.raises(NotCanonical):
        canonical.write(value)


@given(VALUES)
def test_every_value_that_is_written_is_read_back_and_written_the_same(value: object) -> None:
    text = canonical.write(value)
    assert canonical.read(text) == value
    assert canonical.write(canonical.read(text)) == text
