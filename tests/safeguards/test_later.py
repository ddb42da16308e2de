"""A time that is written later, from paper: never before there was a peace table, on every sheet of it."""

import pytest

from app.foundation.errors import NotValid
from app.safeguards.rules.later import BeforeTheTable, Moment, ensure_not_before
from tests.agreements.signing import DECIDERS, brought_to
from tests.office import Office, hour, sentences
from tests.safeguards.promising import naming, sides
from tests.safeguards.sat import fill, held
from tests.safeguards.test_follow_ups import HARM, INCIDENT

LONG_AGO = {"on_day": "1", "on_month": "1", "on_year": "2001", "time": "08:00"}
SHEETS: list[tuple[str, str, dict[str, object]]] = [
    ("dalin", "sheets/case", {"kind": "court", "side": "{side}", "stage": "heard once"}),
    ("dalin", "sheets/ties", {"tie": "none", "office": "ours", "paid_by": "office"}),
    ("dalin", "sheets/visits/{side}", {"ground_rules": "yes", "language": "km", "heard": "yes"}),
    (
        "vanny",
        "sheets/talks",
        {"kind": "confirmation", "persons": list(DECIDERS), "alone": "yes", "language": "km"},
    ),
    ("dalin", "sheets/harm", {**HARM, "moment": "baseline"}),
    ("sina", "sheets/incidents", {**INCIDENT}),
    ("sina", "sheets/standstill", {"side": "{side}", "words": "A fence."}),
    ("dalin", "sheets/promises/{agreement}", {}),
]
"""A sheet of each kind, as somebody sends it who may."""


@pytest.mark.parametrize(("person", "place", "fields"), SHEETS, ids=[place for _, place, _ in SHEETS])
def test_no_sheet_tells_of_a_time_before_there_was_a_table(
    sqlite_url: str, person: str, place: str, fields: dict[str, object]
) -> None:
    table = brought_to("fixed", sqlite_url)
    holes = {"side": sides(table)[0], "agreement": table.agreement}
    fields = {
        name: value.format(**holes) if isinstance(value, str) else value for name, value in fields.items()
    }
    if "promises" in place:
        fields = {**fields, **naming(table)}
    answer = table.send(person, place.format(**holes), **fields, **LONG_AGO)
    assert answer.status_code == 422, sentences(answer)
    assert "This peace table did not exist yet at that time" in sentences(answer)


def test_no_session_was_held_before_there_was_a_table(office: Office) -> None:
    home, session = held(office)
    answer = fill(office, "dalin", f"{home}/sheets/sittings/{session}", **LONG_AGO)
    assert answer.status_code == 422
    assert "This peace table did not exist yet at that time" in sentences(answer)


@pytest.mark.parametrize(
    ("when", "via", "is_right"),
    [
        ("2027-01-02T07:59", "PAPER", False),
        ("2027-01-02T08:00", "PAPER", True),
        ("2027-01-02T07:59", "PORTAL", True),
    ],
)
def test_the_opening_counts_to_the_minute_and_a_clock_refuses_nobody(
    when: str, via: str, is_right: bool
) -> None:
    moment, opened = Moment(hour(when), via), hour("2027-01-02T08:00").replace(second=30)
    try:
        ensure_not_before(moment, opened, BeforeTheTable(opened=""))
    except NotValid:
        assert not is_right
    else:
        assert is_right


def test_a_request_may_be_older_than_the_table_it_led_to(sqlite_url: str) -> None:
    table = brought_to("accepted", sqlite_url)
    asked = {"asker": "community", "request": "Help us talk.", "answer": "accepted", "reason": "We come."}
    assert table.send("dalin", "sheets/case", **asked, **LONG_AGO).status_code == 303
