"""Slots of release: at their hour and not a second before; the hour itself belongs to them."""

from datetime import datetime

import pytest

from app.foundation.clock import PHNOM_PENH
from app.voluntariness.slots import is_slot_day, slot_from

MONDAY_NINE = "MON 09:00"


def here(text: str) -> datetime:
    """An instant as people in Phnom Penh write it."""
    return datetime.fromisoformat(text).replace(tzinfo=PHNOM_PENH)


@pytest.mark.parametrize(
    ("moment", "slot"),
    [
        ("2027-01-25T09:00:00", "2027-01-25T09:00:00"),
        ("2027-01-25T08:59:59", "2027-01-25T09:00:00"),
        ("2027-01-25T09:00:01", "2027-02-01T09:00:00"),
        ("2027-01-26T00:00:00", "2027-02-01T09:00:00"),
        ("2027-01-24T23:59:59", "2027-01-25T09:00:00"),
    ],
)
def test_the_first_slot_at_or_after_a_moment(moment: str, slot: str) -> None:
    assert slot_from(here(moment), MONDAY_NINE) == here(slot)


@pytest.mark.parametrize(
    ("moment", "opens"),
    [
        ("2027-01-25T08:59:59", False),
        ("2027-01-25T09:00:00", True),
        ("2027-01-25T23:59:59", True),
        ("2027-01-26T09:00:00", False),
    ],
)
def test_a_slots_day_begins_at_its_hour(moment: str, *, opens: bool) -> None:
    assert is_slot_day(here(moment), MONDAY_NINE) is opens
