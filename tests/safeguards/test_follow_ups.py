"""Talks afterwards, incidents, do-no-harm sheets and the closing, through their pages."""

import re

from sqlmodel import Session

from app.dialogues.queries import dialogue_row
from app.record.facts.dialogues import DialogueEnded
from app.record.facts.promises import FollowUpHeld, FollowUpsPlanned, HarmSheetWritten, IncidentReported
from app.recordkeeping.reading import entries_of
from tests.agreements.signing import DECIDERS, Signing
from tests.office import sentences
from tests.safeguards.promising import facts, naming

HARM = {
    "dividers": "same",
    "connectors": "better",
    "divider_words": "One field.",
    "connector_words": "One pagoda.",
    "groups": "Both families; the neighbours were asked.",
    "alike": "yes",
}
INCIDENT = {
    "kind": "summons",
    "source": "official",
    "target": "party",
    "words": "A letter of the police came.",
}


def held(table: Signing, person: str = "dalin", **other: object) -> int:
    fields = {"day": "30", "persons": list(DECIDERS), "alone": "yes", **other}
    return table.send(person, "sheets/follow-ups", **fields).status_code


def test_talks_afterwards_are_one_entry_a_person_all_alike(promised: Signing) -> None:
    promised.at("2027-02-24T10:00")
    assert "Talk with everybody who decided" in sentences(promised.office.open("dalin", "/"))
    page = promised.office.open("vanny", f"{promised.home}/sheets/follow-ups").text
    assert page.count('name="persons"') == page.count("checked") - 1 == 3
    assert held(promised, "vanny") == 303
    written = [one for one in facts(promised) if isinstance(one, FollowUpHeld)]
    assert [(one.person, one.day, one.alone) for one in written] == [
        (person, "30", True) for person in sorted(DECIDERS)
    ]
    assert "Talk with everybody who decided" not in sentences(promised.office.open("dalin", "/"))


def test_a_talk_is_noted_on_its_day_or_later_and_only_a_day_that_has_come_is_offered(
    promised: Signing,
) -> None:
    page = f"{promised.home}/sheets/follow-ups"
    assert 'name="day"' not in promised.office.open("vanny", page).text
    assert held(promised, day="30") == 422
    answer = promised.send("dalin", "sheets/follow-ups", day="180", persons=list(DECIDERS))
    assert answer.status_code == 422
    assert "This talk falls due on Saturday 24 July 2027." in sentences(answer)
    promised.at("2027-02-24T10:00")
    offered = promised.office.open("vanny", page).text
    assert '<option value="30"' in offered
    assert '<option value="180"' not in offered
    early = {"on_day": "23", "on_month": "2", "on_year": "2027", "time": "23:59"}
    assert held(promised, "vanny", **early) == 422
    assert held(promised, "vanny", **{**early, "on_day": "24", "time": "00:00"}) == 303
    assert held(promised, "vanny", day="180") == 422
    promised.at("2027-07-24T06:00")
    assert '<option value="180" selected' in promised.office.open("vanny", page).text
    assert held(promised, "vanny", day="180") == 303


def test_before_the_release_no_day_of_the_plan_has_begun(fixed: Signing) -> None:
    fixed.did("dalin", f"sheets/promises/{fixed.agreement}", **naming(fixed))
    fixed.at("2027-09-01T09:00")
    answer = fixed.send("dalin", "sheets/follow-ups", day="30", persons=list(DECIDERS))
    assert answer.status_code == 409
    assert "The days of the plan are counted from the release" in sentences(answer)


def test_without_agreement_the_days_are_counted_from_the_closing(opened: Signing) -> None:
    opened.did("ravy", "leaving")
    opened.did("dalin", "sheets/closing", **HARM)
    opened.at("2027-01-31T23:00")
    assert held(opened, "vanny") == 422
    opened.at("2027-02-01T08:00")
    assert held(opened, "vanny") == 303


