"""What a rule rests on, only the hands with that pen may write: one entry by a stranger's hand, and it is not kept."""

from dataclasses import fields, replace

import pytest

from app.foundation.roles import Role
from app.record.facts import Fact
from app.record.facts.agreements import (
    AnswerGiven,
    IfNoSigned,
    IfNoStated,
    SignatureAttested,
    SignatureGiven,
    TextFixed,
    TextHandedOver,
)
from app.record.facts.audit import AgreementReleased, AgreementReturned
from app.record.facts.dialogues import SideLeft, ThresholdsFrozen
from app.record.facts.parties import (
    DeciderListed,
    DecidersClosed,
    RoleGiven,
    SideNamed,
    TakingPartAgreed,
    TakingPartEnded,
)
from app.record.facts.preparation import (
    DualRoleAccepted,
    DualRoleStated,
    GroundRulesAgreed,
    MandateEnded,
    MandateGiven,
    MandateWitnessed,
    PrivateTalkHeld,
    ProceedingNoted,
    StandstillBreached,
    StandstillRepaired,
    TakingPartNoted,
    TieAnswered,
    TieDisclosed,
)
from app.record.facts.promises import FollowUpsPlanned, HarmSheetWritten, PromiseNamed, ReportsExamined
from app.record.facts.sessions import (
    AgendaDelivered,
    AgendaVersioned,
    InvitationDelivered,
    SessionClosed,
    SessionOpened,
    SessionPlanned,
)
from app.record.facts.sittings import (
    HeadHandedOut,
    MinutesAnswered,
    MinutesWritten,
    RoomChecked,
    SittingNoted,
)
from app.record.facts.understanding import (
    AnswerWitnessed,
    CopyTaken,
    LiteracyNoted,
    ReadingHeld,
    RecordingBound,
    RecordingChanged,
    ReleaseMarked,
    SigningRoomNoted,
    TextScanned,
    UnderstandingShown,
)
from app.voluntariness.finding import Result
from tests.voluntariness.table import AGREEMENT, TEXT, WHOLE, Line

RESTS_ON: dict[str, tuple[type[Fact], ...]] = {
    "CONSENT-PROC-1": (
        TakingPartAgreed,
        TakingPartNoted,
        TakingPartEnded,
        SideLeft,
        SessionOpened,
        SideNamed,
    ),
    "REP-MANDATE-1": (MandateGiven, MandateWitnessed, MandateEnded, DeciderListed),
    "CAP-1": (SignatureGiven, SessionClosed, DeciderListed, DecidersClosed),
    "INCL-ESSENTIAL-1": (SignatureGiven, PromiseNamed),
    "EQUAL-TABLE-1": (AgendaDelivered, TextHandedOver, SittingNoted),
    "FREE-SCREEN-1": (PrivateTalkHeld, SessionOpened),
    "FREE-VENUE-1": (SittingNoted, RoomChecked, SessionPlanned),
    "FREE-REFUSE-1": (IfNoStated, IfNoSigned, SideNamed),
    "FREE-TIME-1": (SignatureGiven, ThresholdsFrozen, SessionClosed),
    "FREE-ISOLATE-1": (SignatureGiven, SigningRoomNoted),
    "FREE-LIBERTY-1": (TextFixed, TextScanned),
    "FREE-STANDSTILL-1": (GroundRulesAgreed, StandstillBreached, StandstillRepaired),
    "FREE-PRIVATE-1": (PrivateTalkHeld, SignatureGiven, SignatureAttested),
    "FREE-REPORT-1": (PrivateTalkHeld, ReportsExamined, SignatureGiven),
    "PRIOR-NOTICE-1": (InvitationDelivered, AgendaDelivered, AgendaVersioned, SignatureGiven),
    "PRIOR-REFLECT-1": (SignatureGiven, TextHandedOver, TextFixed, RecordingBound, RecordingChanged),
    "PRIOR-COOL-1": (SignatureGiven, AnswerGiven, AnswerWitnessed, AgreementReleased),
    "INF-READ-1": (ReadingHeld, LiteracyNoted, SignatureGiven, TextFixed),
    "INF-UNDERSTAND-1": (UnderstandingShown, SignatureGiven),
    "INF-CLEAR-1": (TextFixed,),
    "INF-RELEASE-1": (ReleaseMarked, SignatureGiven, TextScanned),
    "NEU-COI-1": (TieAnswered, TieDisclosed, SessionOpened, RoleGiven),
    "NEU-DUALROLE-1": (DualRoleStated, DualRoleAccepted, ProceedingNoted),
    "NEU-MONITOR-1": (RoleGiven, TieDisclosed),
    "REC-BIND-1": (
        *(TextFixed, SignatureGiven, SignatureAttested, AgreementReturned),
        *(RecordingBound, RecordingChanged),
    ),
    "REC-COPY-1": (SignatureGiven, CopyTaken, MinutesWritten, MinutesAnswered),
    "REC-LEDGER-1": (HeadHandedOut, SignatureGiven, SessionOpened),
    "DNH-CONTEXT-1": (HarmSheetWritten, SessionOpened, SessionClosed),
    "POST-PERF-1": (PromiseNamed,),
    "POST-REPRISAL-1": (FollowUpsPlanned, ThresholdsFrozen),
}
"""Kinds of facts that each rule rests on (domain.md 3), as its file says them."""

USUAL = {
    "agreement": AGREEMENT,
    "matter": AGREEMENT,
    "text": TEXT,
    "session": "s2",
    "side": "b",
    "person": "malis",
    "persons": ("malis",),
}


def fact_of(kind: type[Fact]) -> Fact:
    """A fact of this kind: one that the table holds, else one made up about it."""
    for line in WHOLE.lines:
        if isinstance(line.fact, kind):
            return line.fact
    empty = {"str": "", "int": 1, "bool": False}
    return kind(**{one.name: USUAL.get(one.name, empty.get(str(one.type), ())) for one in fields(kind)})


@pytest.mark.parametrize(
    ("rule", "kind"),
    [(rule, kind) for rule, kinds in RESTS_ON.items() for kind in kinds],
    ids=lambda one: one if isinstance(one, str) else one.__name__,
)
def test_an_entry_by_a_hand_without_the_pen_leaves_the_rule_unknown(rule: str, kind: type[Fact]) -> None:
    end = next(line for line in WHOLE.lines if line.key == "released")
    forged = Line("forged", end.at, "node", fact_of(kind), role=Role.NODE, party="")
    others = tuple(line for line in WHOLE.lines if line is not end)
    told = replace(WHOLE, lines=(*others, forged) if kind is AgreementReleased else (*others, forged, end))
    finding = told.finding(rule)
    assert finding.result in (Result.UNKNOWN, Result.NOT_KEPT)
    assert told.number("forged") in finding.against
