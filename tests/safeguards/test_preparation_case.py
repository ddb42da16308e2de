"""Sheet 1: what belongs to a proceeding or to a parcel is never dropped without a word."""

from typing import Any

import pytest

from app.record.facts.preparation import ParcelNamed, ProceedingNoted, TableRequested
from tests.office import Office, sentences
from tests.safeguards.sat import facts

KIND = "A parallel proceeding needs its kind and the side that is in it."
PARCEL = "A parcel needs a name and the kind of right to it."
LIMIT = {"limit_day": "1", "limit_month": "3", "limit_year": "2027"}


@pytest.fixture
def case(office: Office) -> str:
    """The address of sheet 1."""
    return f"{office.table()}/sheets/case"


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"connected": "yes"}, KIND),
        ({"stage": "First hearing"}, KIND),
        (LIMIT, KIND),
        ({"side": "first"}, KIND),
        ({"kind": "court", "connected": "yes"}, KIND),
        ({"area": "9000"}, PARCEL),
        ({"area": "9000", "tenure": "unknown"}, PARCEL),
    ],
    ids=["connected", "stage", "limit", "side", "no side", "area", "area as the page begins"],
)
def test_half_a_proceeding_or_parcel_is_told_in_words_and_nothing_is_saved(
    office: Office, case: str, fields: dict[str, Any], says: str
) -> None:
    if "side" in fields:
        fields = {**fields, "side": office.sides[0]}
    answer = office.send("dalin", case, asker="office", holders=["sopheap"], **fields)
    assert answer.status_code == 422
    assert says in sentences(answer)
    assert ("<details open>" in answer.text) is (says == KIND)  # where the field is folded away
    assert not facts(office, TableRequested)


def test_holders_are_ticked_beforehand_and_ask_for_no_parcel(office: Office, case: str) -> None:
    answer = office.send("dalin", case, asker="office", tenure="unknown", holders=["sopheap"])
    assert answer.status_code == 303
    assert not facts(office, ParcelNamed)


def test_a_whole_proceeding_is_kept_with_all_that_was_written(office: Office, case: str) -> None:
    whole = {"kind": "court", "side": office.sides[0], "stage": "First hearing", "connected": "yes", **LIMIT}
    assert office.send("dalin", case, **whole).status_code == 303
    (noted,) = facts(office, ProceedingNoted)
    assert (noted.stage, noted.limit, noted.connected) == ("First hearing", "2027-03-01", True)
