"""REC-LEDGER-1: kept, unknown; a head that covers every signature lies in the hands of every side.

Not kept: impossible here; a chain that does not hold is found by whoever reads it (the verifier), and what was
handed out cannot be undone. Not applicable: impossible but for a table about a policy (test_assess.py).
"""

from app.record.facts.agreements import SignatureGiven
from app.record.facts.sittings import HeadHandedOut
from app.voluntariness.finding import Result
from tests.voluntariness.files import AGREEMENT, TEXT
from tests.voluntariness.table import WHOLE, time

RULE = "REC-LEDGER-1"


def test_it_is_kept_where_each_side_holds_a_head_that_covers_every_signature() -> None:
    finding = WHOLE.finding(RULE)
    assert (finding.result, finding.grade) == (Result.KEPT, "E3")
    assert WHOLE.number("head") in finding.evidence


def test_a_side_without_a_head_leaves_it_unknown() -> None:
    assert WHOLE.with_fact("head", sides=("a",)).says(RULE) == (Result.UNKNOWN, "head_not_handed")
    assert WHOLE.without("head").says(RULE) == (Result.UNKNOWN, "head_not_handed")


def test_each_side_may_have_its_own_at_its_own_time() -> None:
    table = WHOLE.with_fact("head", sides=("a",))
    other = HeadHandedOut("s2", WHOLE.number("head"), ("b",))
    assert table.before("released", "witness", other).says(RULE)[0] is Result.KEPT


def test_a_head_that_does_not_cover_every_signature_is_too_early() -> None:
    last = WHOLE.number("signed_malis")
    assert WHOLE.with_fact("head", size=last).says(RULE) == (Result.UNKNOWN, "head_too_early")
    assert WHOLE.with_fact("head", size=last + 1).says(RULE)[0] is Result.KEPT


def test_a_head_from_before_the_signing_session_does_not_count() -> None:
    early = WHOLE.without("head").before("opened_s2", "witness", HeadHandedOut("s1", 10, ("a", "b")))
    assert early.says(RULE) == (Result.UNKNOWN, "head_not_handed")


def test_a_head_over_more_than_there_was_is_none() -> None:
    table = WHOLE.with_fact("head", size=WHOLE.number("head") + 1)
    assert table.says(RULE) == (Result.UNKNOWN, "head_ahead")


def test_a_signature_after_the_head_was_handed_out_needs_a_new_one() -> None:
    again = SignatureGiven(AGREEMENT, TEXT, "s2", "km")
    table = WHOLE.before("released", "malis", again, at=time("2027-01-25T02:00"))
    assert table.says(RULE) == (Result.UNKNOWN, "head_too_early")


def test_a_head_noted_by_a_side_is_not_known() -> None:
    table = WHOLE.before("released", "ravy", HeadHandedOut("s2", 40, ("b",)))
    assert table.says(RULE) == (Result.UNKNOWN, "wrong_hand")


def test_before_anybody_signs_it_is_not_known() -> None:
    assert WHOLE.until("fixed").says(RULE) == (Result.UNKNOWN, "none_signed")
