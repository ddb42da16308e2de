"""The standstill through its page: its terms, a breach that is an incident, what was put right, and its end."""

import re
from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import Session

from app.record.facts import Fact
from app.record.facts.dialogues import DialogueEnded, PauseAsked
from app.record.facts.preparation import StandstillBreached, StandstillRepaired, StandstillTermsAgreed
from app.record.facts.promises import HarmSheetWritten, IncidentClosed, IncidentReported
from app.recordkeeping.reading import entries_of
from app.safeguards.rules.standstill import last_day
from tests.office import Office, hour, sentences

CLOSING = {
    "dividers": "same",
    "divider_words": "ដី",
    "connectors": "same",
    "connector_words": "វត្ត",
    "groups": "គ្រួសារ",
    "alike": "yes",
}


@pytest.fixture
def home(office: Office) -> str:
    """A table with its people."""
    return office.table()


def facts(office: Office, home: str, *kinds: type[Fact]) -> list[Any]:
    """The facts of these kinds in the record of this table."""
    with Session(office.engine) as db:
        return [
            one.fact for one in entries_of(db, home.rpartition("/")[2], [""]) if isinstance(one.fact, kinds)
        ]


def breach(office: Office, home: str, person: str = "sina") -> str:
    """The second side, which agreed to a standstill, digs a ditch; gives the id of the breach."""
    agree(office, home, "30", side=1)
    fields = {"side": office.sides[1], "kind": "blockade", "words": "A new ditch."}
    answer = office.send(person, f"{home}/sheets/standstill", **fields)
    assert answer.status_code == 303, sentences(answer)
    return str(answer.headers["location"]).partition("#breach-")[2]


def agree(office: Office, home: str, days: str, side: int = 0, **later: str) -> None:
    """A side, the first unless another is named, agrees the ground rules, for so many days after the end."""
    fields = {"ground_rules": "yes", "standstill_days": days, "language": "km", "heard": "yes"}
    answer = office.send("sina", f"{home}/sheets/visits/{office.sides[side]}", **fields, **later)
    assert answer.status_code == 303, sentences(answer)


def test_a_breach_is_an_incident_of_the_same_id_and_pauses_the_table(office: Office, home: str) -> None:
    found = breach(office, home)
    incident, pause, broken = facts(office, home, IncidentReported, PauseAsked, StandstillBreached)
    assert (incident.incident, broken.breach, broken.side) == (found, found, office.sides[1])
    assert (incident.kind, incident.source, incident.serious) == ("blockade", "party", True)
    assert pause.pause
    page = sentences(office.open("ravy", f"{home}/sheets/incidents"))
    assert "It is a breach of the standstill: Family B." in page
    assert "A new ditch." in sentences(office.open("ravy", f"{home}/sheets/standstill"))
    assert "Ask whether what was changed was put right" in sentences(office.open("dalin", home))


def test_putting_it_right_says_how_and_closes_the_incident_when_staff_enter_it(
    office: Office, home: str
) -> None:
    found, path = breach(office, home), f"{home}/sheets/standstill"
    missing = office.send("dalin", path, repaired=[found])
    assert missing.status_code == 422
    assert "Write how it was put right." in sentences(missing)
    assert office.send("dalin", path, repaired=[found], how="Filled up.").status_code == 303
    repaired, closed = facts(office, home, StandstillRepaired, IncidentClosed)
    assert repaired.breach == closed.incident == found
    assert "A new ditch." not in office.open("ravy", path).text
    assert "Filled up." in sentences(office.open("ravy", f"{home}/sheets/incidents"))


def test_a_witness_says_that_it_was_put_right_and_leaves_the_incident_to_staff(
    office: Office, home: str
) -> None:
    found = breach(office, home)
    office.send("sina", f"{home}/sheets/standstill", repaired=[found], how="Filled up.")
    assert [type(one) for one in facts(office, home, StandstillRepaired, IncidentClosed)] == [
        StandstillRepaired
    ]


