"""A change of the recording is a change: what was signed before it counts no more, and thinking begins again."""

from app.record.facts.agreements import SignatureAttested, SignatureGiven
from app.record.facts.understanding import RecordingBound, RecordingChanged
from app.voluntariness.finding import Result
from app.voluntariness.heard import changes, named_recordings
from tests.voluntariness.table import AGREEMENT, SIGN, TEXT, WHOLE, Table, time

FIRST = RecordingBound(AGREEMENT, TEXT, "1" * 64, "km")
OTHER = RecordingChanged(AGREEMENT, TEXT, "2" * 64, "km", "1" * 64)


def heard(before: str, *, by: str = "facilitator", fact: RecordingBound | RecordingChanged = OTHER) -> Table:
    """The whole table with a first recording from the beginning, and another just before this entry."""
    table = WHOLE.before("handed", "facilitator", FIRST, key="first")
    return table.before(before, by, fact, key="other")


def test_a_first_recording_changes_nothing_whenever_it_comes() -> None:
    for place in ("handed", "signed_malis", "released"):
        table = WHOLE.before(place, "facilitator", FIRST)
        assert table.verdict().verdict == "SUPPORTED", place
        english = RecordingBound(AGREEMENT, TEXT, "3" * 64, "en")
        assert table.before("released", "facilitator", english, key="en").verdict().verdict == "SUPPORTED"


def test_what_was_signed_before_the_change_counts_no_more() -> None:
    table = heard("released")
    assert table.says("REC-BIND-1") == (Result.NOT_KEPT, "heard_another")
    assert table.number("other") in table.finding("REC-BIND-1").against
    assert table.says("CAP-1") == (Result.UNKNOWN, "none_signed")
    assert table.verdict().verdict == "NOT_SUPPORTED"


def test_a_second_recording_that_calls_itself_the_first_is_a_change_too() -> None:
    again = RecordingBound(AGREEMENT, TEXT, "2" * 64, "km")
    assert heard("released", fact=again).says("REC-BIND-1") == (Result.NOT_KEPT, "heard_another")


def test_who_signed_before_it_alone_breaks_the_rule() -> None:
    assert heard("signed_malis").says("REC-BIND-1") == (Result.NOT_KEPT, "heard_another")


def test_a_change_before_the_copies_were_handed_over_harms_nothing() -> None:
    assert heard("handed").verdict().verdict == "SUPPORTED"


def test_a_recording_of_another_wording_is_no_change_of_this_one() -> None:
    elsewhere = RecordingChanged("o3", "9" * 64, "2" * 64, "km", "1" * 64)
    assert heard("released", fact=elsewhere).verdict().verdict == "SUPPORTED"


def test_time_to_think_begins_again_with_what_is_heard_now() -> None:
    signed = WHOLE.lines[WHOLE.number("signed_sopheap")].at
    late = heard("signed_sopheap").with_line("other", at=signed)
    assert late.says("PRIOR-REFLECT-1") == (Result.NOT_KEPT, "too_short")


def test_signing_again_after_the_change_and_the_time_to_think_is_kept() -> None:
    table = heard("released")
    for person in ("sopheap", "ravy", "malis"):
        again = SignatureGiven(AGREEMENT, TEXT, SIGN, "km")
        seen = SignatureAttested(AGREEMENT, TEXT, SIGN, person)
        table = table.before("released", person, again, key=f"again_{person}")
        table = table.before("released", "witness", seen, key=f"seen_{person}")
    table = table.with_line("other", at=time("2027-01-13T04:30"))
    finding = table.finding("REC-BIND-1")
    assert (finding.result, finding.reason) == (Result.KEPT, "kept_all_the_same")


def test_a_recording_bound_by_a_hand_without_the_pen_leaves_it_unknown() -> None:
    assert heard("released", by="chair").says("REC-BIND-1") == (Result.UNKNOWN, "wrong_hand")
    elsewhere = RecordingChanged("o9", "9" * 64, "2" * 64, "km", "1" * 64)
    assert heard("released", by="chair", fact=elsewhere).says("REC-BIND-1")[0] is Result.KEPT


def test_changes_are_found_among_entries_of_every_kind() -> None:
    table = heard("released")
    found = changes(table.entries())
    assert {version: [entry.number for entry in told] for version, told in found.items()} == {
        TEXT: [table.number("other")]
    }
    assert named_recordings(table.entries()) == {"1" * 64, "2" * 64}
