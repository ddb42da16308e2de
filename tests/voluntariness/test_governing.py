"""The numbers of a table may only become stricter, in every part of them: days, closed days, hours and the slot."""

from dataclasses import replace
from typing import Any

import pytest

from app.voluntariness.assess import RULEBOOKS, TRIAL, earliest_release
from app.voluntariness.finding import Finding, Result, Severity
from app.voluntariness.slots import read_slot
from app.voluntariness.story import Story
from tests.voluntariness.table import AGREEMENT, FROZEN, WHOLE, Table

LOOSER = (Result.UNKNOWN, "thresholds_looser")
CLOSED = ("2027-01-07", "2027-01-18", "2027-01-19", "2027-01-20", "2027-01-21", "2027-01-22")


def frozen_again(first: dict[str, Any], **later: Any) -> Table:
    """The numbers of the table were these, and were frozen anew just before the release."""
    table = WHOLE.with_fact("frozen", **first)
    return table.before("released", "facilitator", replace(FROZEN, **{**first, **later}))


def test_a_closed_day_is_not_opened_again_while_the_cooling_off_runs() -> None:
    closed = WHOLE.with_fact("frozen", closures=CLOSED)
    assert closed.says("PRIOR-COOL-1") == (Result.NOT_KEPT, "released_early")
    assert frozen_again({"closures": CLOSED}, closures=()).says("PRIOR-COOL-1") == LOOSER
    more = frozen_again({}, closures=("2027-01-07", "2027-01-08"))
    assert more.says("PRIOR-COOL-1")[0] is Result.KEPT


def test_the_slot_of_the_release_stays() -> None:
    assert frozen_again({}, slot="MON 08:00").says("PRIOR-COOL-1") == LOOSER
    assert frozen_again({}).says("PRIOR-COOL-1")[0] is Result.KEPT


@pytest.mark.parametrize("window", [("00:00", "23:59"), ("07:59", "17:00"), ("08:00", "17:01")])
def test_the_night_is_never_day(window: tuple[str, str]) -> None:
    night = WHOLE.with_fact("frozen", day_from=window[0], day_until=window[1])
    assert night.says("FREE-TIME-1") == LOOSER


@pytest.mark.parametrize("wider", [{"day_from": "08:00"}, {"day_until": "17:00"}])
def test_a_shorter_day_is_not_made_longer_again(wider: dict[str, str]) -> None:
    short: dict[str, Any] = {"day_from": "09:00", "day_until": "16:00"}
    assert WHOLE.with_fact("frozen", **short).says("FREE-TIME-1")[0] is Result.KEPT
    longer = WHOLE.with_fact("frozen", **short).before("stated", "facilitator", FROZEN)
    assert longer.with_fact("new", **{**short, **wider}).says("FREE-TIME-1") == LOOSER
    shorter = WHOLE.before("stated", "facilitator", replace(FROZEN, **short))
    assert shorter.says("FREE-TIME-1")[0] is Result.KEPT


@pytest.mark.parametrize(
    ("rule", "field", "value"),
    [
        ("FREE-TIME-1", "day_from", "08:00+07:00"),
        ("FREE-TIME-1", "day_until", "17:00+07:00"),
        ("PRIOR-COOL-1", "slot", "MON 09:00+07:00"),
    ],
)
def test_an_hour_of_another_place_is_not_readable(rule: str, field: str, value: str) -> None:
    foreign = WHOLE.with_fact("frozen", **{field: value})
    assert foreign.says(rule) == (Result.UNKNOWN, "unreadable")
    assert earliest_release(foreign.entries(), AGREEMENT) is None


def test_a_slot_with_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="another place"):
        read_slot("MON 09:00+07:00")


def test_a_rule_that_meets_another_type_is_unknown_and_raises_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def stumbles(story: Story) -> Finding:
        raise TypeError

    rule = replace(TRIAL[0], judge=stumbles)
    monkeypatch.setitem(RULEBOOKS, "trial", (rule,))
    assert WHOLE.verdict().findings == (Finding(rule.name, Severity.BLOCKS, Result.UNKNOWN, "unreadable"),)
