"""CAP-1: everyone whose own yes is needed is of age and signed, each for themselves."""

from app.record.facts.agreements import SignatureGiven
from app.record.facts.sessions import SessionClosed
from app.voluntariness.finding import Finding, Severity
from app.voluntariness.roster import Decider, deciders_of
from app.voluntariness.story import Story, Told, grouped
from app.voluntariness.weighing import Weighing


def cap(story: Story) -> Finding:
    """Each side's closed list of owners, spouses and co-holders: all adult, each with a signature of the text.

    Source: domain.md 3.1 CAP-1 (Civil Code of Cambodia 2007, art. 17 and 358-359; spouses of common land are
    listed by default). Severity B. A missing signature is UNKNOWN while a session in which others signed still
    goes on, then NOT_KEPT (settled.md 14).
    """
    weighing = Weighing(story, "CAP-1", Severity.BLOCKS)
    weighing.counts_on(SignatureGiven, SessionClosed)
    signed = story.signatures()
    signed_by = grouped(signed, _of)
    deciders = deciders_of(story, weighing)
    for decider in deciders:
        _weigh_age(weighing, decider)
        own = signed_by.get((decider.person, decider.side), [])
        weighing.proves(*(told.entry for told in own))
        if not own:
            _weigh_missing(story, weighing, signed)
    listed = {(decider.person, decider.side) for decider in deciders}
    unlisted = [told.entry for told in signed if _of(told) not in listed]
    if unlisted:
        weighing.lacks("signer_unlisted", *unlisted)
    return weighing.finding()


def _of(told: Told[SignatureGiven]) -> tuple[str, str]:
    return told.entry.by, told.entry.party


def _weigh_age(weighing: Weighing, decider: Decider) -> None:
    weighing.proves(decider.listed.entry)
    if decider.listed.fact.adult == "no":
        weighing.breaks("under_age", decider.listed.entry)
    elif decider.listed.fact.adult != "yes":
        weighing.lacks("age_unknown", decider.listed.entry)


def _weigh_missing(story: Story, weighing: Weighing, signed: list[Told[SignatureGiven]]) -> None:
    """Nobody must ever be able to say that the others waited: the session in which they signed decides."""
    if not signed:
        weighing.lacks("none_signed")
        return
    closed = {told.fact.session: told for told in story.all(SessionClosed)}
    if all(told.fact.session in closed for told in signed):
        weighing.breaks("not_signed", *(closed[told.fact.session].entry for told in signed))
    else:
        weighing.lacks("not_signed_yet")
