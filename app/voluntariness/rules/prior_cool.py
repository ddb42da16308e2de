"""PRIOR-COOL-1: everyone who signed could take it back until the cooling-off had ended, and nobody did."""

from datetime import datetime

from app.record.facts.agreements import AnswerGiven, SignatureGiven
from app.record.facts.audit import AgreementReleased
from app.record.facts.understanding import AnswerWitnessed
from app.voluntariness.finding import Finding, Severity
from app.voluntariness.governing import governing
from app.voluntariness.slots import is_slot_day, release_slot
from app.voluntariness.story import Story, Told
from app.voluntariness.weighing import Weighing

TAKES_BACK = frozenset({"revoke", "refuse"})


def prior_cool(story: Story) -> Finding:
    """The release came at a slot after the last signature's cooling-off; no signer took the yes back before it.

    Source: domain.md 3.3 PRIOR-COOL-1 (29 CFR 1625.22(e)(4): seven days that no agreement can shorten). Severity
    B. UNKNOWN until the release (settled.md 14), and when what a signer said after signing is not open to us:
    what is withheld never improves an answer. A no on the offer counts like a no on the text.
    """
    weighing = Weighing(story, "PRIOR-COOL-1", Severity.BLOCKS)
    weighing.counts_on(SignatureGiven, AnswerGiven, AnswerWitnessed, AgreementReleased)
    weighing.counts_by_clock()
    signed = story.signatures()
    if not signed:
        weighing.lacks("none_signed")
    weighing.rests_on(*(told.entry for told in signed))
    released = story.release
    _weigh_answers(story, weighing, signed)
    if released is None:
        weighing.lacks("not_released")
    else:
        weighing.proves(released.entry)
        _weigh_release(story, weighing, released)
    return weighing.finding()


def slot_of(story: Story, weighing: Weighing, number: int) -> tuple[datetime, str] | None:
    """The first moment for a release written as this entry, and the slot it belongs to; None when unknown."""
    signed = story.signatures()
    numbers = governing(story, weighing, number)
    if not signed or numbers is None:
        return None
    last = max(told.latest for told in signed)
    return release_slot(last, numbers.numbers.cooling_off_days, numbers.closures, numbers.slot), numbers.slot


def _weigh_answers(story: Story, weighing: Weighing, signed: list[Told[SignatureGiven]]) -> None:
    newest = {told.entry.by: told.number for told in signed}
    for told in story.answers():
        if told.person not in newest:
            continue  # did not sign: CAP-1 asks about them
        if told.number < newest[told.person]:
            continue  # said before signing: the signature came later
        words = story.words(told.entry)
        if words is None:
            weighing.lacks("answer_closed", told.entry)
        elif words in TAKES_BACK:
            weighing.speaks_against(told.entry)
            if story.release is not None:
                weighing.breaks("withdrawn", told.entry)
        else:
            weighing.rests_on(told.entry)


def _weigh_release(story: Story, weighing: Weighing, released: Told[AgreementReleased]) -> None:
    if story.text is None or released.fact.text != story.text.fact.text:
        weighing.breaks("released_another_text", released.entry)
    found = slot_of(story, weighing, released.number)
    if found is None:
        return
    earliest, slot = found
    if released.soonest < earliest:
        weighing.breaks_by_clock("released_early", released.entry)
    elif not is_slot_day(released.soonest, slot):
        weighing.breaks_by_clock("not_a_slot", released.entry)
