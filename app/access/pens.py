"""Who may write what: the whole permission table for changes, on one page.

The same table is read when a change is made and when a bundle is verified, so an entry written by the wrong
hand is refused today and found tomorrow.
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

_STAFF = frozenset({Role.FACILITATOR, Role.MEDIATOR})
_PARTY = frozenset({Role.DELEGATE})
_CHAIR = frozenset({Role.CHAIR})
_WITNESS = frozenset({Role.WITNESS})
_MONITOR = frozenset({Role.MONITOR, Role.SAFEGUARD_OFFICER})
_NEUTRALS = _STAFF | _CHAIR | _WITNESS | _MONITOR | frozenset({Role.INTERPRETER})
_IN_THE_ROOM = _STAFF | _WITNESS | _MONITOR | frozenset({Role.OBSERVER})
_NODE = frozenset({Role.NODE})
_ANYONE = frozenset(role for role in Role if role is not Role.NODE)

PENS: dict[type[Fact], frozenset[Role]] = {
    dialogues.DialogueOpened: frozenset({Role.FACILITATOR}),
    dialogues.TrackProposed: _STAFF,
    dialogues.ThresholdsFrozen: _STAFF,
    dialogues.PauseAsked: _ANYONE,
    dialogues.PauseEnded: _ANYONE,
    dialogues.SideLeft: _PARTY,
    dialogues.DialogueEnded: _STAFF,
    dialogues.EntryCorrected: _ANYONE,
    dialogues.ClockDoubted: _NODE,
    parties.PersonIntroduced: _STAFF,
    parties.SideNamed: _STAFF,
    parties.RoleGiven: _STAFF,
    parties.RoleEnded: _STAFF,
    parties.DeciderListed: _STAFF,
    parties.DecidersClosed: _STAFF,
    parties.TakingPartAgreed: _PARTY,
    parties.TakingPartEnded: _PARTY,
    sessions.SessionPlanned: _STAFF,
    sessions.SessionMoved: _STAFF,
    sessions.SessionCancelled: _STAFF,
    sessions.InvitationDelivered: _STAFF,
    sessions.InvitationAnswered: _ANYONE,
    sessions.AgendaVersioned: _STAFF,
    sessions.AgendaSentForReview: _STAFF,
    sessions.AgendaReviewed: _CHAIR,
    sessions.SuggestionAnswered: _STAFF,
    sessions.AgendaDelivered: _STAFF,
    sessions.SessionOpened: _CHAIR | _STAFF,
    sessions.SessionClosed: _CHAIR | _STAFF,
    sessions.PositionStated: _PARTY,
    sittings.AttendanceNoted: _IN_THE_ROOM,
    sittings.RoomChecked: _IN_THE_ROOM,
    sittings.LeaveAsked: _IN_THE_ROOM,
    sittings.BreakHeld: _IN_THE_ROOM,
    sittings.SpeakingTimed: _IN_THE_ROOM,
    sittings.TreatmentNoted: _IN_THE_ROOM,
    sittings.UltimatumNoted: _IN_THE_ROOM,
    sittings.SittingNoted: _IN_THE_ROOM,
    sittings.MinutesWritten: _IN_THE_ROOM,
    sittings.HeadHandedOut: _IN_THE_ROOM,
    sittings.MinutesAnswered: _PARTY,
    agreements.IfNoStated: _STAFF,
    agreements.IfNoSigned: _PARTY | _CHAIR,
    agreements.OfferTabled: _PARTY,
    agreements.OfferWithdrawn: _PARTY,
    agreements.AnswerGiven: _PARTY,
    agreements.OutcomeOpened: _NODE,
    agreements.TextFixed: _STAFF,
    agreements.TextHandedOver: _WITNESS,
    agreements.SignatureGiven: _PARTY,
    agreements.SignatureAttested: _WITNESS,
    understanding.RecordingBound: _STAFF,
    understanding.RecordingChanged: _STAFF,
    understanding.AnswerWitnessed: _WITNESS,
    understanding.LiteracyNoted: _STAFF | _WITNESS,
    understanding.ReadingHeld: _WITNESS,
    understanding.UnderstandingShown: _WITNESS,
    understanding.AdviceOffered: _STAFF | _WITNESS,
    understanding.TextScanned: _STAFF | _MONITOR,
    understanding.SigningRoomNoted: _WITNESS,
    understanding.ReleaseMarked: _PARTY,
    understanding.CopyTaken: _WITNESS,
    audit.EvidenceAsked: _MONITOR,
    audit.RuleCleared: _MONITOR,
    audit.ReviewPutOff: _MONITOR,
    audit.AgreementReturned: _MONITOR,
    audit.AgreementReleased: _MONITOR,
    audit.OfferLookedThrough: _MONITOR,
    audit.HeadNoted: _NODE,
    preparation.TableRequested: _STAFF,
    preparation.RequestAnswered: _STAFF,
    preparation.ParcelNamed: _STAFF,
    preparation.ProceedingNoted: _STAFF,
    preparation.TakingPartNoted: _STAFF | _WITNESS,
    preparation.RightsNoticeGiven: _STAFF | _WITNESS,
    preparation.GroundRulesAgreed: _STAFF | _WITNESS,
    preparation.StandstillTermsAgreed: _STAFF | _WITNESS,
    preparation.StandstillBreached: _STAFF | _WITNESS,
    preparation.StandstillRepaired: _STAFF | _WITNESS,
    preparation.MandateGiven: _STAFF | _WITNESS,
    preparation.MandateWitnessed: _WITNESS,
    preparation.MandateEnded: _STAFF | _WITNESS,
    preparation.PrivateTalkHeld: _MONITOR | _WITNESS,
    preparation.TieDisclosed: _NEUTRALS,
    preparation.TieAnswered: _STAFF | _WITNESS,
    preparation.DualRoleStated: _STAFF,
    preparation.DualRoleAccepted: _STAFF | _WITNESS,
    promises.PromiseNamed: _STAFF,
    promises.PromiseClaimed: _PARTY,
    promises.PromiseConfirmed: _PARTY,
    promises.PromiseDisputed: _PARTY,
    promises.FollowUpsPlanned: _STAFF | _MONITOR,
    promises.FollowUpHeld: _STAFF | _MONITOR,
    promises.ReportsExamined: frozenset({Role.MONITOR}),
    promises.IncidentReported: _STAFF | _MONITOR | _WITNESS | frozenset({Role.PARALEGAL}),
    promises.IncidentClosed: _STAFF | _MONITOR,
    promises.HarmSheetWritten: _STAFF | _MONITOR,
}

NO_SIDE_BUT_OWN: frozenset[type[Fact]] = frozenset(
    {
        dialogues.SideLeft,
        parties.TakingPartAgreed,
        parties.TakingPartEnded,
        sessions.PositionStated,
        sittings.MinutesAnswered,
        agreements.OfferTabled,
    }
)
"""Facts whose field `side` must be the writer's own side: nobody speaks for another side."""


def pen_of(viewer: Viewer, fact: Fact) -> Role | None:
    """The seat with which this person may write this fact, or None."""
    if type(fact) in NO_SIDE_BUT_OWN and getattr(fact, "side", None) != viewer.side:
        return None
    return next((role for role in sorted(viewer.roles) if role in PENS[type(fact)]), None)


def may_write(role: Role, party: str, fact: Fact) -> bool:
    """Was this entry written by a hand that may write it? Asked again by the verifier."""
    return pen_of(Viewer("", frozenset({role}), party), fact) is not None
