"""REC-BIND-1: a yes counts only for the exact text it was said to."""

from app.record.facts.agreements import SignatureAttested, SignatureGiven, TextFixed
from app.record.facts.audit import AgreementReturned
from app.record.facts.understanding import RecordingBound, RecordingChanged
from app.voluntariness.finding import Finding, Severity
from app.voluntariness.roster import deciders_of
from app.voluntariness.story import Story, Told, grouped
from app.voluntariness.weighing import Weighing


def rec_bind(story: Story) -> Finding:
    """Each decider's signature names the text in force, in one of its languages, attested by the witness.

    Source: domain.md 3.6 REC-BIND-1 (29 CFR 1625.22(e)(4): a material change restarts the clock; Singapore
    Convention art. 5(1)(b)(iii)). Severity B. The text's file must be there with that SHA-256, else UNKNOWN; so
    is a signature that no witness has attested. A signature of another text only, or from before what was heard of
    the text was changed, is NOT_KEPT: a change of the recording is a change.
    """
    weighing = Weighing(story, "REC-BIND-1", Severity.BLOCKS)
    weighing.counts_on(TextFixed, SignatureGiven, SignatureAttested, AgreementReturned)
    weighing.counts_on(RecordingBound, RecordingChanged)
    _weigh_texts(story, weighing)
    valid = grouped(story.signatures(), lambda told: told.entry.by)
    every = grouped(story.all(SignatureGiven), lambda told: told.entry.by)
    attested = grouped(story.all(SignatureAttested), lambda told: told.fact.person)
    for decider in deciders_of(story, weighing):
        own = valid.get(decider.person, [])
        _weigh_void(story, weighing, own, every.get(decider.person, []))
        for told in own:
            _weigh_signature(story, weighing, told, attested.get(decider.person, []))
    return weighing.finding()


def _weigh_texts(story: Story, weighing: Weighing) -> None:
    """The text in force is here, and so is each one that it replaced."""
    fixed = story.all(TextFixed)
    weighing.rests_on(*(told.entry for told in fixed[-1:]))
    before = ""
    for told in fixed:
        if told.fact.replaces != before:
            weighing.lacks("text_before_missing", told.entry)
        before = told.fact.text
    if story.file(before) is None:
        weighing.lacks("text_missing", *(told.entry for told in fixed[-1:]))


def _weigh_void(
    story: Story, weighing: Weighing, own: list[Told[SignatureGiven]], every: list[Told[SignatureGiven]]
) -> None:
    """Signatures that no longer count are shown beside; with nothing else, they break the rule."""
    void = [told for told in every if told not in own]
    weighing.speaks_against(*(told.entry for told in void))
    if own:
        return
    text = story.text
    elsewhere = [told.entry for told in void if text is None or told.fact.text != text.fact.text]
    changes = story.heard_anew
    if elsewhere:
        weighing.breaks("signed_another_text", *elsewhere)
    elif changes and any(told.number < changes[-1].number for told in void):
        weighing.breaks("heard_another", changes[-1], *(told.entry for told in void))
    else:
        weighing.lacks("not_signed_yet")


def _weigh_signature(
    story: Story, weighing: Weighing, signature: Told[SignatureGiven], attested: list[Told[SignatureAttested]]
) -> None:
    weighing.rests_on(signature.entry)
    if story.text is None or signature.fact.language not in story.text.fact.languages:
        weighing.breaks("language_differs", signature.entry)
    seen = [
        told.entry
        for told in attested
        if (told.fact.text, told.fact.session) == (signature.fact.text, signature.fact.session)
        and told.number > signature.number
        and told.entry.by != signature.entry.by
    ]
    weighing.proves(*seen)
    if not seen:
        weighing.lacks("not_attested", signature.entry)