def test_a_breach_has_a_side_and_words_and_no_party_enters_it(office: Office, home: str) -> None:
    path = f"{home}/sheets/standstill"
    agree(office, home, "30", side=1)
    half = office.send("sina", path, side=office.sides[1])
    assert half.status_code == 422
    assert "Choose the side, and write what was changed." in sentences(half)
    assert office.send("ravy", path, side=office.sides[1], words="x").status_code == 403


def test_nobody_breaks_a_standstill_they_had_not_agreed_to(office: Office, home: str) -> None:
    path, first, second = f"{home}/sheets/standstill", *office.sides
    page = office.open("sina", path).text
    assert 'name="side"' not in page
    assert "No side has agreed to a standstill yet." in page
    never = office.send("sina", path, side=second, words="A fence.")
    assert never.status_code == 422
    assert "This side had not agreed to a standstill then. Enter what happened as an incident." in sentences(
        never
    )
    office.now = hour("2027-01-04T09:00")
    day = {"on_day": "3", "on_month": "1", "on_year": "2027"}
    agree(office, home, "30", side=1, **day, time="10:00")
    page = office.open("sina", path).text
    assert f'<option value="{second}"' in page
    assert f'<option value="{first}"' not in page
    assert office.send("sina", path, side=second, words="A fence.", **day, time="09:59").status_code == 422
    assert facts(office, home, StandstillBreached, IncidentReported, PauseAsked) == []
    assert office.send("sina", path, side=second, words="A fence.", **day, time="10:00").status_code == 303


def test_a_visit_asks_for_thirty_days_after_the_end_unless_another_number_is_typed(
    office: Office, home: str
) -> None:
    page = office.open("sina", f"{home}/sheets/visits/{office.sides[0]}").text
    assert re.search(r'name="standstill_days" value="30"', page)
    agree(office, home, "45")
    assert facts(office, home, StandstillTermsAgreed) == [StandstillTermsAgreed(office.sides[0], 45)]
    assert "for 45 days after the end" in sentences(office.open("ravy", f"{home}/sheets/standstill"))


def test_it_ends_by_its_own_terms_and_what_comes_later_is_an_incident(office: Office, home: str) -> None:
    agree(office, home, "30")
    office.send("sopheap", f"{home}/leaving")
    ended = office.send("dalin", f"{home}/sheets/closing", **CLOSING)
    assert ended.status_code == 303, sentences(ended)
    path, day = f"{home}/sheets/standstill", office.now
    assert "It holds until the end of Monday 1 February 2027" in sentences(office.open("ravy", path))
    office.now = day + timedelta(days=30)
    assert office.send("sina", path, side=office.sides[0], words="A fence.").status_code == 303
    office.now = day + timedelta(days=31)
    assert "It ended on Monday 1 February 2027, by its own terms." in sentences(office.open("ravy", path))
    late = office.send("sina", path, side=office.sides[0], words="A wall.")
    assert late.status_code == 409
    assert "This standstill ended on Monday 1 February 2027, by its own terms." in sentences(late)
    assert "A wall." in late.text


def test_leaving_needs_no_sheet_and_no_table_is_closed_without_its_last_one(
    office: Office, home: str
) -> None:
    breach(office, home)  # in a pause, too
    assert office.send("sopheap", f"{home}/leaving").status_code == 303
    empty = office.send("dalin", f"{home}/sheets/closing", dividers="same", connectors="same")
    assert empty.status_code == 422
    assert facts(office, home, DialogueEnded) == []
    assert office.send("dalin", f"{home}/sheets/closing", **CLOSING).status_code == 303
    kinds = [type(one) for one in facts(office, home, HarmSheetWritten, DialogueEnded)]
    assert kinds == [HarmSheetWritten, DialogueEnded]


def test_the_last_day_is_counted_in_phnom_penh() -> None:
    assert str(last_day(hour("2027-09-02T23:30"), 30)) == "2027-10-02"
