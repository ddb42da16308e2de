"""An answer at the table: the card, the witness's own hand, the slip; and that nothing tells which card it was."""

import re
from typing import Any

import pytest
from sqlmodel import Session

from app.agreements.queries.answers import answers_to
from app.record.facts.understanding import AnswerWitnessed
from app.recordkeeping.reading import entries_of
from tests.agreements.signing import Signing, brought_to
from tests.office import sentences
from tests.postgres import SqliteFiles

CHOICES = ("accept", "refuse", "change", "longer")


def cards(table: Signing) -> str:
    return f"sheets/cards/{table.offer}"


def terms(table: Signing) -> str:
    page = table.send("sina", f"{cards(table)}/checks", person="malis", answer="refuse")
    return page.text.partition('name="version" value="')[2][:64]


def lay(table: Signing, choice: str, person: str = "malis", **other: Any) -> Any:
    """The witness's second tap."""
    fields = {"person": person, "choice": choice, "version": terms(table), **other}
    return table.send("sina", cards(table), **fields)


@pytest.mark.parametrize("choice", CHOICES)
def test_a_card_is_that_persons_answer_everywhere(sqlite_url: str, choice: str) -> None:
    table = brought_to("accepted", sqlite_url)
    answer = lay(table, choice)
    assert answer.headers["location"].endswith(f"/{cards(table)}/slips/malis")
    with Session(table.office.engine) as db:
        dialogue = table.home.rpartition("/")[2]
        said = answers_to(db, dialogue, table.offer)["malis"]
        entry = next(one for one in entries_of(db, dialogue) if isinstance(one.fact, AnswerWitnessed))
    assert (said.choice, entry.by, entry.role, entry.via) == (choice, "sina", "witness", "TABLE")


def test_the_slip_says_until_when_and_never_what_was_answered(sqlite_files: SqliteFiles) -> None:
    slips = []
    for choice in CHOICES:
        table = brought_to("accepted", sqlite_files.database())
        lay(table, choice)
        slips.append(table.office.open("sina", f"{table.home}/{cards(table)}/slips/malis").text)
    assert "at least until Monday" in slips[0]
    assert len(set(slips)) == 1


def test_the_other_spouse_and_all_others_read_nothing_of_it(sqlite_files: SqliteFiles) -> None:
    seen = []
    for refuses, accepts in (("ravy", "malis"), ("malis", "ravy")):
        table = brought_to("accepted", sqlite_files.database())
        lay(table, "refuse", refuses)
        lay(table, "accept", accepts)
        pages = [
            table.office.open(person, f"{table.home}{place}").text
            for person in ("dalin", "rattana", "sopheap", "sina")
            for place in ("", "/entries", f"/offers/{table.offer}", f"/{cards(table)}")
        ]
        seen.append([re.sub(r'name="once" value="[\w-]+"|\b[0-9]{5}\b', "", page) for page in pages])
    assert seen[0] == seen[1]


def test_both_look_at_the_card_before_it_counts(sqlite_url: str) -> None:
    table = brought_to("accepted", sqlite_url)
    page = sentences(table.send("sina", f"{cards(table)}/checks", person="malis", answer="longer"))
    assert "Is this the card? Show it to Teth Malis." in page
    with Session(table.office.engine) as db:
        found = entries_of(db, table.home.rpartition("/")[2])
    assert not [entry for entry in found if isinstance(entry.fact, AnswerWitnessed)]


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"answer": "accept"}, "Choose who laid the card on the table."),
        ({"person": "rattana", "answer": "accept"}, "Only those who decide answer."),
        ({"person": "malis"}, "Please fill this in."),
    ],
)
def test_a_card_of_nobody_is_told_in_words(sqlite_url: str, fields: dict[str, str], sentence: str) -> None:
    table = brought_to("accepted", sqlite_url)
    assert sentence in sentences(table.send("sina", f"{cards(table)}/checks", **fields))


def test_a_card_about_another_offer_than_the_one_read_counts_for_nothing(sqlite_url: str) -> None:
    table = brought_to("accepted", sqlite_url)
    assert "This offer changed after you opened it." in sentences(lay(table, "accept", version="0" * 64))


def test_in_a_pause_a_card_that_refuses_counts_and_one_that_accepts_waits(sqlite_url: str) -> None:
    table = brought_to("accepted", sqlite_url)
    table.did("ravy", "pauses")
    assert lay(table, "refuse").status_code == 303
    assert lay(table, "longer", "ravy").status_code == 303
    assert lay(table, "accept").status_code == 409


@pytest.mark.parametrize("person", ["sopheap", "rattana", "vanny", "dalin"])
def test_only_the_witness_confirms_a_card(sqlite_url: str, person: str) -> None:
    table = brought_to("accepted", sqlite_url)
    fields = {"person": "malis", "choice": "accept", "version": terms(table)}
    assert table.send(person, cards(table), **fields).status_code in (403, 404)
    assert table.send(person, f"{cards(table)}/checks", person="malis", answer="accept").status_code in (
        403,
        404,
    )
    assert table.office.open(person, f"{table.home}/{cards(table)}/slips/malis").status_code in (403, 404)


def test_a_card_that_differs_from_what_was_typed_is_told_to_that_person_alone(sqlite_url: str) -> None:
    table = brought_to("accepted", sqlite_url)  # malis said yes on a screen
    check = sentences(table.send("sina", f"{cards(table)}/checks", person="malis", answer="refuse"))
    assert "On a screen" not in check
    assert lay(table, "refuse").status_code == 303
    mine = f"{table.home}/offers/{table.offer}/answers/mine"
    page = sentences(table.office.open("malis", mine))
    assert "by a card; the witness entered it" in page
    assert "On a screen you had said something else:" in page
    for person in ("sina", "ravy", "dalin"):
        assert "On a screen" not in sentences(table.office.open(person, mine))
    assert lay(table, "accept").status_code == 303
    assert "On a screen" not in sentences(table.office.open("malis", mine))
