"""The closing report hides small numbers, and whatever would give them away by subtraction."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.safeguards.rules.report import HIDDEN, SMALLEST, counted_people, counted_together

SEXES = st.lists(st.sampled_from("fm"), max_size=14)


@pytest.mark.parametrize(
    ("groups", "together"),
    [
        (
            ["fffff" + "mmmmmmmm", "fm", "m"],
            (HIDDEN, HIDDEN, HIDDEN),
        ),  # S3: three people stand behind two lines
        (["fffff" + "mmmmm", "fffff" + "mmmmm"], (20, 10, 10)),
        (["mmmmm", "mmmmm"], (10, 0, 10)),
        (["fffmmm", "fffmmm"], (12, 6, 6)),  # six women stand behind two lines: nobody is found
        (["fffmmm", "ffffffmmmmmm"], (18, HIDDEN, HIDDEN)),
        ([], (0, 0, 0)),
    ],
)
def test_the_sum_is_hidden_where_it_would_tell_a_small_number(
    groups: list[str], together: tuple[int, int, int]
) -> None:
    assert counted_together(groups) == together


@given(st.lists(SEXES, max_size=4))
def test_nothing_shown_tells_a_number_of_people_under_five(groups: list[list[str]]) -> None:
    shown, whole = [counted_people(group) for group in groups], counted_together(groups)
    for place in range(3):
        if whole[place] != HIDDEN:
            rest = whole[place] - sum(said[place] for said in shown if said[place] != HIDDEN)
            assert rest == 0 or rest >= SMALLEST
