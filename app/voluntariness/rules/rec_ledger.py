"""REC-LEDGER-1: the end of the record lay on paper in the hands of every side before the release."""

from app.record.facts.agreements import SignatureGiven
from app.record.facts.sessions import SessionOpened
from app.record.facts.sittings import HeadHandedOut
from app.voluntariness.finding import Finding, Severity
from app.voluntariness.roster import sides_of
from app.voluntariness.story import Story, Told
from app.voluntariness.weighing import Weighing


def rec_ledger(story: Story) -> Finding:
    """Each side was handed a head that covers every signature, after the signing session's opening, before the
    release: whoever holds it can show that nothing before it was changed.

    Source: domain.md 3.6 REC-LEDGER-1 (Cambodia's law on electronic commerce, art. 9; a bare chain does not stop
    its keeper from writing it anew, a head in the hands of each opposing side does). Severity B. That the entries
    form one unbroken chain is checked by whoever reads them (the verifier, the bundle), not here.
    """
    weighing = Weighing(story, "REC-LEDGER-1", Severity.BLOCKS)
    weighing.counts_on(HeadHandedOut, SignatureGiven, SessionOpened)
    sides = sides_of(story, weighing)
    signed = story.signatures()
    if not signed:
        weighing.lacks("none_signed")
        return weighing.finding()
    last = max(told.number for told in signed)
    handed = _handed_out(story, weighing, {told.fact.session for told in signed})
    for side in sides:
        own = [told for told in handed if side in told.fact.sides]
        covering = [told for told in own if told.fact.size > last]
        weighing.proves(*(told.entry for told in covering[-1:]))
        if own and not covering:
            weighing.lacks("head_too_early", *(told.entry for told in own))
        elif not own:
            weighing.lacks("head_not_handed")
    return weighing.finding()


def _handed_out(story: Story, weighing: Weighing, signing: set[str]) -> list[Told[HeadHandedOut]]:
    """Heads handed out since a signing session was opened. One that covers more than there was is no head."""
    opened = [told for told in story.all(SessionOpened) if told.fact.session in signing]
    if not opened:
        weighing.lacks("signed_outside_session")
        return []
    weighing.rests_on(opened[0].entry)
    found = [told for told in story.all(HeadHandedOut) if told.number > opened[0].number]
    ahead = [told.entry for told in found if told.fact.size > told.number]
    if ahead:
        weighing.lacks("head_ahead", *ahead)
    return found
