"""Was this agreement made of free will? A pure function of the record: no clock, no database, no exception.

The office, its pages and the verifier on a stranger's machine all call `assess`; equal entries, texts and
disclosures give the same characters everywhere.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.access.pens import may_write
from app.record import canonical
from app.record.entry import Entry
from app.record.facts.agreements import TextFixed
from app.record.facts.dialogues import DialogueEnded, DialogueOpened, SideLeft, ThresholdsFrozen
from app.voluntariness.clearing import with_clearance, with_corrections
from app.voluntariness.finding import Finding, Result, Severity
from app.voluntariness.rules.cap import cap
from app.voluntariness.rules.consent_proc import consent_proc
from app.voluntariness.rules.dnh_context import dnh_context
from app.voluntariness.rules.equal_table import equal_table
from app.voluntariness.rules.free_isolate import free_isolate
from app.voluntariness.rules.free_liberty import free_liberty
from app.voluntariness.rules.free_private import free_private
from app.voluntariness.rules.free_refuse import free_refuse
from app.voluntariness.rules.free_report import free_report
from app.voluntariness.rules.free_screen import free_screen
from app.voluntariness.rules.free_standstill import free_standstill
from app.voluntariness.rules.free_time import free_time
from app.voluntariness.rules.free_venue import free_venue
from app.voluntariness.rules.incl_essential import incl_essential
from app.voluntariness.rules.inf_clear import inf_clear
from app.voluntariness.rules.inf_read import inf_read
from app.voluntariness.rules.inf_release import inf_release
from app.voluntariness.rules.inf_understand import inf_understand
from app.voluntariness.rules.neu_coi import neu_coi
from app.voluntariness.rules.neu_dualrole import neu_dualrole
from app.voluntariness.rules.neu_monitor import neu_monitor
from app.voluntariness.rules.post_perf import post_perf
from app.voluntariness.rules.post_reprisal import post_reprisal
from app.voluntariness.rules.prior_cool import prior_cool, slot_of
from app.voluntariness.rules.prior_notice import prior_notice
from app.voluntariness.rules.prior_reflect import prior_reflect
from app.voluntariness.rules.rec_bind import rec_bind
from app.voluntariness.rules.rec_copy import rec_copy
from app.voluntariness.rules.rec_ledger import rec_ledger
from app.voluntariness.rules.rep_mandate import rep_mandate
from app.voluntariness.story import Story, tell
from app.voluntariness.weighing import Weighing


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of a rulebook: its name, what it does when it is not kept, and the function that judges."""

    name: str
    severity: Severity
    judge: Callable[[Story], Finding]


