"""Lines of the record, read strictly: each wrong shape is refused in its own words; facts hold exactly their kinds."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from app.foundation.roles import Role
from app.record import canonical
from app.record.entry import Entry, read_entry
from app.record.facts.agreements import TextHandedOver
from app.record.facts.dialogues import PauseAsked
from app.record.facts.promises import FollowUpHeld

LOG = "rehearsal.x/case/a"
AT = datetime(2027, 1, 12, 2, 0, tzinfo=UTC)
LOW, HIGH = "A" * 43, "B" * 43
ENTRY = Entry(LOG, 1, AT, AT, "malis", Role.DELEGATE, "b", "PORTAL", PauseAsked("p1"), (LOW, HIGH), ("seen",))
PLACE, FIELDS = "belongs to another place in another log", "wrong fields"
SEALED, KIND = "wrong number or order of sealed places", "a fact of an unknown kind"
WRONG: list[tuple[dict[str, Any], str]] = [
    ({"more": 1}, FIELDS),
    ({"v": 2}, PLACE),
    ({"log": "rehearsal.x/case/b"}, PLACE),
    ({"number": 2}, PLACE),
    ({"number": True}, FIELDS),
    ({"v": True}, FIELDS),
    ({"fact": 1}, KIND),
    ({"fact": ["PauseAsked"]}, KIND),
    ({"fact": "PauseRefused"}, KIND),
    ({"says": []}, FIELDS),
    ({"via": "FAX"}, "an unknown channel"),
    ({"by": 1}, FIELDS),
    ({"role": None}, FIELDS),
    ({"party": 1}, FIELDS),
    ({"at": 1}, FIELDS),
    ({"when": 1}, FIELDS),
    ({"sealed": LOW + HIGH}, SEALED),
    ({"sealed": "AB"}, SEALED),
    ({"sealed": [LOW]}, SEALED),
    ({"sealed": [LOW, LOW, HIGH]}, SEALED),
    ({"sealed": [HIGH, LOW]}, SEALED),
    ({"sealed": [LOW, "B" * 42]}, SEALED),
    ({"sealed": [LOW, "B" * 42 + "!"]}, SEALED),
    ({"seen": "x"}, FIELDS),
    ({"seen": [1]}, FIELDS),
    ({"at": "2027-1-12T02:00:00Z"}, "not an instant: 2027-1-12T02:00:00Z"),
    ({"at": "2027-01-12T24:00:00Z"}, "not an instant: 2027-01-12T24:00:00Z"),
    ({"when": "0999-01-12T02:00:00Z"}, "not an instant: 0999-01-12T02:00:00Z"),
    ({"role": "king"}, "'king' is not a valid Role"),
    ({"says": {"pause": 1}}, "PauseAsked: a field is of another kind"),
    ({"says": {}}, "PauseAsked: wrong fields"),
]


def test_a_line_is_read_back_whole() -> None:
    assert read_entry(ENTRY.line(), LOG, 1) == ENTRY


@pytest.mark.parametrize(("change", "says"), WRONG, ids=lambda value: json.dumps(value)[:40])
def test_each_wrong_shape_is_refused_in_its_own_words(change: dict[str, Any], says: str) -> None:
    page = {**canonical.read(ENTRY.line()), **change}
    with pytest.raises(ValueError, match=r".") as refused:
        read_entry(canonical.write(page), LOG, 1)
    assert str(refused.value) == says


def test_zero_is_not_false() -> None:
    page = {**canonical.read(ENTRY.line()), "number": False}
    with pytest.raises(ValueError, match=f"^{FIELDS}$"):
        read_entry(canonical.write(page), LOG, 0)


HANDED = TextHandedOver("t", "0" * 64, ("malis", "ravy"), 2, "km")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("persons", "malis"),
        ("persons", 1),
        ("persons", True),
        ("persons", ["malis", 1]),
        ("count", "2"),
        ("count", True),
        ("count", None),
        ("count", []),
        ("language", 1),
        ("language", True),
        ("language", ["km"]),
    ],
)
def test_a_field_holds_its_own_kind_and_no_other(field: str, value: object) -> None:
    assert TextHandedOver.read(HANDED.says()) == HANDED
    with pytest.raises(ValueError, match=r"^TextHandedOver: a field is of another kind$"):
        TextHandedOver.read({**HANDED.says(), field: value})


@pytest.mark.parametrize("value", [1, 0, "yes", None, []])
def test_yes_and_no_are_nothing_else(value: object) -> None:
    held = FollowUpHeld("malis", "30", alone=True)
    assert FollowUpHeld.read(held.says()) == held
    with pytest.raises(ValueError, match=r"^FollowUpHeld: a field is of another kind$"):
        FollowUpHeld.read({**held.says(), "alone": value})
