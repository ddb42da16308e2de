"""Minutes through their page: each side answers for itself, words stand beside paragraphs, silence is no yes."""

import pytest
from sqlmodel import Session

from app.record.facts.sittings import MinutesAnswered
from app.waiting.queries import waits_of
from tests.office import Office, hour, sentences
from tests.safeguards.sat import facts, fill, held


@pytest.fixture
def minutes(office: Office) -> str:
    """The address of minutes of two paragraphs."""
    home, session = held(office)
    fill(
        office,
        "dalin",
        f"{home}/sheets/sittings/{session}",
        minutes="We met.\nFamily B spoke of ten hectares.",
    )
    return f"{home}/sheets/minutes/{session}"


def waiting(office: Office, person: str) -> list[str]:
    with Session(office.engine) as db:
        return [wait.sentence for table in waits_of(db, person, office.now) for wait in table.waits]


def test_a_side_confirms_the_minutes_and_the_other_side_reads_it(office: Office, minutes: str) -> None:
    assert any("កំណត់ហេតុ" in said for said in waiting(office, "sopheap"))
    assert fill(office, "sopheap", minutes, standing="confirmed").status_code == 303
    assert "Family A confirmed" in sentences(office.open("ravy", minutes))
    assert "Family B no answer yet" in sentences(office.open("ravy", minutes))
    assert not any("កំណត់ហេតុ" in said for said in waiting(office, "sopheap"))


def test_words_stand_beside_the_paragraph_they_are_about(office: Office, minutes: str) -> None:
    answer = fill(office, "ravy", minutes, standing="reserved", objection=["", "It was twelve hectares."])
    assert answer.status_code == 303
    page = sentences(office.open("dalin", minutes))
    assert "Family B spoke of ten hectares. Family B says beside this: It was twelve hectares." in page
    assert facts(office, MinutesAnswered)[0].side == office.sides[1]


def test_not_confirming_needs_no_reason_and_no_clock_stops_it(office: Office, minutes: str) -> None:
    page = office.open("ravy", minutes).text
    digest = page.partition('name="minutes" value="')[2].partition('"')[0]
    office.now = hour("2027-01-20T10:00")  # the clock fell back
    answer = office.send("ravy", minutes, minutes=digest, standing="refused", objection=["", ""])
    assert answer.status_code == 303
    assert "Family B not confirmed" in sentences(office.open("ravy", minutes))


@pytest.mark.parametrize(
    ("standing", "words", "says"),
    [
        ("confirmed", "Not so.", "You wrote words beside a paragraph."),
        ("reserved", "", "Write your words beside the paragraph they are about."),
    ],
)
def test_an_answer_and_its_words_must_fit(
    office: Office, minutes: str, standing: str, words: str, says: str
) -> None:
    answer = fill(office, "ravy", minutes, standing=standing, objection=[words, ""])
    assert answer.status_code == 422
    assert says in sentences(answer)
    assert facts(office, MinutesAnswered) == []


def test_minutes_written_anew_are_answered_anew(office: Office, minutes: str) -> None:
    sheet = minutes.replace("/minutes/", "/sittings/")
    old = office.open("sopheap", minutes).text.partition('name="minutes" value="')[2].partition('"')[0]
    fill(office, "sopheap", minutes, standing="confirmed")
    fill(office, "dalin", sheet, minutes="We met.\nFamily B spoke of twelve hectares.")
    assert "Family A no answer yet" in sentences(office.open("sopheap", minutes))
    answer = office.send("sopheap", minutes, minutes=old, standing="confirmed")
    assert answer.status_code == 409
    assert "The minutes were written anew while you read." in sentences(answer)


def test_only_sides_answer_and_everybody_at_the_table_reads(office: Office, minutes: str) -> None:
    for person in ("dalin", "rattana", "sina", "vanny"):
        page = office.open(person, minutes)
        assert "We met." in page.text
        assert "Are these minutes right?" not in page.text
        assert office.send(person, minutes, minutes="x", standing="confirmed").status_code == 403


def test_without_minutes_the_page_says_so(office: Office) -> None:
    home, session = held(office)
    page = f"{home}/sheets/minutes/{session}"
    assert "No minutes of this session are written yet." in sentences(office.open("sopheap", page))
