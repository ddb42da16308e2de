"""The sheets of reading aloud and of signing through their pages: what is saved at once, and what is refused."""

import re
from typing import Any

import pytest
from sqlmodel import Session

from app.record.facts import Fact
from app.record.facts.understanding import (
    AdviceOffered,
    CopyTaken,
    LiteracyNoted,
    ReadingHeld,
    ReleaseMarked,
    SigningRoomNoted,
    TextScanned,
    UnderstandingShown,
)
from app.recordkeeping.reading import entries_of
from tests.agreements.signing import DECIDERS, Signing, brought_to
from tests.office import sentences

READ: dict[str, Any] = {
    "persons": list(DECIDERS),
    "reader": "dalin",
    "language": "km",
    "starts": "09:35",
    "ends": "09:55",
    "told": list(DECIDERS),
    "correct": ["5", "4", ""],
    "knows": list(DECIDERS),
    "reads": ["fluent", "", "cannot"],
    "offered": list(DECIDERS),
    "taken": ["malis"],
}
ROOM: dict[str, Any] = {
    "told": list(DECIDERS),
    "own": ["1", "2", "2"],
    "other": ["1", "1", "១"],
    "officials": ["1", "1", "1"],
    "mark": ["paper", "screen", "screen"],
    "support": list(DECIDERS),
    "copies": list(DECIDERS),
}


def facts(table: Signing, kind: type[Fact]) -> list[Any]:
    """What the record holds of one kind."""
    with Session(table.office.engine) as db:
        found = entries_of(db, table.home.rpartition("/")[2])
    return [entry for entry in found if isinstance(entry.fact, kind)]


def reading(table: Signing, person: str = "sina", **other: Any) -> Any:
    return table.send(person, f"sheets/readings/{table.agreement}", **{**READ, **other})


def signing(table: Signing, **other: Any) -> Any:
    return table.send("sina", f"sheets/signing/{table.agreement}", **{**ROOM, **other})


def test_one_save_writes_the_reading_what_was_told_back_advice_and_how_well_each_reads(
    sqlite_url: str,
) -> None:
    table = brought_to("seated", sqlite_url)
    assert reading(table).status_code == 303
    held = facts(table, ReadingHeld)[0]
    assert (held.fact.persons, held.fact.reader, held.via) == (tuple(sorted(DECIDERS)), "dalin", "PORTAL")
    shown = {entry.fact.person: entry.fact.correct for entry in facts(table, UnderstandingShown)}
    assert shown == {"sopheap": 5, "ravy": 4}
    assert facts(table, AdviceOffered)[0].fact.taken == ("malis",)
    assert {entry.fact.person for entry in facts(table, LiteracyNoted)} == {"sopheap", "malis"}
    page = table.page_of("sina", f"/sheets/readings/{table.agreement}")
    assert "Read aloud by Sok Dalin in Khmer" in page


def test_one_tick_says_that_all_who_listened_told_back_five_and_a_number_says_otherwise(
    sqlite_url: str,
) -> None:
    table = brought_to("seated", sqlite_url)
    heard: dict[str, Any] = {
        "persons": ["sopheap", "ravy"],
        "correct": ["", "៤", ""],
        "rest_told": "yes",
        "knows": ["malis"],
    }
    page = table.office.open("sina", f"{table.home}/sheets/readings/{table.agreement}").text
    assert not re.search(r'name="(knows|rest_told)"[^>]*checked', page), "nobody says it before it is asked"
    assert reading(table, **heard).status_code == 303
    shown = {e.fact.person: (e.fact.correct, e.fact.knows_claims) for e in facts(table, UnderstandingShown)}
    # One of the five is about claims: whoever told back four may have missed just that.
    assert shown == {"sopheap": (5, True), "ravy": (4, False)}


def test_how_well_somebody_reads_is_not_shown_back_nor_told_to_staff(sqlite_url: str) -> None:
    table = brought_to("seated", sqlite_url)
    reading(table)
    for person in ("sina", "dalin", "sopheap", "rattana"):
        assert "noted how well" not in table.page_of(person, "/entries")
    assert "noted how well Teth Malis reads" in table.page_of("vanny", "/entries")


@pytest.mark.parametrize(
    ("other", "sentence"),
    [
        ({"persons": []}, "Tick who listened to the whole reading."),
        ({"persons": ["dalin"]}, "does not decide at this table"),
        ({"reader": ""}, "Choose who read the text aloud."),
        ({"reader": "sopheap"}, "Choose who read the text aloud."),
        ({"reader": "sina"}, "You cannot read the text and be its witness."),
        ({"ends": "09:35"}, "The reading ended before it began."),
        ({"ends": "11:50"}, "This time is still to come."),
        ({"correct": ["6", "", ""]}, "how many of the five answers were right"),
        ({"correct": ["many", "", ""]}, "how many of the five answers were right"),
        ({"starts": ""}, "Write the time with hours and minutes"),
        (
            {"on_day": "12", "on_month": "1", "on_year": "2027", "starts": "08:00", "ends": "09:30"},
            "fixed only",
        ),
    ],
)
def test_a_reading_that_cannot_have_been_is_told_in_words_and_nothing_typed_is_lost(
    sqlite_url: str, other: dict[str, Any], sentence: str
) -> None:
    table = brought_to("seated", sqlite_url)
    answer = reading(table, **other)
    assert answer.status_code in (409, 422)
    assert sentence in sentences(answer)
    assert 'value="4"' in answer.text or "correct" in other
    assert not facts(table, ReadingHeld)


