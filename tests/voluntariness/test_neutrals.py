"""NEU-COI-1, NEU-DUALROLE-1, NEU-MONITOR-1: kept, not kept, unknown. (Not applicable: see test_assess.py.)"""

from typing import Any

import pytest

from app.foundation.roles import Role
from app.record.facts.audit import RuleCleared
from app.record.facts.parties import RoleGiven
from app.record.facts.preparation import (
    DualRoleAccepted,
    DualRoleStated,
    ProceedingNoted,
    TieAnswered,
    TieDisclosed,
)
from app.voluntariness.finding import Result, Severity
from tests.voluntariness.table import AGREEMENT, DECIDERS, WHOLE, Table, time

COI, DUAL, MONITOR = "NEU-COI-1", "NEU-DUALROLE-1", "NEU-MONITOR-1"
EARLY = time("2026-12-04T02:00")


def tied(*answers: tuple[str, bool], **fields: Any) -> Table:
    """The chair has kin on side b; sides answer as given, written by the witness."""
    table = WHOLE.with_fact("tie_chair", tie="kin", **fields)
    for side, accepted in answers:
        fact = TieAnswered("chair", side, accepted)
        table = table.before("stated", "witness", fact, key=f"answer_{side}", at=EARLY)
    return table


def connected() -> Table:
    """Our office goes to court for side a in a connected matter."""
    fact = ProceedingNoted("p1", "court", "a", "first instance", "", connected=True)
    return WHOLE.before("stated", "facilitator", fact, key="proceeding", at=EARLY)


def mediated(office: str) -> Table:
    """The same, accepted by both sides; the officer of the other tests sits as mediator of this or that office."""
    table = connected().without("tie_officer", "seat_officer")
    table = table.without(*(f"screened_{person}" for person in DECIDERS))
    for side in ("a", "b"):
        table = table.before("stated", "witness", DualRoleAccepted(side), key=f"dual_{side}", at=EARLY)
    seat, tie = (
        RoleGiven("officer", "mediator", ""),
        TieDisclosed("none", office, "office", fee_on_success=False),
    )
    table = table.before("stated", "facilitator", seat, key="seat", at=EARLY)
    return table.before("stated", "officer", tie, key="tie", role=Role.MEDIATOR, at=EARLY)


def test_everyone_said_that_they_have_no_ties() -> None:
    finding = WHOLE.finding(COI)
    assert (finding.result, finding.severity, finding.grade) == (Result.KEPT, Severity.BLOCKS, "E2")


@pytest.mark.parametrize("person", ["facilitator", "chair", "witness", "monitor", "officer"])
def test_whoever_said_nothing_leaves_it_unknown(person: str) -> None:
    assert WHOLE.without(f"tie_{person}").says(COI) == (Result.UNKNOWN, "tie_untold")


def test_a_seat_that_no_entry_gives_leaves_it_unknown() -> None:
    assert WHOLE.without("seat_chair").says(COI) == (Result.UNKNOWN, "seat_missing")


def test_a_tie_told_after_the_session_had_begun_is_not_kept() -> None:
    late = WHOLE.with_line("tie_chair", when=time("2027-01-04T02:00"))
    assert late.says(COI) == (Result.NOT_KEPT, "tie_told_late")


def test_a_tie_that_each_side_accepted_needs_a_clearance_by_somebody_without_it() -> None:
    table = tied(("a", True), ("b", True))
    finding = table.finding(COI)
    assert (finding.result, finding.reason) == (Result.NOT_KEPT, "tie_accepted")
    assert finding.severity is Severity.CLEARANCE
    assert table.verdict().verdict == "INCONCLUSIVE"
    cleared = table.before("released", "monitor", RuleCleared(AGREEMENT, COI), words="told early, both agree")
    assert cleared.verdict().verdict == "SUPPORTED"


