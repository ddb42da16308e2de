"""NEU-DUALROLE-1: every side knew that the office also goes to court; where it does so here, somebody else mediates."""

from app.foundation.roles import Role
from app.record.entry import Entry
from app.record.facts.parties import RoleGiven
from app.record.facts.preparation import DualRoleAccepted, DualRoleStated, ProceedingNoted, TieDisclosed
from app.record.facts.sessions import SessionOpened
from app.voluntariness.finding import Finding, Severity
from app.voluntariness.neutrals import first_opening
from app.voluntariness.roster import sides_of
from app.voluntariness.story import Story, Told, grouped
from app.voluntariness.weighing import Weighing


def neu_dualrole(story: Story) -> Finding:
    """The office stated its other role in writing before the first session.

    Source: domain.md 3.5 NEU-DUALROLE-1 (the organisation goes to court and holds tables, and hires an independent
    mediator where that is needed; Singapore Convention art. 5(1)(f)). Severity B. Where our office acts in a
    connected proceeding, each side accepted that in writing, after it was told of it, and the mediator is of another
    office: both before the first session, or before the next one where the connection became known only later.
    """
    weighing = Weighing(story, "NEU-DUALROLE-1", Severity.BLOCKS)
    weighing.counts_on(DualRoleStated, DualRoleAccepted, ProceedingNoted)
    opened = first_opening(story, weighing)
    stated = story.all(DualRoleStated)
    if not stated:
        weighing.lacks("dual_role_unstated")
    else:
        weighing.proves(stated[0].entry)
        if opened is not None and stated[0].entry.when >= opened.soonest:
            weighing.breaks("dual_role_stated_late", stated[0].entry)
    connected = [
        *(told.entry for told in stated if told.fact.connected),
        *(told.entry for told in story.all(ProceedingNoted) if told.fact.connected),
    ]
    if connected:
        weighing.rests_on(*connected)
        known = min(connected, key=lambda entry: entry.number)
        session = _session_after(story, known, opened)
        if session is not None and (known.number > session.number or known.when >= session.soonest):
            weighing.breaks("connection_told_late", known)
        _weigh_accepted(story, weighing, max(known.number, stated[0].number if stated else -1), session)
        _weigh_mediators(story, weighing, session)
    return weighing.finding()


def _session_after(
    story: Story, known: Entry, first: Told[SessionOpened] | None
) -> Told[SessionOpened] | None:
    """The session before which all had to be in order: the next one after the connection was written down, or the
    first where none came after it.
    """
    later = [told for told in story.all(SessionOpened) if told.number > known.number]
    return min(later, key=lambda told: told.soonest, default=first)


def _weigh_accepted(
    story: Story, weighing: Weighing, since: int, session: Told[SessionOpened] | None
) -> None:
    """Each side accepted what it had been told, before that session."""
    accepted = grouped(story.all(DualRoleAccepted), lambda told: told.fact.side)
    for side in sides_of(story, weighing):
        own = [told.entry for told in accepted.get(side, []) if told.number > since]
        weighing.proves(*own[:1])
        if not own:
            weighing.lacks("dual_role_unanswered")
        elif session is not None and all(entry.when >= session.soonest for entry in own):
            weighing.breaks("dual_role_accepted_late", own[0])


def _weigh_mediators(story: Story, weighing: Weighing, session: Told[SessionOpened] | None) -> None:
    """Somebody of another office mediates, and did so before that session."""
    weighing.counts_on(RoleGiven, TieDisclosed)
    mediators = [told for told in story.all(RoleGiven) if told.fact.role == Role.MEDIATOR.value]
    ties = grouped(story.all(TieDisclosed), lambda told: told.entry.by)
    if not mediators:
        weighing.lacks("no_mediator_from_outside")
    elif session is not None and all(seat.entry.when >= session.soonest for seat in mediators):
        weighing.breaks("mediator_seated_late", *(seat.entry for seat in mediators))
    for seat in mediators:
        weighing.rests_on(seat.entry)
        told = ties.get(seat.fact.person, [])
        if not told:
            weighing.lacks("no_mediator_from_outside", seat.entry)
        elif told[-1].fact.office != "other":
            weighing.breaks("mediator_of_this_office", told[-1].entry)
        else:
            weighing.proves(told[-1].entry)
