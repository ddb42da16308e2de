"""Who sees what: the whole visibility table, on one page.

Everything that can be read carries one audience, a plain string; a viewer has a set of audiences. Reading is
set membership, and therefore the same in SQL (`row.audience.in_(...)`) and in Python.
"""

from app.access.viewer import Viewer
from app.foundation.roles import Role
from app.record.facts import (
    Fact,
    agreements,
    audit,
    dialogues,
    parties,
    preparation,
    promises,
    sessions,
    sittings,
    understanding,
)

TABLE = "table"  # all who sit at it
STAFF = "staff"  # facilitator and mediator
CHAIR = "chair"  # staff and the chair
MONITORS = "monitors"

SEES: dict[Role, frozenset[str]] = {
    Role.FACILITATOR: frozenset({TABLE, STAFF, CHAIR}),
    Role.MEDIATOR: frozenset({TABLE, STAFF, CHAIR}),
    Role.CHAIR: frozenset({TABLE, CHAIR}),
    Role.DELEGATE: frozenset({TABLE}),
    Role.PARALEGAL: frozenset({TABLE}),
    Role.WITNESS: frozenset({TABLE}),
    Role.INTERPRETER: frozenset({TABLE}),
    Role.OBSERVER: frozenset({TABLE}),
    Role.MONITOR: frozenset({TABLE, STAFF, CHAIR, MONITORS}),
    Role.SAFEGUARD_OFFICER: frozenset({TABLE, STAFF, CHAIR, MONITORS}),
    Role.NODE: frozenset(),
}

_STAFF_FACTS = (
    parties.DeciderListed,
    parties.DecidersClosed,
    parties.TakingPartAgreed,
    parties.TakingPartEnded,
    sessions.InvitationDelivered,
    sessions.InvitationAnswered,
    sittings.LeaveAsked,
    sittings.UltimatumNoted,
    sittings.SittingNoted,
    agreements.TextHandedOver,
    promises.FollowUpsPlanned,
    promises.FollowUpHeld,
    promises.HarmSheetWritten,
    understanding.ReadingHeld,
    preparation.TableRequested,
    preparation.RequestAnswered,
    preparation.ProceedingNoted,
    preparation.TakingPartNoted,
    preparation.RightsNoticeGiven,
    preparation.MandateGiven,
    preparation.MandateWitnessed,
    preparation.MandateEnded,
    audit.EvidenceAsked,  # whoever is asked must be able to read it
)
_CHAIR_FACTS = (
    sessions.AgendaVersioned,
    sessions.AgendaSentForReview,
    sessions.AgendaReviewed,
    sessions.SuggestionAnswered,
)
_MONITOR_FACTS = (
    audit.RuleCleared,
    audit.ReviewPutOff,
    dialogues.ClockDoubted,
    preparation.PrivateTalkHeld,  # staff are told how many are done, nobody is told who
    understanding.LiteracyNoted,
)
_OWN_FACTS = (
    agreements.AnswerGiven,
    agreements.SignatureGiven,
    agreements.SignatureAttested,
    understanding.UnderstandingShown,
    understanding.AdviceOffered,
    understanding.SigningRoomNoted,
    understanding.ReleaseMarked,
    understanding.CopyTaken,
    dialogues.EntryCorrected,
)
"""What only the writer and the monitors read: who signed says who did not (settled.md 3)."""


def private_to_side(side: str) -> str:
    """The audience of one side's own things."""
    return f"side:{side}"


def private_to_person(person: str) -> str:
    """The audience of one person's own things (and the monitors')."""
    return f"person:{person}"


def audience_of(fact: Fact, by: str) -> str:
    """The audience of an entry with this fact, written by this person."""
    if isinstance(fact, _OWN_FACTS):
        return private_to_person(by)
    if isinstance(fact, understanding.AnswerWitnessed):
        return private_to_person(fact.person)  # whoever witnessed it saw it once and needs it no more
    if isinstance(fact, _MONITOR_FACTS):
        return MONITORS
    if isinstance(fact, _CHAIR_FACTS):
        return CHAIR
    if isinstance(fact, _STAFF_FACTS):
        return STAFF
    if isinstance(fact, sessions.PositionStated) and fact.audience != TABLE:
        return private_to_side(fact.side)
    return TABLE


def audiences_of(viewer: Viewer) -> frozenset[str]:
    """All audiences this person belongs to, persons' private ones (monitors) excepted: see `may_read`."""
    seats = frozenset().union(*(SEES[role] for role in viewer.roles)) if viewer.roles else frozenset()
    own = {private_to_person(viewer.person)} | ({private_to_side(viewer.side)} if viewer.side else set())
    return frozenset(seats | own)


def may_read(viewer: Viewer, audience: str) -> bool:
    """May this person read a thing of this audience? Monitors also read what is private to a person."""
    if MONITORS in audiences_of(viewer) and audience.startswith("person:"):
        return True
    return audience in audiences_of(viewer)