def test_a_monitor_does_not_clear_their_own_tie() -> None:
    table = WHOLE.with_fact("tie_monitor", tie="past_work")
    for side in ("a", "b"):
        fact = TieAnswered("monitor", side, accepted=True)
        table = table.before("stated", "witness", fact, key=f"answer_{side}", at=EARLY)
    vain = table.before("released", "monitor", RuleCleared(AGREEMENT, COI), words="mine")
    assert vain.finding(COI).cleared == -1
    other = table.before("released", "officer", RuleCleared(AGREEMENT, COI), words="hers")
    assert other.verdict().verdict == "SUPPORTED"


def test_a_tie_that_is_not_answered_or_not_accepted_blocks() -> None:
    assert tied(("a", True)).says(COI) == (Result.UNKNOWN, "tie_unanswered")
    table = tied(("a", True), ("b", False))
    refused = table.finding(COI)
    assert (refused.reason, refused.severity) == ("tie_not_accepted", Severity.BLOCKS)
    assert set(refused.against) == {table.number("tie_chair"), table.number("answer_b")}


def test_nobody_writes_down_the_answer_to_their_own_tie() -> None:
    table = WHOLE.with_fact("tie_witness", tie="kin")
    for side in ("a", "b"):
        fact = TieAnswered("witness", side, accepted=True)
        table = table.before("stated", "witness", fact, key=f"answer_{side}", at=EARLY)
    assert table.says(COI) == (Result.UNKNOWN, "tie_unanswered")


def test_a_fee_that_depends_on_the_result_is_never_accepted() -> None:
    paid = WHOLE.with_fact("tie_monitor", fee_on_success=True)
    assert paid.says(COI) == (Result.NOT_KEPT, "fee_depends_on_result")
    assert paid.says(MONITOR) == (Result.NOT_KEPT, "fee_depends_on_result")


def test_the_other_role_of_the_office_was_told() -> None:
    assert WHOLE.says(DUAL)[0] is Result.KEPT
    assert WHOLE.without("dual").says(DUAL) == (Result.UNKNOWN, "dual_role_unstated")
    late = WHOLE.with_line("dual", when=time("2027-01-04T02:00"))
    assert late.says(DUAL) == (Result.NOT_KEPT, "dual_role_stated_late")


def test_where_the_office_acts_in_a_connected_case_both_sides_accept_and_an_outsider_mediates() -> None:
    assert connected().says(DUAL) == (Result.UNKNOWN, "dual_role_unanswered")
    assert mediated("other").says(DUAL)[0] is Result.KEPT
    assert mediated("ours").says(DUAL) == (Result.NOT_KEPT, "mediator_of_this_office")
    assert mediated("other").without("dual_b").says(DUAL) == (Result.UNKNOWN, "dual_role_unanswered")
    assert mediated("other").without("seat").says(DUAL) == (Result.UNKNOWN, "no_mediator_from_outside")
    assert mediated("other").without("tie").says(DUAL) == (Result.UNKNOWN, "no_mediator_from_outside")


def test_nobody_accepts_the_other_role_of_the_office_before_it_was_told() -> None:
    early = mediated("other").without("dual_b").before("dual", "witness", DualRoleAccepted("b"), key="early")
    assert early.says(DUAL) == (Result.UNKNOWN, "dual_role_unanswered")
    untold = mediated("other").without("dual")
    assert untold.says(DUAL) == (Result.UNKNOWN, "dual_role_unstated")


PROCEEDING = ("proceeding", "dual_a", "dual_b", "seat", "tie")


def known_only(key: str, at: str) -> Table:
    """The same, with the connection, both answers and the mediator noted only just before this entry."""
    table = mediated("other")
    late = {line.key: line for line in table.lines if line.key in PROCEEDING}
    table = table.without(*PROCEEDING)
    for name in PROCEEDING:
        line = late[name]
        table = table.before(key, line.by, line.fact, key=name, at=time(at), role=line.role)
    return table


