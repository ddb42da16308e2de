"""FREE-REPORT-1: everybody could tell somebody independent, alone; nothing that was told is open."""

from app.record.facts.agreements import SignatureGiven
from app.record.facts.preparation import PrivateTalkHeld
from app.record.facts.promises import ReportsExamined
from app.voluntariness.finding import Finding, Severity
from app.voluntariness.roster import deciders_of
from app.voluntariness.story import Story, grouped
from app.voluntariness.weighing import Weighing

OPPORTUNITIES = 2
"""Private talks offered to each adult who decides: one before, one after signing (domain.md 3.3)."""


def free_report(story: Story) -> Finding:
    """Two recorded private talks with each decider, alone, and the monitor's word that no report is open.

    Source: domain.md 3.3 FREE-REPORT-1 (CAO and IAM practice on reprisals; settled.md 4). Severity B. UNKNOWN until
    the monitor's word after the last signature, which is written with the release (settled.md 14). A talk that
    was not held alone, with nothing that was, is NOT_KEPT. What anybody said is nowhere in the record.
    """
    weighing = Weighing(story, "FREE-REPORT-1", Severity.BLOCKS)
    weighing.counts_on(PrivateTalkHeld, ReportsExamined, SignatureGiven)
    talks = grouped(story.all(PrivateTalkHeld), lambda told: told.fact.person)
    for decider in deciders_of(story, weighing):
        held = [told for told in talks.get(decider.person, []) if told.entry.by != decider.person]
        alone = [told.entry for told in held if told.fact.alone]
        weighing.proves(*alone)
        watched = [told.entry for told in held if not told.fact.alone]
        weighing.speaks_against(*watched)
        if len(alone) >= OPPORTUNITIES:
            continue
        if len(held) >= OPPORTUNITIES:
            weighing.breaks("never_alone", *watched)
        else:
            weighing.lacks("private_talk_missing")
    examined = story.all(ReportsExamined)
    weighing.proves(*(told.entry for told in examined[-1:]))
    text = story.text
    since = [told.number for told in story.signatures()] + ([text.number] if text else [])
    if not examined or examined[-1].number < max(since, default=-1):
        weighing.lacks("reports_not_examined")
    return weighing.finding()
