"""FREE-SCREEN-1 and FREE-PRIVATE-1: kept, not kept, unknown. (Not applicable: see test_assess.py.)"""

import pytest

from app.foundation.roles import Role
from app.record.facts.preparation import PrivateTalkHeld
from app.voluntariness.finding import Result
from tests.voluntariness.table import DECIDERS, WHOLE, time

SCREEN, PRIVATE = "FREE-SCREEN-1", "FREE-PRIVATE-1"


@pytest.mark.parametrize(("rule", "key"), [(SCREEN, "screened"), (PRIVATE, "confirmed")])
def test_it_is_kept_when_somebody_independent_talked_with_each_person_alone(rule: str, key: str) -> None:
    finding = WHOLE.finding(rule)
    assert (finding.result, finding.reason, finding.grade) == (Result.KEPT, "none_received", "E3")
    assert {WHOLE.number(f"{key}_{person}") for person in DECIDERS} <= set(finding.evidence)


def test_a_missing_talk_is_unknown() -> None:
    assert WHOLE.without("screened_malis").says(SCREEN) == (Result.UNKNOWN, "not_screened")
    assert WHOLE.without("confirmed_malis").says(PRIVATE) == (Result.UNKNOWN, "not_confirmed")


def test_a_talk_with_others_in_the_room_is_not_kept() -> None:
    assert WHOLE.with_fact("screened_ravy", alone=False).says(SCREEN) == (Result.NOT_KEPT, "talk_not_alone")
    assert WHOLE.with_fact("confirmed_ravy", alone=False).says(PRIVATE) == (Result.NOT_KEPT, "talk_not_alone")


def test_a_second_talk_alone_repairs_the_first() -> None:
    table = WHOLE.with_fact("screened_ravy", alone=False)
    again = PrivateTalkHeld("ravy", "screening", alone=True, language="km")
    mended = table.before("stated", "officer", again, at=time("2026-12-04T02:00"))
    assert mended.says(SCREEN)[0] is Result.KEPT


def test_a_screening_after_the_first_session_had_begun_is_not_kept() -> None:
    late = WHOLE.with_line("screened_malis", when=time("2027-01-04T02:00"))
    assert late.says(SCREEN) == (Result.NOT_KEPT, "screened_late")
    assert WHOLE.with_line("screened_malis", when=time("2027-01-04T01:59")).says(SCREEN)[0] is Result.KEPT


def test_a_talk_before_signing_is_no_confirmation() -> None:
    early = WHOLE.with_line("confirmed_malis", when=time("2027-01-13T04:00"))
    assert early.says(PRIVATE) == (Result.UNKNOWN, "not_confirmed")


def test_the_witness_who_attested_does_not_confirm() -> None:
    assert WHOLE.with_line("confirmed_malis", by="witness").says(PRIVATE) == (Result.UNKNOWN, "not_confirmed")
    assert WHOLE.with_line("screened_malis", by="witness").says(SCREEN)[0] is Result.KEPT


@pytest.mark.parametrize("hand", ["facilitator", "chair", "ravy"])
def test_a_talk_written_by_somebody_who_is_not_independent_is_a_wrong_hand(hand: str) -> None:
    assert WHOLE.with_line("screened_malis", by=hand).says(SCREEN) == (Result.UNKNOWN, "wrong_hand")
    assert WHOLE.with_line("confirmed_malis", by=hand).says(PRIVATE) == (Result.UNKNOWN, "wrong_hand")


def test_without_signatures_there_is_nothing_to_confirm() -> None:
    nobody = WHOLE.without(*(f"signed_{person}" for person in DECIDERS))
    assert nobody.says(PRIVATE) == (Result.UNKNOWN, "none_signed")


def test_without_a_session_nothing_was_screened_before_it() -> None:
    assert WHOLE.without("opened_s1", "opened_s2").says(SCREEN) == (Result.UNKNOWN, "no_session")


def test_a_witness_who_attested_nobody_may_ask_and_so_may_whoever_asks_at_once() -> None:
    other = WHOLE.with_line("confirmed_malis", by="officer", role=Role.WITNESS, party="")
    assert other.says(PRIVATE)[0] is Result.KEPT
    signed = next(line.at for line in WHOLE.lines if line.key == "signed_malis")
    assert WHOLE.with_line("confirmed_malis", when=signed).says(PRIVATE)[0] is Result.KEPT
