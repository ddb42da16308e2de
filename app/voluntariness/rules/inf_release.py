"""INF-RELEASE-1: who gives up a claim says so by a mark of its own, apart from the signature."""

from app.record.facts.agreements import SignatureGiven
from app.record.facts.understanding import ReleaseMarked
from app.voluntariness.finding import Finding, Result, Severity
from app.voluntariness.grades import weakest
from app.voluntariness.looked_through import (
    GIVES_UP_CLAIM,
    claim_words_in,
    scans_of,
    second_looks,
    tags_in,
)
from app.voluntariness.story import Story
from app.voluntariness.weighing import Weighing


def inf_release(story: Story) -> Finding:
    """Where a text gives up claims: each signer's own separate mark under exactly this text.

    Source: domain.md 3.4 INF-RELEASE-1 (29 CFR 1625.22, a waiver refers to the rights it gives up; claimants who
    took money believing that their other claims lived on). Severity B. Whether claims are given up is said by
    whoever looked through the text; where nobody did, or where its words are not here to be asked, it is UNKNOWN;
    where none are given up it does not apply.
    Where its words speak of a complaint and nobody named a claim, only a monitor's own look settles it.
    """
    weighing = Weighing(story, "INF-RELEASE-1", Severity.BLOCKS)
    weighing.counts_on(ReleaseMarked, SignatureGiven)
    scans = scans_of(story, weighing)
    entries = [told.entry for told in scans]
    text = story.text
    named = GIVES_UP_CLAIM in tags_in(scans)
    if text and not named:
        page = story.page(text.fact.text)
        if page is None:
            weighing.lacks("text_missing", text.entry)
        elif claim_words_in(page) and not second_looks(story, scans):
            weighing.lacks("claim_words_ask", text.entry)
    if scans and not weighing.lacking and not named:
        evidence, grade = tuple(entry.number for entry in entries), weakest(entries)
        return Finding(
            weighing.rule,
            weighing.severity,
            Result.NOT_APPLICABLE,
            "nobody_gives_up_a_claim",
            evidence,
            grade=grade,
        )
    weighing.rests_on(*entries)
    signed = story.signatures()
    if not signed:
        weighing.lacks("none_signed")
    marks = {
        told.entry.by: told.entry
        for told in story.all(ReleaseMarked)
        if story.text and told.fact.text == story.text.fact.text and told.number > story.text.number
    }
    for told in signed:
        weighing.rests_on(told.entry)
        if told.entry.by in marks:
            weighing.proves(marks[told.entry.by])
        else:
            weighing.lacks("claims_not_marked", told.entry)
    return weighing.finding()
