"""The verdict: how findings make it, what stands beside them, what odd input does."""

import json
from dataclasses import replace

import pytest

from app.record.facts.audit import RuleCleared
from app.record.facts.dialogues import ClockDoubted, DialogueEnded, EntryCorrected, SideLeft
from app.voluntariness.assess import RULEBOOKS, abouts_for, agreements_in, assess, ending_of
from app.voluntariness.finding import Finding, Result, Severity
from app.voluntariness.grades import weakest
from tests.voluntariness.table import AGREEMENT, FIXED, FROZEN, LOG, RELEASE, TEXT, WHOLE, Table, opened, time

RULES = [rule.name for rule in RULEBOOKS["trial"]]
LATE = WHOLE.with_line("invited_s1", when=time("2027-01-03T02:00"))
NOTICE = "PRIOR-NOTICE-1"


def cleared(table: Table, by: str = "monitor", before: str = "released", words: str = "because") -> Table:
    """The same with a clearance of the rule that needs one; its key is `cleared`."""
    return table.before(before, by, RuleCleared(AGREEMENT, NOTICE), words=words, key="cleared")


def test_a_table_at_which_all_was_done_right_is_supported_at_the_slot_and_not_before() -> None:
    assert WHOLE.verdict().verdict == "SUPPORTED"
    assert WHOLE.until("closed_s2").verdict().verdict == "INCONCLUSIVE"
    assert WHOLE.lines[-1].at == RELEASE


def test_the_verdict_has_one_finding_for_each_rule_of_its_rulebook() -> None:
    verdict = WHOLE.verdict()
    assert [one.rule for one in verdict.findings] == RULES
    assert (verdict.agreement, verdict.text, verdict.rulebook) == (AGREEMENT, TEXT, "trial")


def test_a_finding_has_the_severity_of_its_rule_or_blocks_where_a_part_of_it_does() -> None:
    for table in (
        WHOLE,
        WHOLE.until("opened_s1"),
        *(WHOLE.without(key) for key in ("harm_s1", "scanned", "promised_land")),
    ):
        for rule, finding in zip(RULEBOOKS["trial"], table.verdict().findings, strict=True):
            assert finding.severity in {rule.severity, Severity.BLOCKS}
            assert finding.grade in {"E0", "E1", "E2", "E3", "E4"}
            assert (finding.rule, finding.cleared) == (rule.name, -1)


def test_a_rule_that_does_not_apply_blocks_nothing_and_says_what_shows_it() -> None:
    nobody = WHOLE.with_fact("scanned", tags=()).without("marked_malis", "marked_ravy", "marked_sopheap")
    for table, rule in ((nobody, "INF-RELEASE-1"), (WHOLE, "REP-MANDATE-1")):
        finding = table.finding(rule)
        assert (finding.result, finding.severity) == (Result.NOT_APPLICABLE, Severity.BLOCKS)
        assert finding.grade == "E1"
        assert finding.evidence


def test_its_line_is_canonical_and_complete() -> None:
    line = WHOLE.verdict().line()
    page = json.loads(line)
    assert set(page) == {"agreement", "text", "rulebook", "verdict", "findings"}
    assert page["findings"][0]["result"] == "KEPT"
    parts = {"rule", "severity", "result", "reason", "evidence", "against", "grade", "cleared"}
    assert all(set(finding) == parts for finding in page["findings"])
    assert line == WHOLE.verdict().line()


def test_the_words_agreed_voluntarily_in_the_text_change_nothing() -> None:
    assert b"agreed voluntarily" in WHOLE.texts[TEXT]
    assert WHOLE.without("released").verdict().verdict == "INCONCLUSIVE"
    assert WHOLE.without("signed_malis").verdict().verdict == "NOT_SUPPORTED"


@pytest.mark.parametrize("rule", RULES)
def test_where_nobody_is_bound_no_rule_applies_and_nothing_is_shown(rule: str) -> None:
    issue = WHOLE.with_line("opened", fact=opened("issue"))
    assert issue.says(rule) == (Result.NOT_APPLICABLE, "nobody_is_bound")
    assert issue.verdict().verdict == "INCONCLUSIVE"  # a proof of nothing is no proof


def test_an_empty_record_is_inconclusive() -> None:
    verdict = assess([], {}, {}, AGREEMENT)
    assert (verdict.verdict, verdict.text, verdict.rulebook) == ("INCONCLUSIVE", "", "")
    assert {one.reason for one in verdict.findings} == {"no_opening"}


@pytest.mark.parametrize(
    ("spoiled", "reason"),
    [
        (WHOLE.without("opened"), "no_opening"),
        (WHOLE.before("side_a", "facilitator", opened()), "no_opening"),
        (WHOLE.before("side_a", "ravy", opened()), "no_opening"),
        (WHOLE.with_fact("frozen", rulebook="9"), "rulebook_unknown"),
        (WHOLE.without("fixed"), "no_text"),
        (WHOLE.with_line("fixed", by="ravy"), "no_text"),
        (WHOLE.with_line("side_b", number=1), "out_of_order"),
        (WHOLE.with_line("side_b", log="another"), "several_logs"),
    ],
)
def test_what_cannot_be_told_is_unknown_for_every_rule(spoiled: Table, reason: str) -> None:
    verdict = spoiled.verdict()
    assert {(one.result, one.reason) for one in verdict.findings} == {(Result.UNKNOWN, reason)}
    assert verdict.verdict == "INCONCLUSIVE"


def test_another_agreement_of_the_same_table_is_judged_apart() -> None:
    both = WHOLE.before("fixed", "facilitator", replace(FIXED, agreement="other"))
    assert agreements_in(both.entries()) == ["other", AGREEMENT]
    assert both.verdict().verdict == "SUPPORTED"
    other = assess(both.entries(), both.texts, both.disclosures(), "other")
    assert (other.verdict, other.text) == ("INCONCLUSIVE", TEXT)


