"""What the case of tests/audit tells about promises, the talks afterwards, and do no harm."""

from collections.abc import Sequence

from app.record.facts.promises import FollowUpsPlanned, HarmSheetWritten, PromiseNamed


def sheet(moment: str, kept: str, session: str = "") -> HarmSheetWritten:
    """A do-no-harm sheet on which nothing got worse; `kept` is the digest of its file."""
    return HarmSheetWritten(moment, session, "same", "same", 0, kept)


def promised(agreement: str, text: str, sides: Sequence[str], people: Sequence[str]) -> list[object]:
    """One promise of the first side to the second, and the plan of the talks afterwards."""
    return [
        PromiseNamed(agreement, text, "promise1", 0, sides[0], sides[1], "2027-06-30", 1),
        FollowUpsPlanned(("30", "180"), tuple(people), len(people)),
    ]