TRIAL = (
    Rule("CONSENT-PROC-1", Severity.BLOCKS, consent_proc),
    Rule("REP-MANDATE-1", Severity.BLOCKS, rep_mandate),
    Rule("CAP-1", Severity.BLOCKS, cap),
    Rule("INCL-ESSENTIAL-1", Severity.BLOCKS, incl_essential),
    Rule("EQUAL-TABLE-1", Severity.CLEARANCE, equal_table),
    Rule("FREE-SCREEN-1", Severity.BLOCKS, free_screen),
    Rule("FREE-VENUE-1", Severity.BLOCKS, free_venue),
    Rule("FREE-REFUSE-1", Severity.BLOCKS, free_refuse),
    Rule("FREE-TIME-1", Severity.BLOCKS, free_time),
    Rule("FREE-ISOLATE-1", Severity.CLEARANCE, free_isolate),
    Rule("FREE-LIBERTY-1", Severity.BLOCKS, free_liberty),
    Rule("FREE-STANDSTILL-1", Severity.BLOCKS, free_standstill),
    Rule("FREE-PRIVATE-1", Severity.BLOCKS, free_private),
    Rule("FREE-REPORT-1", Severity.BLOCKS, free_report),
    Rule("PRIOR-NOTICE-1", Severity.CLEARANCE, prior_notice),
    Rule("PRIOR-REFLECT-1", Severity.BLOCKS, prior_reflect),
    Rule("PRIOR-COOL-1", Severity.BLOCKS, prior_cool),
    Rule("INF-READ-1", Severity.BLOCKS, inf_read),
    Rule("INF-UNDERSTAND-1", Severity.BLOCKS, inf_understand),
    Rule("INF-CLEAR-1", Severity.BLOCKS, inf_clear),
    Rule("INF-RELEASE-1", Severity.BLOCKS, inf_release),
    Rule("NEU-COI-1", Severity.BLOCKS, neu_coi),
    Rule("NEU-DUALROLE-1", Severity.BLOCKS, neu_dualrole),
    Rule("NEU-MONITOR-1", Severity.BLOCKS, neu_monitor),
    Rule("REC-BIND-1", Severity.BLOCKS, rec_bind),
    Rule("REC-COPY-1", Severity.BLOCKS, rec_copy),
    Rule("REC-LEDGER-1", Severity.BLOCKS, rec_ledger),
    Rule("DNH-CONTEXT-1", Severity.CLEARANCE, dnh_context),
    Rule("POST-PERF-1", Severity.BLOCKS, post_perf),
    Rule("POST-REPRISAL-1", Severity.CLEARANCE, post_reprisal),
)
RULEBOOKS: dict[str, tuple[Rule, ...]] = {"trial": TRIAL}
"""A rulebook that has judged one real dialogue is never edited, only succeeded."""

AROUND_THE_TABLE = frozenset(
    {
        *("CONSENT-PROC-1", "REP-MANDATE-1", "FREE-SCREEN-1", "FREE-VENUE-1", "FREE-REFUSE-1"),
        *("FREE-STANDSTILL-1", "PRIOR-NOTICE-1", "NEU-COI-1", "NEU-DUALROLE-1", "NEU-MONITOR-1"),
        *("DNH-CONTEXT-1", "POST-REPRISAL-1"),
    }
)
"""The rules that ask about a table itself, whether or not it ever comes to a text."""

UNREADABLE = (ValueError, OverflowError, TypeError)
"""What a rule raises at an instant, slot or number that a hand outside the product wrote."""

SUPPORTED, NOT_SUPPORTED, INCONCLUSIVE = "SUPPORTED", "NOT_SUPPORTED", "INCONCLUSIVE"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer about one agreement: `text` is the digest in force ('' for none), with every rule's finding."""

    agreement: str
    text: str
    rulebook: str
    verdict: str
    findings: tuple[Finding, ...]

    def line(self) -> str:
        """Canonical JSON, as bundles and the verifier compare it."""
        return canonical.write(
            {
                "agreement": self.agreement,
                "text": self.text,
                "rulebook": self.rulebook,
                "verdict": self.verdict,
                "findings": [
                    {
                        "rule": one.rule,
                        "severity": one.severity.value,
                        "result": one.result.value,
                        "reason": one.reason,
                        "evidence": one.evidence,
                        "against": one.against,
                        "grade": one.grade,
                        "cleared": one.cleared,
                    }
                    for one in self.findings
                ],
            }
        )


def assess(
    entries: Sequence[Entry],
    texts: Mapping[str, bytes],
    disclosures: Mapping[str, tuple[str, str]],
    agreement: str,
) -> Verdict:
    """Judge one agreement by the entries up to its release. Never raises; what is absent is UNKNOWN.

    `texts` are files by SHA-256 in hexadecimal, `disclosures` opened places by digest (name of the place, value).
    """
    story = tell(entries, texts, disclosures, agreement)
    rulebook = _rulebook_of(story)
    findings = tuple(_judge(story, rule) for rule in RULEBOOKS.get(rulebook, TRIAL))
    text = story.text
    return Verdict(agreement, text.fact.text if text else "", rulebook, _verdict(findings), findings)


