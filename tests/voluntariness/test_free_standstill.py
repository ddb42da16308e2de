"""FREE-STANDSTILL-1: kept, not kept (blocking or cleared), unknown. (Not applicable: see test_assess.py.)"""

from app.record.facts.audit import RuleCleared
from app.record.facts.preparation import GroundRulesAgreed, StandstillBreached, StandstillRepaired
from app.voluntariness.finding import Result, Severity
from tests.voluntariness.table import AGREEMENT, WHOLE, Table, time

RULE = "FREE-STANDSTILL-1"


def breached(*, repaired: bool) -> Table:
    """Side b dug a ditch while people talked; perhaps it was filled again."""
    table = WHOLE.before("fixed", "witness", StandstillBreached("x", "b"), key="breach")
    return table.before("fixed", "witness", StandstillRepaired("x"), key="repair") if repaired else table


def test_it_is_kept_when_each_side_agreed_before_the_first_session() -> None:
    finding = WHOLE.finding(RULE)
    assert (finding.result, finding.severity, finding.grade) == (Result.KEPT, Severity.BLOCKS, "E3")


def test_a_side_that_did_not_agree_leaves_it_unknown() -> None:
    assert WHOLE.without("still_b").says(RULE) == (Result.UNKNOWN, "no_standstill")
    assert WHOLE.with_fact("still_b", standstill=False).says(RULE) == (Result.UNKNOWN, "no_standstill")


def test_a_side_that_agreed_after_the_first_session_had_begun_breaks_it() -> None:
    late = WHOLE.with_line("still_b", when=time("2027-01-04T02:00"))
    assert late.says(RULE) == (Result.NOT_KEPT, "standstill_late")


def test_the_newest_word_of_a_side_before_the_first_session_counts() -> None:
    against = WHOLE.before(
        "opened_s1",
        "witness",
        GroundRulesAgreed("b", standstill=False),
        key="against",
        when=time("2027-01-04T01:00"),
    )
    finding = against.finding(RULE)
    assert (finding.result, finding.reason) == (Result.UNKNOWN, "no_standstill")
    assert finding.against == (against.number("against"),)
    again = GroundRulesAgreed("b", standstill=True)
    in_time = against.before("opened_s1", "witness", again, when=time("2027-01-04T01:30"))
    assert in_time.says(RULE) == (Result.KEPT, "none_received")
    assert against.before("released", "witness", again).says(RULE) == (Result.NOT_KEPT, "standstill_late")


def test_an_open_breach_blocks() -> None:
    finding = breached(repaired=False).finding(RULE)
    assert (finding.result, finding.reason) == (Result.NOT_KEPT, "standstill_breached")
    assert finding.severity is Severity.BLOCKS
    assert breached(repaired=False).verdict().verdict == "NOT_SUPPORTED"


def test_a_breach_that_was_put_right_needs_a_clearance_and_can_be_cleared() -> None:
    finding = breached(repaired=True).finding(RULE)
    assert (finding.result, finding.reason) == (Result.NOT_KEPT, "standstill_repaired")
    assert finding.severity is Severity.CLEARANCE
    assert breached(repaired=True).verdict().verdict == "INCONCLUSIVE"
    fact = RuleCleared(AGREEMENT, RULE)
    cleared = breached(repaired=True).before("released", "monitor", fact, words="seen on the spot")
    assert cleared.verdict().verdict == "SUPPORTED"


def test_a_repair_before_the_breach_repairs_nothing() -> None:
    table = WHOLE.before("fixed", "witness", StandstillRepaired("x"), key="repair")
    assert table.before("fixed", "witness", StandstillBreached("x", "b"), key="breach").says(RULE) == (
        Result.NOT_KEPT,
        "standstill_breached",
    )


def test_a_repaired_breach_does_not_hide_that_a_side_never_agreed() -> None:
    finding = breached(repaired=True).without("still_a").finding(RULE)
    assert (finding.result, finding.severity) == (Result.NOT_KEPT, Severity.BLOCKS)


def test_a_side_cannot_say_of_itself_that_it_repaired() -> None:
    forged = breached(repaired=False).before("released", "ravy", StandstillRepaired("x"))
    assert forged.says(RULE) == (Result.NOT_KEPT, "standstill_breached")