def test_there_is_no_field_for_what_was_said(promised: Signing) -> None:
    promised.at("2027-02-24T10:00")
    page = promised.office.open("vanny", f"{promised.home}/sheets/follow-ups").text
    names = set(re.findall(r"name=\"(\w+)\"", page.partition("<main")[2]))
    assert "persons" in names
    assert names <= {"once", "day", "persons", "alone", "on_day", "on_month", "on_year", "time"}
    assert "<textarea" not in page


def test_bad_input_about_talks_is_told_in_words(promised: Signing) -> None:
    assert held(promised, day="31") == 422
    assert held(promised, persons=["rattana"]) == 422
    assert held(promised, persons=[]) == 422
    assert held(promised, "sopheap") == 403
    assert held(promised, "sina") == 403


def test_without_a_plan_no_talk_is_written(opened: Signing) -> None:
    assert held(opened) == 409


def test_a_serious_incident_pauses_the_table_in_the_same_save(opened: Signing) -> None:
    opened.did("sina", "sheets/incidents", **INCIDENT, serious="yes")
    names = [type(one).__name__ for one in facts(opened)][-2:]
    assert names == ["IncidentReported", "PauseAsked"]
    assert "Paused since" in sentences(opened.office.open("sopheap", opened.home))
    assert "A letter of the police came." in opened.page_of("sopheap", "/sheets/incidents")


def test_a_pause_in_which_something_serious_happens_is_the_monitors_to_end(opened: Signing) -> None:
    opened.did("ravy", "pauses")
    opened.did("sina", "sheets/incidents", **INCIDENT)
    place = opened.did("sina", "sheets/incidents", **INCIDENT, serious="yes")
    refused = opened.send("ravy", "pauses/ends")
    assert refused.status_code == 409
    assert "only the monitor or the safeguard officer can end the pause" in sentences(refused)
    opened.did("vanny", "pauses/ends")
    opened.did("ravy", "pauses")  # what happened before a pause does not hold the next one
    opened.did("ravy", "pauses/ends")
    opened.did("ravy", "pauses")
    opened.did("dalin", f"sheets/incidents/{place.rpartition('#incident-')[2]}/closings", words="Old.")
    place = opened.did("sina", "sheets/incidents", **INCIDENT, serious="yes")
    assert opened.send("ravy", "pauses/ends").status_code == 409
    opened.did("dalin", f"sheets/incidents/{place.rpartition('#incident-')[2]}/closings", words="Over.")
    opened.did("ravy", "pauses/ends")


def test_an_incident_entered_later_says_both_times_and_is_closed_with_words(opened: Signing) -> None:
    day = {"on_day": "2", "on_month": "1", "on_year": "2027", "time": "09:30"}
    opened.at("2027-01-03T09:00")
    place = opened.did("dalin", "sheets/incidents", **INCIDENT, external="yes", **day)
    incident = place.rpartition("#incident-")[2]
    page = opened.page_of("rattana", "/sheets/incidents")
    assert "Saturday 2 January 2027, 09:30" in page
    assert "Entered later:" in page
    reported = [one for one in facts(opened) if isinstance(one, IncidentReported)]
    assert reported[0].tests == ("yes", "unknown", "unknown", "unknown")
    closing = f"sheets/incidents/{incident}/closings"
    assert opened.send("sopheap", closing, words="Over.").status_code == 403
    assert opened.send("dalin", closing, words="").status_code == 422
    opened.did("dalin", closing, words="It was taken back.")
    assert "It was taken back." in opened.page_of("rattana", "/sheets/incidents")
    assert opened.send("dalin", closing, words="Again.").status_code == 409


def test_a_party_and_the_chair_enter_no_incident_here(opened: Signing) -> None:
    for person in ("sopheap", "rattana"):
        assert opened.send(person, "sheets/incidents", **INCIDENT).status_code == 403


