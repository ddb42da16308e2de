"""FREE-PRIVATE-1: after signing somebody independent talked with each person alone, while a yes could be taken back."""

from app.foundation.roles import Role
from app.record.facts.agreements import SignatureAttested, SignatureGiven
from app.record.facts.preparation import PrivateTalkHeld
from app.voluntariness.finding import Finding, Severity
from app.voluntariness.roster import deciders_of
from app.voluntariness.story import Story, Told, grouped
from app.voluntariness.weighing import Weighing

CONFIRMATION = "confirmation"


def free_private(story: Story) -> Finding:
    """Each decider who signed: a private talk, alone, after their signature and before the release.

    Source: domain.md 3.2 FREE-PRIVATE-1 (perceived coercion: control over the decision; a plea court asks the
    person itself about force, threats and promises). Severity B. It counts up to the release, as taking back a yes
    does (settled.md 2). Whoever attested the signature does not ask about it. A talk that is missing is UNKNOWN;
    one with others in the room is NOT_KEPT. What was said stands nowhere.
    """
    weighing = Weighing(story, "FREE-PRIVATE-1", Severity.BLOCKS)
    weighing.counts_on(PrivateTalkHeld, SignatureGiven, SignatureAttested)
    signed = grouped(story.signatures(), lambda told: told.entry.by)
    if not signed:
        weighing.lacks("none_signed")
    talks = grouped(
        [told for told in story.all(PrivateTalkHeld) if told.fact.kind == CONFIRMATION],
        lambda told: told.fact.person,
    )
    attested = {told.entry.by for told in story.all(SignatureAttested)}
    deciders = deciders_of(story, weighing)
    people = {decider.person for decider in deciders}
    for decider in deciders:
        for signature in signed.get(decider.person, [])[-1:]:
            own = [told for told in talks.get(decider.person, []) if _may_ask(told, people, attested)]
            _weigh(weighing, signature, own)
    return weighing.finding()


def _may_ask(talk: Told[PrivateTalkHeld], people: set[str], attested: set[str]) -> bool:
    return talk.entry.by not in people and (
        talk.entry.role is not Role.WITNESS or talk.entry.by not in attested
    )


def _weigh(weighing: Weighing, signature: Told[SignatureGiven], own: list[Told[PrivateTalkHeld]]) -> None:
    weighing.rests_on(signature.entry)
    after = [
        told for told in own if told.number > signature.number and told.entry.when >= signature.entry.when
    ]
    alone = [told for told in after if told.fact.alone]
    if alone:
        weighing.proves(alone[0].entry)
    elif after:
        weighing.breaks("talk_not_alone", after[0].entry)
    else:
        weighing.lacks("not_confirmed")
