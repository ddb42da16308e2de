"""The sheets of the case, of visits, ties, private talks and the standstill, through their pages."""

from typing import Any

import pytest

from tests.office import Office, hour, sentences

TICKED: dict[str, Any] = {
    "taking_part": ["ravy", "malis"],
    "notice": ["ravy", "malis"],
    "language": "km",
    "ground_rules": "yes",
    "heard": "yes",
}
MANDATE: dict[str, Any] = {
    "speakers": ["sopheap"],
    "scope": ["talk", "accept"],
    "principals": "Ros Chan\nEm Sok",
    "mandate_text": "We let her speak about the field.",
    "until_day": "30",
    "until_month": "6",
    "until_year": "2027",
    "language": "km",
}


@pytest.fixture
def home(office: Office) -> str:
    """A table with its people; nothing is noted yet."""
    return office.table()


def test_one_save_of_a_visit_writes_all_its_entries(office: Office, home: str) -> None:
    side = office.sides[1]
    answer = office.send("sina", f"{home}/sheets/visits/{side}", **TICKED)
    assert answer.status_code == 303, sentences(answer)
    said = sentences(office.open("vanny", f"{home}/entries"))
    assert "On a visit to Family B, these people said that they take part: Ngem Ravy, Teth Malis." in said
    assert "The notice of rights was given and read to: Ngem Ravy, Teth Malis." in said
    assert "Family B agreed to the ground rules." in said
    assert "takes part" in sentences(office.open("dalin", f"{home}/people"))


def test_a_sheet_saved_as_it_stood_is_nobodys_yes(office: Office, home: str) -> None:
    """What is usual stands ticked; only the hand that ticks “they said it to me” makes it a word of theirs."""
    path = f"{home}/sheets/visits/{office.sides[1]}"
    page = office.open("sina", path).text
    assert 'name="heard" value="yes" checked' not in page
    answer = office.send("sina", path, **{**TICKED, "heard": ""})
    assert answer.status_code == 422
    assert "Tick that they said it to you themselves." in sentences(answer)
    assert "take part" not in sentences(office.open("vanny", f"{home}/entries"))


def test_the_same_sheet_saved_by_a_second_person_is_told_in_words(office: Office, home: str) -> None:
    side = office.sides[1]
    office.send("sina", f"{home}/sheets/visits/{side}", **TICKED)
    answer = office.send("dalin", f"{home}/sheets/visits/{side}", **TICKED)
    assert answer.status_code == 422
    assert "Somebody else may have saved this sheet." in sentences(answer)


def test_a_sheet_entered_later_carries_both_times(office: Office, home: str) -> None:
    office.now = hour("2027-01-03T08:00")
    later = {**TICKED, "on_day": "2", "on_month": "1", "on_year": "2027", "time": "09:15"}
    answer = office.send("sina", f"{home}/sheets/visits/{office.sides[1]}", **later)
    assert answer.status_code == 303, sentences(answer)
    said = sentences(office.open("vanny", f"{home}/entries"))
    assert "entered Sunday 3 January 2027, 08:00 2 January 09:15" in said
    tomorrow: dict[str, Any] = {**later, "on_day": "4"}
    refused = office.send(
        "sina", f"{home}/sheets/visits/{office.sides[0]}", **{**tomorrow, "taking_part": []}
    )
    assert "still to come" in sentences(refused)


def test_whoever_stopped_is_not_noted_again_by_others(office: Office, home: str) -> None:
    side = office.sides[1]
    office.send("malis", f"{home}/taking-part")
    office.send("malis", f"{home}/taking-part/endings")
    office.send("sina", f"{home}/sheets/visits/{side}", **TICKED)
    said = sentences(office.open("vanny", f"{home}/entries"))
    assert "these people said that they take part: Ngem Ravy." in said


def test_a_mandate_waits_for_the_witness_and_bounds_what_its_holder_may_do(office: Office, home: str) -> None:
    path = f"{home}/sheets/visits/{office.sides[0]}"
    answer = office.send("dalin", path, **MANDATE)
    assert answer.status_code == 303, sentences(answer)
    mandate = answer.headers["location"].partition("#mandate-")[2]
    page = office.open("sina", f"{home}/mandates/{mandate}")
    assert "Ros Chan" in sentences(page)
    assert "waits for the witness" in sentences(page)
    assert office.send("dalin", f"{home}/mandates/{mandate}/marks").status_code == 403
    assert office.send("sina", f"{home}/mandates/{mandate}/marks").status_code == 303
    assert "witnessed" in sentences(office.open("dalin", path))
    assert office.send("sina", f"{home}/mandates/{mandate}/endings").status_code == 303
    assert "ended" in sentences(office.open("dalin", path))


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"principals": "Ros Chan\nEm Sok\nros  chan"}, "stands in the list twice"),
        ({"principals": ""}, "A mandate needs the person"),
        ({"mandate_text": ""}, "A mandate needs the person"),
        ({"scope": []}, "A mandate needs the person"),
        ({"until_year": "2026"}, "has gone by"),
        ({"until_year": ""}, "Write the day, the month and the year"),
        ({"until_year": "២០២៦"}, "has gone by"),
    ],
    ids=["double", "nobody", "no words", "no scope", "over", "no year", "Khmer digits"],
)
def test_a_mandate_that_is_not_whole_is_told_in_words_and_kept_as_typed(
    office: Office, home: str, changed: dict[str, Any], says: str
) -> None:
    answer = office.send("dalin", f"{home}/sheets/visits/{office.sides[0]}", **{**MANDATE, **changed})
    assert answer.status_code == 422
    assert says in sentences(answer)
    assert "Em Sok" in answer.text or changed.get("principals") == ""


