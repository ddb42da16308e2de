"""The scales: what is against outweighs what is lacking, and nothing to look at is never kept."""

from app.voluntariness.finding import Result, Severity
from app.voluntariness.story import tell
from app.voluntariness.weighing import Weighing
from tests.voluntariness.table import AGREEMENT, WHOLE

ENTRIES = WHOLE.entries()


def scales() -> Weighing:
    """Empty scales over the whole table."""
    return Weighing(tell(ENTRIES, {}, {}, AGREEMENT), "X-1", Severity.BLOCKS)


def test_a_rule_that_has_looked_at_nothing_is_unknown() -> None:
    assert (scales().finding().result, scales().finding().reason) == (Result.UNKNOWN, "nothing_to_look_at")
    resting = scales()
    resting.rests_on(*ENTRIES)
    assert resting.finding().result is Result.UNKNOWN


def test_what_is_against_outweighs_what_is_lacking_and_that_outweighs_proof() -> None:
    weighing = scales()
    weighing.proves(ENTRIES[0])
    assert weighing.finding().result is Result.KEPT
    weighing.lacks("missing")
    assert (weighing.finding().result, weighing.finding().reason) == (Result.UNKNOWN, "missing")
    weighing.breaks("broken", ENTRIES[1])
    assert (weighing.finding().result, weighing.finding().reason) == (Result.NOT_KEPT, "broken")
    assert weighing.finding().against == (1,)


def test_the_first_reason_is_told() -> None:
    weighing = scales()
    weighing.lacks("one")
    weighing.lacks("two")
    assert weighing.finding().reason == "one"
