"""EQUAL-TABLE-1: kept, not kept, unknown; nothing of it blocks, all of it needs a reason in a clearance.

Not applicable: impossible but for a table about a policy (test_assess.py): there are always two sides.
"""

import pytest

from app.record.facts.agreements import TextHandedOver
from app.record.facts.sessions import AgendaDelivered
from app.voluntariness.finding import Result, Severity
from tests.voluntariness.files import AGREEMENT, SIGN, TEXT
from tests.voluntariness.table import WHOLE, Table, time

RULE = "EQUAL-TABLE-1"


def test_it_is_kept_where_all_were_treated_alike() -> None:
    finding = WHOLE.finding(RULE)
    assert (finding.result, finding.severity) == (Result.KEPT, Severity.CLEARANCE)
    assert {WHOLE.number(key) for key in ("handed", "agenda_s2", "spoke_a_s1", "alike_s2")} <= set(
        finding.evidence
    )


@pytest.mark.parametrize("field", ["seats_alike", "meals_alike", "money_alike", "advisers_free"])
def test_treatment_that_differs_is_not_kept(field: str) -> None:
    table = WHOLE.with_fact("alike_s1", **{field: False})
    assert table.says(RULE) == (Result.NOT_KEPT, "treated_unlike")
    assert table.verdict().verdict == "INCONCLUSIVE"


@pytest.mark.parametrize(("minutes", "kept"), [(14, False), (15, True)])
def test_a_side_must_be_heard_at_least_a_third_as_long(minutes: int, kept: bool) -> None:
    table = WHOLE.with_fact("spoke_a_s1", minutes=45).with_fact("spoke_a_s2", minutes=0, women_minutes=0)
    table = table.with_fact("spoke_b_s1", minutes=minutes).with_fact("spoke_b_s2", minutes=0)
    found = table.says(RULE)
    assert found[0] is (Result.KEPT if kept else Result.NOT_KEPT)
    assert kept or found[1] == "spoke_one_sided"


def parted(day: str) -> Table:
    """The text reaches side a first, and side b at another time (UTC)."""
    table = WHOLE.with_fact("handed", persons=("sopheap",), count=1)
    late = TextHandedOver(AGREEMENT, TEXT, ("ravy", "malis"), 2, "km")
    return table.before("opened_s2", "witness", late, when=time(day))


def test_papers_on_other_days_are_not_kept() -> None:
    assert parted("2027-01-12T10:00").says(RULE)[0] is Result.KEPT
    assert parted("2027-01-12T17:00").says(RULE) == (Result.NOT_KEPT, "papers_on_other_days")


def test_the_newest_agenda_counts() -> None:
    table = WHOLE.with_fact("agenda_s2", persons=("sopheap",), count=1)
    assert table.says(RULE) == (Result.UNKNOWN, "side_without_paper")
    other = AgendaDelivered("s2", SIGN, ("ravy", "malis"), 2, "by_hand")
    again = table.before("fixed", "facilitator", other)
    assert again.says(RULE) == (Result.NOT_KEPT, "papers_on_other_days")


def test_what_is_left_out_is_not_known() -> None:
    alone = WHOLE.with_fact("sheet_s1", count=7)
    assert alone.without("alike_s1").says(RULE) == (Result.UNKNOWN, "treatment_not_noted")
    assert alone.without("spoke_b_s1").says(RULE) == (Result.UNKNOWN, "speaking_not_timed")
    assert WHOLE.without("handed").says(RULE) == (Result.UNKNOWN, "side_without_paper")
    assert WHOLE.without("sheet_s2").says(RULE) == (Result.UNKNOWN, "no_sheet")


def test_a_side_that_nobody_timed_is_not_counted_with_a_minute() -> None:
    table = WHOLE.with_fact("spoke_a_s1", minutes=3).with_fact("spoke_a_s2", minutes=0, women_minutes=0)
    table = table.with_fact("spoke_b_s1", minutes=1).with_fact("spoke_b_s2", minutes=0)
    assert table.says(RULE)[0] is Result.KEPT, "one minute is a third of three"
    less = table.with_fact("spoke_a_s1", minutes=4)
    assert less.says(RULE) == (Result.NOT_KEPT, "spoke_one_sided")
