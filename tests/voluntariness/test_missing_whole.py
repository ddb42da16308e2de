"""Where a whole kind of facts is missing, each rule that needs it says so, and no other reason."""

import pytest

from app.record.facts import Fact
from app.record.facts.agreements import SignatureGiven
from app.record.facts.dialogues import ThresholdsFrozen
from app.record.facts.parties import SideNamed
from app.record.facts.sessions import AgendaDelivered, SessionOpened
from app.voluntariness.finding import Result, Severity
from tests.voluntariness.table import WHOLE, Table

BY_DECIDERS = (
    *("CONSENT-PROC-1", "REP-MANDATE-1", "CAP-1", "EQUAL-TABLE-1", "FREE-SCREEN-1", "FREE-REFUSE-1"),
    *("FREE-STANDSTILL-1", "FREE-PRIVATE-1", "FREE-REPORT-1", "PRIOR-NOTICE-1", "INF-READ-1"),
    *("INF-UNDERSTAND-1", "NEU-COI-1", "REC-BIND-1", "REC-LEDGER-1", "POST-PERF-1", "POST-REPRISAL-1"),
)
MISSING: list[tuple[type[Fact], str, tuple[str, ...]]] = [
    (
        SignatureGiven,
        "none_signed",
        (
            *("CAP-1", "FREE-TIME-1", "FREE-ISOLATE-1", "FREE-PRIVATE-1", "PRIOR-REFLECT-1", "PRIOR-COOL-1"),
            *("INF-RELEASE-1", "REC-COPY-1", "REC-LEDGER-1"),
        ),
    ),
    (SignatureGiven, "not_signed_yet", ("REC-BIND-1",)),
    (SignatureGiven, "debtor_not_signed", ("INCL-ESSENTIAL-1",)),
    (
        SessionOpened,
        "no_session",
        ("CONSENT-PROC-1", "FREE-SCREEN-1", "FREE-STANDSTILL-1", "NEU-DUALROLE-1", "DNH-CONTEXT-1"),
    ),
    (
        SessionOpened,
        "not_opened",
        ("EQUAL-TABLE-1", "FREE-VENUE-1", "FREE-TIME-1", "FREE-ISOLATE-1", "PRIOR-NOTICE-1"),
    ),
    (SessionOpened, "signed_outside_session", ("REC-LEDGER-1",)),
    (
        ThresholdsFrozen,
        "no_thresholds",
        (
            *("FREE-REFUSE-1", "FREE-TIME-1", "PRIOR-NOTICE-1", "PRIOR-REFLECT-1", "PRIOR-COOL-1"),
            "POST-REPRISAL-1",
        ),
    ),
    (AgendaDelivered, "side_without_paper", ("EQUAL-TABLE-1",)),
    (AgendaDelivered, "agenda_not_delivered", ("PRIOR-NOTICE-1",)),
    (SideNamed, "too_few_sides", BY_DECIDERS),
]


def without(kind: type[Fact]) -> Table:
    """The whole table without any fact of this kind."""
    return WHOLE.without(*(line.key for line in WHOLE.lines if isinstance(line.fact, kind)))


@pytest.mark.parametrize(
    ("kind", "reason", "rule"),
    [(kind, reason, rule) for kind, reason, rules in MISSING for rule in rules],
    ids=lambda one: one if isinstance(one, str) else one.__name__,
)
def test_a_rule_says_what_is_missing(kind: type[Fact], reason: str, rule: str) -> None:
    assert without(kind).says(rule) == (Result.UNKNOWN, reason)


def test_whoever_signed_without_the_agenda_is_named_and_no_clearance_helps() -> None:
    reached = next(line.fact for line in WHOLE.lines if line.key == "agenda_s2")
    for table in (
        without(AgendaDelivered),
        WHOLE.without("agenda_s2").before("closed_s2", "facilitator", reached),
    ):
        finding = table.finding("PRIOR-NOTICE-1")
        assert finding.severity is Severity.BLOCKS
        assert table.number("signed_malis") in finding.against