def test_a_reading_shorter_than_anyone_can_read_is_told_in_words(sqlite_url: str) -> None:
    table = brought_to("accepted", sqlite_url)
    table.fix(en=["word " * 700, "Family A pays."], km=["ដី", "ប្រាក់"])
    table.hand_over()
    table.sit_down()
    table.at("2027-01-13T11:20")
    answer = reading(table, language="en", starts="09:35", ends="09:40")
    assert "it takes at least" in sentences(answer) or "takes at least 6 minutes" in sentences(answer)


def test_a_reading_entered_the_next_day_says_both_times(sqlite_url: str) -> None:
    table = brought_to("seated", sqlite_url)
    table.at("2027-01-14T08:00")
    assert reading(table, on_day="13", on_month="1", on_year="2027").status_code == 303
    held = facts(table, ReadingHeld)[0]
    assert held.via == "PAPER"
    assert held.when < held.at
    assert "Entered from paper on" in table.page_of("sina", f"/sheets/readings/{table.agreement}")


@pytest.mark.parametrize("person", ["sopheap", "rattana", "vanny"])
def test_only_the_witness_saves_and_staff_print(sqlite_url: str, person: str) -> None:
    table = brought_to("signed", sqlite_url)
    for sheet in ("readings", "signing"):
        assert table.office.open(person, f"{table.home}/sheets/{sheet}/{table.agreement}").status_code in (
            403,
            404,
        )
        assert "The witness saves it." in table.page_of("dalin", f"/sheets/{sheet}/{table.agreement}")
    assert reading(table, person).status_code in (403, 404)
    assert reading(table, "dalin").status_code in (403, 404, 422)
    assert not facts(table, ReadingHeld)


def test_one_save_writes_every_room_and_the_copies(sqlite_url: str) -> None:
    table = brought_to("signed", sqlite_url)
    assert signing(table).status_code == 303
    rooms = {entry.fact.person: entry.fact for entry in facts(table, SigningRoomNoted)}
    assert rooms["malis"].other_side == 1
    assert rooms["sopheap"].mark == "paper"
    assert facts(table, CopyTaken)[0].fact.count == 3
    assert "are noted" in table.page_of("sina", f"/sheets/signing/{table.agreement}")
    again = signing(table)
    assert "has not signed this text" in sentences(again)


@pytest.mark.parametrize(
    ("other", "sentence"),
    [
        ({"own": ["", "2", "2"]}, "in whole numbers"),
        ({"other": ["many", "1", "1"]}, "in whole numbers"),
        ({"own": ["0", "2", "2"]}, "Whoever signed was in the room too"),
        ({"copies": ["rattana"]}, "has not signed this text"),
        ({"on_day": "13", "on_month": "1", "on_year": "2027"}, "Write the time at which it happened too"),
    ],
)
def test_a_room_that_cannot_have_been_is_told_in_words(
    sqlite_url: str, other: dict[str, Any], sentence: str
) -> None:
    table = brought_to("signed", sqlite_url)
    answer = signing(table, **other)
    assert sentence in sentences(answer)
    assert not facts(table, SigningRoomNoted)


def test_the_text_keeps_its_rows_and_says_what_it_contains(sqlite_url: str) -> None:
    table = brought_to("accepted", sqlite_url)
    page = sentences(table.office.open("dalin", f"{table.home}/texts/new?offer={table.offer}"))
    assert "of the offer leaves something open." in page
    table.fix(contains=["gives_up_claim"])
    assert facts(table, TextScanned)[0].fact.tags == ("gives_up_claim",)


def test_who_signs_a_text_that_gives_up_a_claim_marks_that_apart(sqlite_url: str) -> None:
    table = brought_to("accepted", sqlite_url)
    table.fix(contains=["gives_up_claim"])
    table.hand_over("11:00")
    table.sit_down()
    table.at("2027-01-13T11:20")
    without = table.answer("ravy")
    assert "This text gives up a claim. Who signs it marks that apart." in sentences(without)
    assert not facts(table, ReleaseMarked)
    assert table.answer("malis", "refuse").status_code == 303
    assert table.answer("ravy", gives_up="yes").status_code == 303
    assert [entry.by for entry in facts(table, ReleaseMarked)] == ["ravy"]


def test_two_people_with_one_reading_lose_nothing_and_double_nothing(sqlite_url: str) -> None:
    table = brought_to("seated", sqlite_url)
    assert reading(table).status_code == 303
    again = reading(table)
    assert again.status_code == 422
    assert "Somebody else may have saved this sheet." in sentences(again)
    assert 'value="09:35"' in again.text
    assert len(facts(table, ReadingHeld)) == 1
    assert reading(table, starts="09:30").status_code == 303  # another reading is another entry
