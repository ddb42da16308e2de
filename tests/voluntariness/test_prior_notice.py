"""PRIOR-NOTICE-1: kept, not kept, unknown; when it blocks and when it may be cleared."""

from hashlib import sha256

import pytest

from app.record.facts.dialogues import ClockDoubted
from app.record.facts.sessions import AgendaDelivered, InvitationDelivered, SessionClosed, SessionMoved
from app.voluntariness.finding import Result, Severity
from tests.voluntariness.table import DECIDERS, FROZEN, SIGN, TALK, WHOLE, Table, body, time

RULE = "PRIOR-NOTICE-1"
BAD_PAGES: list[dict[str, object]] = [{"salt": "1"}, {"items": "none"}, {"items": [1, "two"]}]


def with_agenda(table: Table, page: dict[str, object] | bytes) -> Table:
    """The same table, with another file as the agenda of the session in which they sign."""
    digest, content = body(page) if isinstance(page, dict) else (sha256(page).hexdigest(), page)
    changed = table.with_fact("version_s2", agenda=digest).with_fact("agenda_s2", agenda=digest)
    return Table(changed.lines, {**table.texts, digest: content})


def test_it_is_kept_when_all_came_in_time_and_signing_was_announced() -> None:
    finding = WHOLE.finding(RULE)
    assert (finding.result, finding.severity, finding.grade) == (Result.KEPT, Severity.CLEARANCE, "E1")
    assert {WHOLE.number("invited_s1"), WHOLE.number("agenda_s2")} <= set(finding.evidence)


def test_an_invitation_that_came_a_minute_too_late_is_not_kept() -> None:
    just = WHOLE.with_line("invited_s1", when=time("2026-12-28T02:00"))
    assert just.says(RULE)[0] is Result.KEPT
    late = WHOLE.with_line("invited_s1", when=time("2026-12-28T02:01"))
    assert late.says(RULE) == (Result.NOT_KEPT, "invited_late")
    assert late.finding(RULE).severity is Severity.CLEARANCE
    assert late.verdict().verdict == "INCONCLUSIVE"


def test_closed_days_do_not_count() -> None:
    closed = WHOLE.with_line("invited_s2", when=time("2027-01-06T02:00"))  # the 7th is closed
    assert closed.says(RULE) == (Result.NOT_KEPT, "invited_late")
    assert closed.with_fact("frozen", closures=()).says(RULE)[0] is Result.KEPT


def test_who_was_not_invited_leaves_it_unknown() -> None:
    assert WHOLE.without("invited_s1").says(RULE) == (Result.UNKNOWN, "not_invited")
    two = WHOLE.with_fact("invited_s1", persons=("sopheap", "ravy"), count=2)
    assert two.says(RULE) == (Result.UNKNOWN, "not_invited")


def test_a_list_of_people_with_another_count_is_unknown() -> None:
    assert WHOLE.with_fact("invited_s1", count=4).says(RULE) == (Result.UNKNOWN, "count_differs")
    assert WHOLE.with_fact("agenda_s1", count=2).says(RULE) == (Result.UNKNOWN, "count_differs")


@pytest.mark.parametrize("carrier", ["police", "soldier", "guard"])
def test_armed_hands_break_it_even_when_a_second_letter_follows(carrier: str) -> None:
    armed = InvitationDelivered("s1", ("malis",), 1, "by_hand", carrier, read_aloud=False)
    assert WHOLE.before("invited_s1", "facilitator", armed).says(RULE) == (
        Result.NOT_KEPT,
        "carried_by_force",
    )


def test_the_agenda_must_reach_everyone_in_time() -> None:
    assert WHOLE.without("agenda_s1").says(RULE) == (Result.UNKNOWN, "agenda_not_delivered")
    late = WHOLE.with_line("agenda_s2", when=time("2027-01-12T02:31"))
    assert late.says(RULE) == (Result.NOT_KEPT, "agenda_late")
    assert late.finding(RULE).severity is Severity.CLEARANCE
    assert WHOLE.with_line("agenda_s2", when=time("2027-01-12T02:20")).says(RULE)[0] is Result.KEPT


