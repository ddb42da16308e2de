"""CONSENT-PROC-1: everyone who must decide agreed to take part, before the first session, and still does."""

from app.record.facts.dialogues import SideLeft
from app.record.facts.parties import TakingPartAgreed, TakingPartEnded
from app.record.facts.preparation import TakingPartNoted
from app.record.facts.sessions import SessionOpened
from app.voluntariness.finding import Finding, Severity
from app.voluntariness.roster import deciders_of
from app.voluntariness.story import Story, Told, grouped
from app.voluntariness.weighing import Weighing

Yes = Told[TakingPartAgreed] | Told[TakingPartNoted]


def consent_proc(story: Story) -> Finding:
    """Each listed decider's own consent to talk, older than the first session, not ended before the release.

    Source: domain.md 3.1 CONSENT-PROC-1 (UN Guidance for Effective Mediation: mediation is voluntary, needs
    consent, and consent may be withdrawn). Severity B. It was said by the person or noted on a visit; but once a
    person has stopped, only their own word counts. A form that is missing is UNKNOWN; one that came too late, was
    ended (before the first session or at the end), or whose side has left, is NOT_KEPT.
    """
    weighing = Weighing(story, "CONSENT-PROC-1", Severity.BLOCKS)
    weighing.counts_on(TakingPartAgreed, TakingPartNoted, TakingPartEnded, SideLeft, SessionOpened)
    agreed = grouped(story.all(TakingPartAgreed), lambda told: (told.entry.by, told.fact.side))
    noted = story.all(TakingPartNoted)
    ended = grouped(story.all(TakingPartEnded), lambda told: told.entry.by)
    opened = min(story.all(SessionOpened), key=lambda told: told.soonest, default=None)
    if opened is None:
        weighing.lacks("no_session")
    else:
        weighing.rests_on(opened.entry)
    for decider in deciders_of(story, weighing):
        stops = ended.get(decider.person, [])
        own: list[Yes] = list(agreed.get((decider.person, decider.side), []))
        own += [
            told
            for told in noted
            if decider.person in told.fact.persons
            and decider.side == told.fact.side
            and not any(stop.number < told.number for stop in stops)
        ]
        _weigh(weighing, sorted(own, key=lambda told: told.number), stops, opened)
    left = story.all(SideLeft)
    if left:
        weighing.breaks("side_left", *(told.entry for told in left))
    return weighing.finding()


def _weigh(
    weighing: Weighing,
    agreed: list[Yes],
    ended: list[Told[TakingPartEnded]],
    opened: Told[SessionOpened] | None,
) -> None:
    weighing.proves(*(told.entry for told in agreed))
    weighing.speaks_against(*(told.entry for told in ended))
    if not agreed:
        weighing.lacks("not_agreed")
        return
    if opened is not None and min(told.entry.when for told in agreed) >= opened.soonest:
        weighing.breaks("agreed_late", agreed[0].entry)
    words: list[Yes | Told[TakingPartEnded]] = sorted([*agreed, *ended], key=lambda told: told.number)
    at_opening = [told for told in words if opened is not None and told.number < opened.number]
    for last in (*at_opening[-1:], words[-1]):
        if isinstance(last.fact, TakingPartEnded):
            weighing.breaks("stopped", last.entry)
