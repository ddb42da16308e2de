"""Counting time: to the minute, without closed days, and back again."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.foundation.clock import counted, earliest_after

START = datetime(2027, 1, 12, 2, 0, tzinfo=UTC)
CLOSED = frozenset({date(2027, 1, 12), date(2027, 1, 13)})
closed_days = st.frozensets(st.integers(0, 9).map(lambda day: date(2027, 1, 12) + timedelta(day)), max_size=5)


def test_no_days_at_all_are_over_at_once_on_a_closed_day_too() -> None:
    assert earliest_after(START, 0, CLOSED) == START
    assert earliest_after(START, 0, frozenset()) == START


@given(days=st.integers(1, 5), minutes=st.integers(0, 4000), closures=closed_days)
def test_the_first_moment_at_which_so_many_days_are_counted(
    days: int, minutes: int, closures: frozenset[date]
) -> None:
    start = START + timedelta(minutes=minutes)
    found = earliest_after(start, days, closures)
    assert counted(start, found, closures) == timedelta(days=days)
    assert counted(start, found - timedelta(seconds=1), closures) < timedelta(days=days)