def test_an_agenda_must_be_a_version_of_its_session() -> None:
    assert WHOLE.without("version_s1").says(RULE) == (Result.UNKNOWN, "agenda_unversioned")


def test_signing_that_was_not_announced_blocks() -> None:
    unannounced = with_agenda(WHOLE, WHOLE.texts[TALK]).with_fact("agenda_s2", agenda=TALK)
    finding = unannounced.with_fact("version_s2", agenda=TALK).finding(RULE)
    assert (finding.result, finding.reason) == (Result.NOT_KEPT, "sign_unannounced")
    assert finding.severity is Severity.BLOCKS
    assert unannounced.verdict().verdict == "NOT_SUPPORTED"


def test_signing_slipped_in_by_a_late_agenda_blocks() -> None:
    slipped = WHOLE.with_fact("version_s2", agenda=TALK).with_fact("agenda_s2", agenda=TALK)
    slipped = slipped.before("opened_s2", "facilitator", AgendaDelivered("s2", SIGN, DECIDERS, 3, "by_hand"))
    assert slipped.says(RULE) == (Result.NOT_KEPT, "sign_unannounced")


def test_signing_taken_out_by_the_newest_agenda_blocks() -> None:
    out = WHOLE.before("opened_s2", "facilitator", AgendaDelivered("s2", TALK, DECIDERS, 3, "by_hand"))
    assert out.says(RULE) == (Result.NOT_KEPT, "sign_unannounced")


@pytest.mark.parametrize("page", [*BAD_PAGES[:2], b"[]", b"\xff", b"[" * 100_000])
def test_an_agenda_that_is_absent_or_unreadable_is_unknown_and_cannot_be_cleared(
    page: dict[str, object] | bytes,
) -> None:
    for table in (WHOLE.without_text(SIGN), with_agenda(WHOLE, page)):
        finding = table.finding(RULE)
        assert (finding.result, finding.reason) == (Result.UNKNOWN, "agenda_missing")
        assert finding.severity is Severity.BLOCKS


def test_items_that_are_no_items_announce_nothing() -> None:
    assert with_agenda(WHOLE, BAD_PAGES[2]).says(RULE) == (Result.NOT_KEPT, "sign_unannounced")


def test_without_a_delivered_agenda_signing_blocks() -> None:
    finding = WHOLE.without("agenda_s2").finding(RULE)
    assert (finding.result, finding.severity) == (Result.UNKNOWN, Severity.BLOCKS)


def test_a_signature_outside_an_open_session_blocks() -> None:
    for table in (
        WHOLE.with_fact("signed_malis", session="s9"),
        WHOLE.with_fact("signed_malis", session="s1"),
        WHOLE.before("signed_malis", "chair", SessionClosed("s2")),
    ):
        finding = table.finding(RULE)
        assert (finding.result, finding.reason) == (Result.UNKNOWN, "signed_outside_session")
        assert finding.severity is Severity.BLOCKS


def test_a_session_that_nobody_planned_or_opened_is_unknown() -> None:
    assert WHOLE.without("planned_s1").says(RULE) == (Result.UNKNOWN, "not_planned")
    assert WHOLE.without("opened_s1").says(RULE) == (Result.UNKNOWN, "not_opened")
    assert WHOLE.without("opened_s1", "closed_s1").says(RULE)[0] is Result.KEPT  # never held


def test_with_no_session_at_all_it_is_unknown() -> None:
    bare = WHOLE.without("opened_s1", "closed_s1", "opened_s2", "closed_s2")
    assert bare.says(RULE) == (Result.UNKNOWN, "no_session")


def test_before_anybody_signs_the_sessions_held_so_far_count() -> None:
    assert WHOLE.until("opened_s2").says(RULE)[0] is Result.KEPT


