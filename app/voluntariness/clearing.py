"""What is set beside a finding afterwards: corrections that overtake its evidence, and the monitor's clearance."""

from dataclasses import replace

from app.record.facts.audit import RuleCleared
from app.record.facts.dialogues import EntryCorrected
from app.voluntariness.finding import Finding, Result, Severity
from app.voluntariness.story import Story


def with_corrections(story: Story, finding: Finding) -> Finding:
    """A rule that rests on an entry which its own author has corrected is not known to be kept, nor not to apply."""
    corrections = [
        told
        for told in story.all(EntryCorrected)
        if told.fact.corrects in finding.evidence
        and told.fact.corrects in story.entries
        and story.entries[told.fact.corrects].by == told.entry.by
    ]
    if not corrections or finding.result not in (Result.KEPT, Result.NOT_APPLICABLE):
        return finding
    against = tuple(sorted({*finding.against, *(told.number for told in corrections)}))
    return replace(finding, result=Result.UNKNOWN, reason="corrected", against=against)


def with_clearance(story: Story, finding: Finding) -> Finding:
    """Set the newest clearance that counts beside a finding that needs one.

    It counts when a monitor wrote it with its reason (NEU-MONITOR-1: nobody clears their own work), after all
    that it clears: what came later was not before their eyes.
    """
    if finding.severity is not Severity.CLEARANCE or finding.result in (Result.KEPT, Result.NOT_APPLICABLE):
        return finding
    seen = {number for number in (*finding.evidence, *finding.against) if number in story.entries}
    authors = {story.entries[number].by for number in seen}
    text = story.text
    since = max([*seen, text.number if text else -1])
    cleared = [
        told.number
        for told in story.all(RuleCleared)
        if told.fact.rule == finding.rule
        and told.entry.by not in authors
        and told.number > since
        and (story.words(told.entry) or "").strip()
    ]
    return replace(finding, cleared=max(cleared, default=-1))