def test_a_connection_that_is_known_only_after_signing_is_told_late() -> None:
    table = known_only("released", "2027-01-20T02:00")
    finding = table.finding(DUAL)
    assert (finding.result, finding.reason) == (Result.NOT_KEPT, "connection_told_late")
    assert {table.number("proceeding"), table.number("dual_a"), table.number("seat")} <= set(finding.against)


def test_a_connection_that_became_known_later_is_in_order_before_the_next_session() -> None:
    later = known_only("fixed", "2027-01-10T02:00")
    assert later.says(DUAL)[0] is Result.KEPT
    stated = later.without("proceeding").before(
        "dual_a", "facilitator", DualRoleStated(connected=True), key="proceeding"
    )
    assert stated.says(DUAL)[0] is Result.KEPT
    opened = time("2027-01-13T02:30")
    for key in ("dual_a", "dual_b"):
        assert later.with_line(key, when=opened).says(DUAL) == (Result.NOT_KEPT, "dual_role_accepted_late")
    assert later.with_line("seat", when=opened).says(DUAL) == (Result.NOT_KEPT, "mediator_seated_late")


@pytest.mark.parametrize(
    ("key", "reason"),
    [
        ("proceeding", "connection_told_late"),
        ("dual_a", "dual_role_accepted_late"),
        ("dual_b", "dual_role_accepted_late"),
        ("seat", "mediator_seated_late"),
    ],
)
def test_each_part_of_the_dual_role_is_in_order_before_the_first_session(key: str, reason: str) -> None:
    late = mediated("other").with_line(key, when=time("2027-01-04T02:00"))
    assert late.says(DUAL) == (Result.NOT_KEPT, reason)
    just = mediated("other").with_line(key, when=time("2027-01-04T01:59"))
    assert just.says(DUAL)[0] is Result.KEPT


def test_one_mediator_from_the_beginning_is_enough() -> None:
    second = mediated("other").before("released", "facilitator", RoleGiven("officer", "mediator", ""))
    assert second.says(DUAL)[0] is Result.KEPT


def test_nobody_accepts_a_connection_before_it_was_told() -> None:
    early = mediated("other").without("dual_b")
    early = early.before("proceeding", "witness", DualRoleAccepted("b"), key="early")
    assert early.says(DUAL) == (Result.UNKNOWN, "dual_role_unanswered")


@pytest.mark.parametrize("key", ["seat", "tie"])
def test_a_mediator_seated_or_tied_by_a_wrong_hand_is_not_known(key: str) -> None:
    table = mediated("other")
    fact = next(line.fact for line in table.lines if line.key == key)
    forged = table.before("stated", "node", fact, key="forged", role=Role.NODE, party="")
    assert forged.says(DUAL) == (Result.UNKNOWN, "wrong_hand")


def test_the_monitor_is_there_told_who_pays_and_sits_nowhere_else() -> None:
    assert WHOLE.says(MONITOR)[0] is Result.KEPT
    assert WHOLE.without("tie_monitor").says(MONITOR) == (Result.UNKNOWN, "pay_untold")
    paid = WHOLE.with_fact("tie_witness", paid_by="party")
    assert paid.says(MONITOR) == (Result.NOT_KEPT, "paid_by_a_side")
    both = WHOLE.before("stated", "facilitator", RoleGiven("monitor", "facilitator", ""), at=EARLY)
    assert both.says(MONITOR) == (Result.NOT_KEPT, "two_seats")


def test_without_any_monitor_it_is_unknown() -> None:
    gone = [line.key for line in WHOLE.lines if line.by == "monitor"]
    assert WHOLE.without("seat_monitor", *gone).says(MONITOR) == (Result.UNKNOWN, "no_monitor")


def test_only_monitor_and_witness_must_be_paid_by_no_side() -> None:
    assert WHOLE.with_fact("tie_chair", paid_by="party").says(MONITOR)[0] is Result.KEPT