def test_a_session_after_the_last_signature_does_not_count() -> None:
    moved = WHOLE.with_line("opened_s1", at=time("2027-01-14T02:00")).with_line(
        "closed_s1", at=time("2027-01-14T03:00")
    )
    late = Table(tuple(sorted(moved.lines, key=lambda line: line.at)), moved.texts)
    assert late.without("invited_s1").says(RULE)[0] is Result.KEPT


def test_a_moved_session_counts_from_its_new_start_with_the_deliveries_it_had() -> None:
    later = SessionMoved("s1", "2027-01-04T05:00:00Z", "2027-01-04T07:00:00Z", "hall")
    moved = WHOLE.with_line("invited_s1", when=time("2026-12-28T04:00")).with_line(
        "opened_s1", at=time("2027-01-04T05:00")
    )
    moved = moved.with_line("closed_s1", at=time("2027-01-04T07:00"))
    assert moved.says(RULE) == (Result.NOT_KEPT, "invited_late")
    assert moved.before("opened_s1", "facilitator", later).says(RULE)[0] is Result.KEPT


def test_a_session_opened_on_an_earlier_day_counts_from_there() -> None:
    early = WHOLE.with_line("opened_s1", at=time("2026-12-27T02:00"), when=time("2026-12-27T02:00"))
    early = early.with_line("closed_s1", at=time("2026-12-27T04:00"))
    assert early.says(RULE) == (Result.NOT_KEPT, "invited_late")


def test_the_latest_numbers_before_a_delivery_govern_it() -> None:
    stricter = WHOLE.before("stated", "facilitator", FROZEN).with_fact("new", invite_min_days=15)
    assert stricter.says(RULE) == (Result.NOT_KEPT, "invited_late")


def test_an_invitation_older_than_all_numbers_is_judged_by_the_first() -> None:
    late = WHOLE.without("frozen").before("opened_s1", "facilitator", FROZEN)
    late = late.before("opened_s1", "facilitator", FROZEN, key="newer").with_fact("newer", invite_min_days=60)
    assert late.says(RULE)[0] is Result.KEPT


def test_without_numbers_or_with_looser_ones_it_is_unknown() -> None:
    assert WHOLE.without("frozen").says(RULE) == (Result.UNKNOWN, "no_thresholds")
    assert WHOLE.with_fact("frozen", invite_min_days=6).says(RULE) == (Result.UNKNOWN, "thresholds_looser")
    looser = WHOLE.with_fact("frozen", invite_min_days=9).before("stated", "facilitator", FROZEN)
    assert looser.says(RULE) == (Result.UNKNOWN, "thresholds_looser")


def test_a_doubted_clock_leaves_it_unknown_but_hides_no_unannounced_signing() -> None:
    doubted = WHOLE.before("opened_s1", "node", ClockDoubted("2027-01-01T00:00:00Z"))
    assert doubted.says(RULE) == (Result.UNKNOWN, "clock_doubted")
    late = doubted.with_line("invited_s1", when=time("2027-01-03T02:00"))
    assert late.says(RULE) == (Result.UNKNOWN, "clock_doubted")
    hidden = doubted.with_fact("version_s2", agenda=TALK).with_fact("agenda_s2", agenda=TALK)
    assert hidden.says(RULE) == (Result.NOT_KEPT, "sign_unannounced")


@pytest.mark.parametrize("key", ["invited_s1", "agenda_s2", "planned_s1", "opened_s1", "closed_s1"])
def test_an_entry_by_a_wrong_hand_leaves_it_unknown(key: str) -> None:
    result, _ = WHOLE.with_line(key, by="malis").says(RULE)
    assert result is Result.UNKNOWN
    assert WHOLE.with_line(key, by="malis").verdict().verdict == "INCONCLUSIVE"


def test_a_start_that_is_no_instant_is_unreadable_and_blocks() -> None:
    finding = WHOLE.with_fact("planned_s1", starts="soon").finding(RULE)
    assert (finding.result, finding.reason, finding.severity) == (
        Result.UNKNOWN,
        "unreadable",
        Severity.BLOCKS,
    )