def test_a_do_no_harm_sheet_opens_with_what_the_last_one_said(opened: Signing) -> None:
    opened.did("dalin", "sheets/harm", **HARM, moment="baseline")
    assert [one.moment for one in facts(opened) if isinstance(one, HarmSheetWritten)] == ["baseline"]
    page = opened.office.open("vanny", f"{opened.home}/sheets/harm").text
    assert "One pagoda." in page
    for person in ("sopheap", "rattana", "sina"):
        assert opened.office.open(person, f"{opened.home}/sheets/harm").status_code == 403


def test_what_got_worse_needs_an_option_with_owner_and_day(opened: Signing) -> None:
    worse = {**HARM, "dividers": "worse", "moment": "baseline"}
    answer = opened.send("dalin", "sheets/harm", **worse)
    assert answer.status_code == 422
    assert "Something got worse. Write what is done about it" in sentences(answer)
    answer = opened.send("dalin", "sheets/harm", **worse, owner_1="Sok Dalin")
    assert "Write who does this, and by which day." in sentences(answer)
    opened.did("dalin", "sheets/harm", **worse, what_1="Talk to each.")
    page = sentences(opened.office.open("dalin", f"{opened.home}/sheets/harm"))
    assert "Talk to each. · Sok Dalin · " in page  # left open, whoever writes it does it within a week
    assert opened.send("dalin", "sheets/harm", **{**HARM, "moment": "s9"}).status_code == 422


def test_a_table_ends_with_its_last_sheet_and_the_talks_afterwards_in_one_save(opened: Signing) -> None:
    assert opened.office.open("ravy", f"{opened.home}/sheets/closing").status_code == 403
    opened.did("ravy", "leaving")
    answer = opened.send("dalin", "sheets/closing", kept_latin="The path.")
    assert answer.status_code == 422  # without the sheet there is no ending
    opened.did("dalin", "sheets/closing", **HARM, kept_latin="The path.")
    written = facts(opened)[-3:]
    assert [type(one) for one in written] == [HarmSheetWritten, FollowUpsPlanned, DialogueEnded]
    assert isinstance(written[1], FollowUpsPlanned)
    assert written[1].persons == tuple(sorted(DECIDERS))
    with Session(opened.office.engine) as db:
        dialogue = opened.home.rpartition("/")[2]
        assert dialogue_row(db, dialogue).ended
        assert len(entries_of(db, dialogue)) == len(facts(opened))


def test_the_report_counts_and_hides_small_numbers(promised: Signing) -> None:
    page = promised.page_of("dalin", "/sheets/report")
    assert "fewer than 5" in page
    assert "rate" in page
    for person in ("Cham Sopheap", "Ngem Ravy", "Teth Malis"):
        assert person not in page.partition("<main")[2]
    assert promised.office.open("sopheap", f"{promised.home}/sheets/report").status_code == 403


def test_two_people_with_one_sheet_of_talks_lose_nothing_and_double_nothing(promised: Signing) -> None:
    promised.at("2027-02-24T10:00")
    assert held(promised, "vanny", persons=["malis"]) == 303
    assert held(promised, "vanny") == 303
    assert held(promised, "dalin") == 422
    written = [one.person for one in facts(promised) if isinstance(one, FollowUpHeld)]
    assert sorted(written) == sorted(DECIDERS)


def test_two_people_with_one_do_no_harm_sheet_lose_nothing_and_double_nothing(opened: Signing) -> None:
    sheet = {**HARM, "moment": "baseline"}
    opened.did("dalin", "sheets/harm", **sheet)
    again = opened.send("dalin", "sheets/harm", **sheet)
    assert "Somebody else may have saved this sheet." in sentences(again)
    opened.did("dalin", "sheets/harm", **{**sheet, "groups": "The neighbours, too."})
    assert len([one for one in facts(opened) if isinstance(one, HarmSheetWritten)]) == 2
