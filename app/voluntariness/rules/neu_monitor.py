"""NEU-MONITOR-1: those who watch over a table hold no other seat there and are paid by no side."""

from app.foundation.roles import CONFLICTS, Role
from app.voluntariness.finding import Finding, Severity
from app.voluntariness.neutrals import Neutral, neutrals_of
from app.voluntariness.story import Story
from app.voluntariness.weighing import Weighing

WATCHING = frozenset({Role.MONITOR, Role.SAFEGUARD_OFFICER, Role.WITNESS})


def neu_monitor(story: Story) -> Finding:
    """There is a monitor; monitors, safeguard officers and witnesses told who pays them, and sit nowhere else.

    Source: domain.md 3.5 NEU-MONITOR-1 (UNGP 31 "legitimate"; a "monitor" invited by a company's owner). Severity
    B. That nobody clears their own work is asked of each clearance (clearing.py). Nobody's word about who pays is
    UNKNOWN; two seats, pay by a side or for a result is NOT_KEPT.
    """
    weighing = Weighing(story, "NEU-MONITOR-1", Severity.BLOCKS)
    watching = [neutral for neutral in neutrals_of(story, weighing) if neutral.roles & WATCHING]
    if not any(Role.MONITOR in neutral.roles for neutral in watching):
        weighing.lacks("no_monitor")
    for neutral in watching:
        _weigh(weighing, neutral)
    return weighing.finding()


def _weigh(weighing: Weighing, neutral: Neutral) -> None:
    seats = [told.entry for told in neutral.given]
    if any(pair <= neutral.roles for pair in CONFLICTS):
        weighing.breaks("two_seats", *seats)
    if not neutral.ties:
        weighing.lacks("pay_untold", *seats)
    for tie in neutral.ties:
        weighing.proves(tie.entry)
        if tie.fact.paid_by == "party":
            weighing.breaks("paid_by_a_side", tie.entry)
        if tie.fact.fee_on_success:
            weighing.breaks("fee_depends_on_result", tie.entry)
