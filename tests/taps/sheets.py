"""Which of the nine sheets each act of staff belongs to, and who are staff in S2."""

from collections.abc import Iterable

from tests.taps.telling import Act

STAFF = frozenset(("dalin", "sarin", "rith", "bopha", "theary", "chenda"))
"""Facilitator, chair, witness, interpreter, monitor and safeguard officer: everybody of S2 but the two families."""

HARM = "Do no harm"
SHEETS: dict[str, tuple[str, ...]] = {
    "1 Case and sides": (
        "open_dialogue",
        "name_side",
        "seat_person",
        "seat_list",
        "close_deciders",
        "freeze_thresholds",
        "save_case",
    ),
    "2 Visit to a side": ("save_visit", "tell_ties"),
    "3 Invitation with agenda": (
        "plan_session",
        "record_delivery",
        "answer_invitation",
        "save_agenda",
        "send_agenda_for_review",
        "review_agenda",
        "answer_suggestion",
        "record_agenda_delivery",
    ),
    "4 Sitting": ("open_session", "close_session", "save_sitting"),
    "5 Offer": ("state_if_no", "sign_if_no", "check_card"),
    "6 Text handed over": ("fix_text", "hand_over_text", "note_reading"),
    "7 Signing": ("attest_signatures", "note_signing"),
    "8 Private talk": ("note_talks",),
    "9 Release and promises": ("name_promises", "release_agreement", "hold_follow_ups", "end_dialogue"),
    HARM: ("write_harm_sheet",),
}
"""The acts of each sheet; what divides and what connects is written beside them, three times in S2."""

MOST = 150
"""So many taps at most for the staff of S2, from the first page to the last (the small case whole, 6.3)."""
MOST_OF_NEXT_SESSION = 19
"""A facilitator prepares session 2 in fewer than twenty taps."""
PREPARING = frozenset(
    ("plan_session", "record_delivery", "save_agenda", "send_agenda_for_review", "record_agenda_delivery")
)


def sheet_of(act: str) -> str:
    """The sheet an act belongs to. Raises KeyError for an act of no sheet."""
    return next(sheet for sheet, acts in SHEETS.items() if act in acts)


def taps_in(acts: Iterable[Act]) -> int:
    """How many taps all these acts cost."""
    return sum(len(act.taps) for act in acts)


def preparing(acts: Iterable[Act], session: str, facilitator: str = "dalin") -> list[Act]:
    """What a facilitator does before one session, from its planning to the agenda in everybody's hand."""
    return [
        act
        for act in acts
        if act.step.by == facilitator
        and act.step.act in PREPARING
        and session in (act.step.within.get("session"), act.step.naming)
    ]


def table_of(acts: list[Act]) -> list[str]:
    """The lines of the printed table: each sheet with its acts and taps, then the sums."""
    lines = [f"{'Sheet':<28}{'acts':>6}{'taps':>6}"]
    for sheet, names in SHEETS.items():
        mine = [act for act in acts if act.step.act in names]
        lines.append(f"{sheet:<28}{len(mine):>6}{taps_in(mine):>6}")
    reached = "reached" if taps_in(acts) <= MOST else "MISSED"
    lines.append(f"{'Together':<28}{len(acts):>6}{taps_in(acts):>6}   {reached}: at most {MOST}")
    ready = taps_in(preparing(acts, "s2"))
    reached = "reached" if ready <= MOST_OF_NEXT_SESSION else "MISSED"
    lines.append(f"{'Facilitator, session 2':<34}{ready:>6}   {reached}: under {MOST_OF_NEXT_SESSION + 1}")
    return lines