def assess_table(
    entries: Sequence[Entry], texts: Mapping[str, bytes], disclosures: Mapping[str, tuple[str, str]]
) -> tuple[Finding, ...]:
    """What was safeguarded around a table, also where no text was ever fixed. Never raises; no verdict follows.

    That a side left is left out: leaving breaks a yes, and never the safeguards under which people talked.
    """
    story = tell([one for one in entries if not isinstance(one.fact, SideLeft)], texts, disclosures, "")
    rules = RULEBOOKS.get(_rulebook_of(story), TRIAL)
    return tuple(_judge(story, rule, about_text=False) for rule in rules if rule.name in AROUND_THE_TABLE)


def _rulebook_of(story: Story) -> str:
    named = [told.fact.rulebook for told in story.all(DialogueOpened)]
    named += [told.fact.rulebook for told in story.all(ThresholdsFrozen)]
    return named[-1] if named else ""


def _judge(story: Story, rule: Rule, *, about_text: bool = True) -> Finding:
    unknown = _untellable(story, about_text=about_text)
    if unknown:
        return Finding(rule.name, rule.severity, Result.UNKNOWN, unknown)
    if (
        story.all(DialogueOpened)[0].fact.kind == "issue"
    ):  # a policy: statements and undertakings (settled.md 8)
        evidence = (story.all(DialogueOpened)[0].number,)
        return Finding(
            rule.name, rule.severity, Result.NOT_APPLICABLE, "nobody_is_bound", evidence, grade="E1"
        )
    try:
        finding = rule.judge(story)
    except UNREADABLE:
        return Finding(rule.name, Severity.BLOCKS, Result.UNKNOWN, "unreadable")
    return with_clearance(story, with_corrections(story, finding))


def _untellable(story: Story, *, about_text: bool) -> str:
    """Why no rule can be judged at all, or ''."""
    if story.stray:
        return story.stray
    if len(story.all(DialogueOpened)) != 1 or story.strangers(DialogueOpened):
        return "no_opening"
    if _rulebook_of(story) not in RULEBOOKS:
        return "rulebook_unknown"
    return "" if story.text or not about_text else "no_text"


def _verdict(findings: Iterable[Finding]) -> str:
    """SUPPORTED when each rule is settled and at least one was really kept (settled.md 13; no vacuous proof)."""
    results = list(findings)
    if any(one.severity is Severity.BLOCKS and one.result is Result.NOT_KEPT for one in results):
        return NOT_SUPPORTED
    if all(one.settled for one in results) and any(one.result is Result.KEPT for one in results):
        return SUPPORTED
    return INCONCLUSIVE


def agreements_in(entries: Iterable[Entry]) -> list[str]:
    """The agreements of these entries, in the order in which their first text was fixed."""
    return list(dict.fromkeys(entry.fact.agreement for entry in entries if isinstance(entry.fact, TextFixed)))


def ending_of(entries: Iterable[Entry]) -> str | None:
    """The terminal state of the dialogue, or None while it goes on."""
    states = [
        entry.fact.state
        for entry in entries
        if isinstance(entry.fact, DialogueEnded) and may_write(entry.role, entry.party, entry.fact)
    ]
    return states[-1] if states else None


def earliest_release(entries: Sequence[Entry], agreement: str) -> datetime | None:
    """The first moment at which this agreement may be released: what people are told as "at least until".

    None while nobody has signed the text in force, or when the thresholds cannot be read. A later signature can
    only move it later (settled.md 2).
    """
    story = tell(entries, {}, {}, agreement)
    weighing = Weighing(story, "PRIOR-COOL-1", Severity.BLOCKS)
    try:
        found = slot_of(story, weighing, max(story.entries, default=0) + 1)
    except UNREADABLE:
        return None
    return found[0] if found else None


def abouts_for(agreement: str, sessions: Iterable[str], offers: Iterable[str] = ()) -> list[str]:
    """The slices of the record that `assess` needs: the dialogue as a whole, the agreement, all sessions, and the
    offers its texts came from (a yes can be taken back there too). On them it says what it says on the whole.
    """
    return sorted({"", agreement, *sessions, *offers})