def test_only_a_terminal_state_by_the_right_hand_is_an_ending() -> None:
    assert ending_of(WHOLE.entries()) is None
    ended = WHOLE.before("released", "facilitator", DialogueEnded("ENDED_NO_AGREEMENT", TEXT))
    assert ending_of(ended.entries()) == "ENDED_NO_AGREEMENT"
    forged = WHOLE.before("released", "ravy", DialogueEnded("ENDED_NO_AGREEMENT", TEXT))
    assert ending_of(forged.entries()) is None


def test_a_clearance_by_a_monitor_stands_beside_the_result() -> None:
    finding = cleared(LATE).finding(NOTICE)
    assert finding.result is Result.NOT_KEPT
    assert finding.cleared == cleared(LATE).number("cleared")
    assert cleared(LATE).verdict().verdict == "SUPPORTED"
    assert cleared(LATE, by="officer").verdict().verdict == "SUPPORTED"


def test_what_is_unknown_can_be_cleared_as_well() -> None:
    assert cleared(WHOLE.without("invited_s1")).verdict().verdict == "SUPPORTED"


@pytest.mark.parametrize(
    "vain",
    [
        cleared(LATE, by="facilitator"),
        cleared(LATE, words=""),
        cleared(LATE, words="  "),
        replace(cleared(LATE), closed=frozenset({"cleared"})),
        cleared(LATE, before="opened_s2"),
        cleared(LATE).with_line("invited_s1", by="monitor", role=LATE.entries()[1].role),
        cleared(LATE).with_fact("cleared", rule="CAP-1"),
        cleared(LATE).with_fact("cleared", agreement="other"),
    ],
    ids=[
        "no monitor",
        "no reason",
        "blank",
        "closed reason",
        "too soon",
        "own work",
        "another rule",
        "another",
    ],
)
def test_a_clearance_that_does_not_count(vain: Table) -> None:
    assert vain.finding(NOTICE).cleared == -1
    assert vain.verdict().verdict != "SUPPORTED"


def test_a_rule_that_blocks_is_never_cleared() -> None:
    fact = RuleCleared(AGREEMENT, "CAP-1")
    table = WHOLE.without("signed_malis").before("released", "monitor", fact, words="because")
    assert table.finding("CAP-1").cleared == -1
    assert table.verdict().verdict == "NOT_SUPPORTED"


def test_a_rule_that_is_kept_needs_no_clearance() -> None:
    assert cleared(WHOLE).finding(NOTICE).cleared == -1


def test_an_entry_that_its_author_corrected_carries_no_proof_any_more() -> None:
    place = WHOLE.number("handed")
    corrected = WHOLE.before("released", "witness", EntryCorrected(place, AGREEMENT), words="it was the 13th")
    assert corrected.says("PRIOR-REFLECT-1") == (Result.UNKNOWN, "corrected")
    assert corrected.finding("PRIOR-REFLECT-1").against == (corrected.number("new"),)
    assert corrected.verdict().verdict == "INCONCLUSIVE"


def test_nobody_corrects_somebody_elses_entry() -> None:
    place = WHOLE.number("handed")
    meddled = WHOLE.before("released", "ravy", EntryCorrected(place, AGREEMENT), words="never")
    assert meddled.verdict().verdict == "SUPPORTED"


def test_a_correction_of_what_is_not_kept_changes_nothing() -> None:
    corrected = LATE.before("released", "facilitator", EntryCorrected(LATE.number("invited_s1"), "s1"))
    assert corrected.says(NOTICE) == (Result.NOT_KEPT, "invited_late")


def test_advice_never_stands_in_the_way() -> None:
    advice = Finding("X-1", Severity.ADVICE, Result.NOT_KEPT, "so")
    assert advice.settled
    assert not replace(advice, severity=Severity.BLOCKS).settled
    assert not replace(advice, severity=Severity.BLOCKS, cleared=7).settled
    assert replace(advice, severity=Severity.CLEARANCE, cleared=7).settled


def test_the_weakest_entry_gives_the_grade() -> None:
    entries = {line.key: entry for line, entry in zip(WHOLE.lines, WHOLE.entries(), strict=True)}
    assert weakest([]) == "E0"
    assert weakest([entries["handed"]]) == "E3"
    assert weakest([entries["handed"], entries["signed_malis"]]) == "E2"
    assert weakest([entries["handed"], entries["frozen"]]) == "E1"
    own_list = WHOLE.with_line("listed_malis", by="ravy").entries()[WHOLE.number("listed_malis")]
    assert weakest([own_list, entries["handed"]]) == "E0"


def test_the_clock_that_was_doubted_after_the_release_does_not_matter() -> None:
    after = WHOLE.before("released", "node", ClockDoubted("2027-01-01T00:00:00Z"))
    swapped = Table((*after.lines[:-2], after.lines[-1], after.lines[-2]), after.texts)
    assert swapped.verdict().verdict == "SUPPORTED"


def test_what_comes_after_the_release_changes_nothing() -> None:
    left = WHOLE.before("released", "ravy", SideLeft("b"), at=time("2027-01-26T02:00"))
    swapped = Table((*left.lines[:-2], left.lines[-1], left.lines[-2]), left.texts)
    assert swapped.verdict() == WHOLE.verdict()


def test_the_slices_it_needs_are_named() -> None:
    assert abouts_for("a1", ["s2", "s1"], ["o3"]) == ["", "a1", "o3", "s1", "s2"]
    assert all(entry.log == LOG for entry in WHOLE.entries())
    assert FROZEN.rulebook in RULEBOOKS
