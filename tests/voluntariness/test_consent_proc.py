"""CONSENT-PROC-1: kept, not kept, unknown. (Not applicable: see test_assess.py, the same for each rule.)"""

from dataclasses import replace

from app.record.facts.dialogues import SideLeft
from app.record.facts.parties import TakingPartAgreed, TakingPartEnded
from app.record.facts.preparation import TakingPartNoted
from app.voluntariness.finding import Result, Severity
from tests.voluntariness.table import DECIDERS, WHOLE, time

RULE = "CONSENT-PROC-1"


def test_it_is_kept_when_each_decider_agreed_before_the_first_session() -> None:
    finding = WHOLE.finding(RULE)
    assert (finding.result, finding.reason, finding.grade) == (Result.KEPT, "none_received", "E2")
    assert {WHOLE.number(f"agreed_{person}") for person in DECIDERS} <= set(finding.evidence)
    assert finding.severity is Severity.BLOCKS


def test_a_missing_yes_to_talking_is_unknown() -> None:
    assert WHOLE.without("agreed_malis").says(RULE) == (Result.UNKNOWN, "not_agreed")


def test_somebody_elses_yes_does_not_stand_in() -> None:
    spoiled = WHOLE.with_line("agreed_malis", by="ravy")
    assert spoiled.says(RULE) == (Result.UNKNOWN, "not_agreed")


def test_a_yes_after_the_first_session_had_begun_is_not_kept() -> None:
    late = WHOLE.with_line("agreed_malis", when=time("2027-01-04T02:00"))
    assert late.says(RULE) == (Result.NOT_KEPT, "agreed_late")


def test_one_second_before_the_first_session_is_early_enough() -> None:
    just = WHOLE.with_line("agreed_malis", when=time("2027-01-04T01:59"))
    assert just.says(RULE)[0] is Result.KEPT


def test_who_stopped_taking_part_before_the_release_breaks_it() -> None:
    stopped = WHOLE.before("released", "malis", TakingPartEnded("b"))
    assert stopped.says(RULE) == (Result.NOT_KEPT, "stopped")
    assert stopped.finding(RULE).against == (stopped.number("new"),)


def test_who_stopped_and_came_back_keeps_it_and_both_stay_visible() -> None:
    back = WHOLE.before("released", "malis", TakingPartEnded("b"))
    back = back.before("released", "malis", TakingPartAgreed("b"), key="back")
    finding = back.finding(RULE)
    assert (finding.result, finding.reason) == (Result.KEPT, "kept_all_the_same")
    assert finding.against == (back.number("new"),)


def test_who_had_stopped_when_the_first_session_began_breaks_it_though_they_agree_again_later() -> None:
    stopped = WHOLE.before("opened_s1", "malis", TakingPartEnded("b"), key="stop")
    again = stopped.before("closed_s1", "malis", TakingPartAgreed("b"), key="again")
    assert again.says(RULE) == (Result.NOT_KEPT, "stopped")
    assert again.finding(RULE).against == (again.number("stop"),)
    in_time = stopped.before("opened_s1", "malis", TakingPartAgreed("b"), key="again")
    assert in_time.says(RULE) == (Result.KEPT, "kept_all_the_same")


def test_a_side_that_left_breaks_it() -> None:
    assert WHOLE.before("released", "ravy", SideLeft("b")).says(RULE) == (Result.NOT_KEPT, "side_left")


def test_without_any_session_there_is_nothing_it_could_have_come_before() -> None:
    assert WHOLE.until("stated").says(RULE) == (Result.UNKNOWN, "no_text")
    assert WHOLE.without("opened_s1", "opened_s2").says(RULE) == (Result.UNKNOWN, "no_session")


def test_a_yes_written_by_the_office_is_a_wrong_hand() -> None:
    spoiled = WHOLE.with_line("agreed_malis", by="facilitator")
    assert spoiled.says(RULE) == (Result.UNKNOWN, "wrong_hand")


def test_what_was_noted_on_a_visit_stands_in_but_never_after_the_person_stopped() -> None:
    noted = TakingPartNoted("b", ("malis",), 1)
    visited = WHOLE.with_line("agreed_malis", by="witness", fact=noted)
    assert visited.says(RULE)[0] is Result.KEPT
    assert WHOLE.with_line("agreed_malis", by="witness", fact=replace(noted, side="a")).says(RULE) == (
        Result.UNKNOWN,
        "not_agreed",
    )
    stopped = visited.before("released", "malis", TakingPartEnded("b"))
    again = stopped.before("released", "witness", noted, key="again")
    assert again.says(RULE) == (Result.NOT_KEPT, "stopped")