def test_ties_are_told_in_one_save_and_everybody_at_the_table_reads_them(office: Office, home: str) -> None:
    assert "has not said yet" in sentences(office.open("ravy", f"{home}/sheets/ties"))
    none: dict[str, Any] = {"tie": "none", "office": "ours", "paid_by": "office"}
    assert office.send("dalin", f"{home}/sheets/ties", **none, stated="yes").status_code == 303
    page = sentences(office.open("ravy", f"{home}/sheets/ties"))
    assert "no ties" in page
    assert "My own ties" not in page
    assert office.send("ravy", f"{home}/sheets/ties", **none).status_code == 403


def test_a_side_answers_a_tie_on_the_visit_sheet_and_unticking_is_a_no(office: Office, home: str) -> None:
    kin: dict[str, Any] = {"tie": "kin", "office": "other", "paid_by": "nobody", "words": "a cousin"}
    office.send("rattana", f"{home}/sheets/ties", **kin)
    path = f"{home}/sheets/visits/{office.sides[0]}"
    assert "Keo Rattana" in office.open("sina", path).text
    told: dict[str, Any] = {"asked": ["rattana"], "language": "km", "heard": "yes"}
    office.send("sina", path, ties=["rattana"], **told)
    office.send("sina", f"{home}/sheets/visits/{office.sides[1]}", **told)
    said = sentences(office.open("vanny", f"{home}/entries"))
    assert "Family A accepted the tie that Keo Rattana had told." in said
    assert "Family B did not accept the tie that Keo Rattana had told." in said


def test_private_talks_have_no_content_and_staff_read_counts_alone(office: Office, home: str) -> None:
    path = f"{home}/sheets/talks"
    sheet: dict[str, Any] = {
        "kind": "screening",
        "persons": ["sopheap", "ravy"],
        "alone": "yes",
        "language": "km",
    }
    assert "<textarea" not in office.open("vanny", path).text
    assert office.send("dalin", path, **sheet).status_code == 403
    assert office.send("vanny", path, **sheet).status_code == 303
    page = sentences(office.open("dalin", path))
    assert "2 of 3" in page
    assert "Ngem Ravy" not in page
    mine = sentences(office.open("dalin", f"{home}/entries"))
    assert "private talk" not in mine, mine
    assert "A private talk with Ngem Ravy was held" in sentences(office.open("vanny", f"{home}/entries"))
    assert office.open("ravy", path).status_code == 403


def test_the_case_sheet_keeps_the_request_with_its_answer_and_the_land(office: Office, home: str) -> None:
    sheet: dict[str, Any] = {
        "asker": "community",
        "request": "Help us talk.",
        "answer": "accepted",
        "reason": "We come.",
    }
    land: dict[str, Any] = {"parcel": "Veal Rolous", "tenure": "unknown", "area": "៨០០០"}
    assert office.send("dalin", f"{home}/sheets/case", **sheet, **land).status_code == 303
    page = sentences(office.open("dalin", f"{home}/sheets/case"))
    assert "Help us talk." in page
    assert "Veal Rolous" in page
    half = office.send("dalin", f"{home}/sheets/case", answer="declined")
    assert "write the reason and the next step" in sentences(half)
    assert "nothing is ticked" in sentences(office.send("dalin", f"{home}/sheets/case"))
    assert office.open("ravy", f"{home}/sheets/case").status_code == 403


def test_a_witness_does_not_learn_with_whom_the_monitor_talked(office: Office, home: str) -> None:
    path = f"{home}/sheets/talks"
    before = office.open("sina", path).text.count("checked")
    talk: dict[str, Any] = {"kind": "screening", "persons": ["ravy"], "alone": "yes", "language": "km"}
    assert office.send("vanny", path, **talk).status_code == 303
    assert office.open("sina", path).text.count("checked") == before
    assert office.open("vanny", path).text.count("checked") == before - 1
    assert office.send("sina", path, **talk).status_code == 303
    assert office.open("sina", path).text.count("checked") == before - 1
