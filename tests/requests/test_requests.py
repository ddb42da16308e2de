"""Anybody asks for a peace table; the office answers with a next step; the asker alone reads it, by a code."""

import pytest
from sqlmodel import Session, select

from app.audit.reconciliation import differences
from app.record.facts.preparation import RequestAnswered, TableRequested
from app.recordkeeping.reading import entries_of, place_of, places_of
from app.requests.rules import AN_HOUR, AT_ONCE
from app.requests.tables import TableRequest
from tests.office import Office, hour, office_at, sentences

WORDS = "Two families use one canal."
ABOUT = {
    "khmer": "ទឹក",
    "latin": "Water",
    "summary_khmer": "ទឹក",
    "summary_latin": "One canal.",
    "resource": "water",
    "province": "Mondulkiri",
}


def ask(office: Office, person: str = "malis", **more: str) -> str:
    """Ask for a table; returns the address of the request."""
    answer = office.send(person, "/requests", **{"asker": "community", "words": WORDS, **more})
    assert answer.status_code == 303, sentences(answer)
    return answer.headers["location"]


def test_nobody_needs_a_sign_in_to_ask_and_to_read_the_answer(office: Office) -> None:
    office.browser("malis").post("/exit")
    page = ask(office, place="Rolous Thmei")
    said = sentences(office.open("malis", page))
    assert "waits for an answer" in said
    assert "Write down this code" in said
    code = page.rpartition("/")[2]
    typed = f" {code[:4].upper()}-{code[4:8]} {code[8:]} "
    answer = office.browser("malis").get("/requests/codes", params={"code": typed})
    assert (answer.status_code, answer.headers["location"]) == (303, page)


def test_a_wrong_code_is_told_in_a_sentence_and_stays_typed(office: Office) -> None:
    answer = office.browser("malis").get("/requests/codes", params={"code": "abcd-efgh-jkmn"})
    assert "No request has this code." in sentences(answer)
    assert 'value="abcd-efgh-jkmn"' in answer.text
    assert office.open("malis", "/requests/abcdefghjkmn").status_code == 404


def test_nobody_but_the_office_lists_or_answers_requests(office: Office) -> None:
    page = ask(office)
    assert WORDS in sentences(office.open("dalin", "/requests"))
    for person in ("malis", "rattana", "vanny"):
        assert office.open(person, "/requests").status_code == 404
        assert office.send(person, f"{page}/answers", answer="No").status_code == 404
        assert "Or do not open one" not in sentences(office.open(person, page))
        assert "Requests" not in sentences(office.open(person, "/"))


def test_a_request_that_is_not_taken_up_gets_its_reason_and_next_step(office: Office) -> None:
    page = ask(office)
    assert "Answer a request: community" in sentences(office.open("dalin", "/"))
    assert "Please fill this in." in sentences(office.send("dalin", f"{page}/answers", answer=" "))
    office.send("dalin", f"{page}/answers", answer="The village chief will come on Friday.")
    said = sentences(office.open("malis", page))
    assert "answered: no table is opened" in said
    assert "The village chief will come on Friday." in said
    assert "Answer a request" not in sentences(office.open("dalin", "/"))
    again = office.send("dalin", f"{page}/answers", answer="Another word.")
    assert "This request has its answer already." in sentences(again)
    assert "The village chief will come on Friday." in sentences(office.open("malis", page))


def test_a_table_opened_from_a_request_holds_it_in_its_record(office: Office) -> None:
    page = ask(office)
    asked = office.now
    office.now = hour("2027-01-03T09:00")
    code = page.rpartition("/")[2]
    assert WORDS in sentences(office.open("dalin", f"/dialogues/new?request={code}"))
    silent = office.send("dalin", "/dialogues", **ABOUT, request=code)
    assert "Write to those who asked what happens next." in sentences(silent)
    assert WORDS in sentences(silent)
    opened = office.send("dalin", "/dialogues", **ABOUT, request=code, answer="We come on Tuesday.")
    dialogue = opened.headers["location"].split("/")[2]
    with Session(office.engine) as db:
        entries, places = entries_of(db, dialogue), places_of(db, dialogue)
        (request,) = [entry for entry in entries if isinstance(entry.fact, TableRequested)]
        (answer,) = [entry for entry in entries if isinstance(entry.fact, RequestAnswered)]
        assert (request.when, request.at) == (asked, office.now)
        assert place_of(places, request, "words") == WORDS
        assert place_of(places, answer, "words") == "We come on Tuesday."
        assert list(differences(db)) == []
    said = sentences(office.open("malis", page))
    assert "taken up: a table is opened" in said
    assert "We come on Tuesday." in said
    assert dialogue not in office.open("malis", page).text
    assert WORDS in sentences(office.open("dalin", f"/dialogues/{dialogue}/sheets/case"))


def test_one_request_opens_one_table(office: Office) -> None:
    code = ask(office).rpartition("/")[2]
    first = office.send("dalin", "/dialogues", **ABOUT, request=code, answer="We come.")
    second = office.send("dalin", "/dialogues", **ABOUT, request=code, answer="We come.")
    assert first.status_code == 303
    assert "This request has its answer already." in sentences(second)
    with Session(office.engine) as db:
        assert list(differences(db)) == []
    unknown = office.send("dalin", "/dialogues", **ABOUT, request="abcdefghjkmn", answer="We come.")
    assert unknown.status_code == 404


def test_only_the_office_opens_a_table_from_a_request(office: Office) -> None:
    code = ask(office).rpartition("/")[2]
    assert WORDS not in sentences(office.open("malis", f"/dialogues/new?request={code}"))
    sent = office.send("malis", "/dialogues", **ABOUT, request=code, answer="We come.")
    assert "Your seat at this table may not do this." in sentences(sent)


def test_the_same_form_sent_twice_is_one_request(office: Office) -> None:
    assert ask(office, once="asked-once-only") == ask(office, once="asked-once-only")
    with Session(office.engine) as db:
        assert len(db.exec(select(TableRequest)).all()) == 1


def test_more_than_an_office_can_read_is_told_and_stays_typed(office: Office) -> None:
    for _ in range(AN_HOUR):
        ask(office)
    refused = office.send("malis", "/requests", asker="company", words="A late word.")
    assert refused.status_code == 409
    assert "Many requests came in just now." in sentences(refused)
    assert "A late word." in refused.text
    office.now = hour("2027-01-02T09:01")
    ask(office)


def test_so_many_may_wait_at_once(office: Office) -> None:
    with Session(office.engine) as db:
        for place in range(AT_ONCE):
            gone = {"answer": "", "answered_at": "", "answered_by": "", "dialogue": ""}
            told = {
                "asker": "company",
                "name": "",
                "reach": "",
                "place": "",
                "words": "x",
                "status": "waiting",
            }
            early = "2027-01-01T00:00:00Z"
            db.add(TableRequest(request=f"r{place}", asked_at=early, position=place, **told, **gone))
        db.commit()
    refused = office.send("malis", "/requests", asker="company", words="One more.")
    assert "Many requests came in just now." in sentences(refused)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"asker": "", "words": "Something."}, "Choose one of the answers."),
        ({"asker": "office", "words": "Something."}, "Choose one of the answers."),
        ({"asker": "company", "words": ""}, "Please fill this in."),
        ({"asker": "company", "words": "x" * 4001}, "Write at most 4000 characters."),
        ({"asker": "company", "words": "x", "reach": "y" * 201}, "Write at most 200 characters."),
    ],
)
def test_what_is_wrong_is_said_at_its_field(office: Office, fields: dict[str, str], sentence: str) -> None:
    refused = office.send("malis", "/requests", **fields)
    assert refused.status_code == 422
    assert sentence in sentences(refused)


@pytest.mark.postgres
def test_it_is_the_same_on_postgresql(postgres_url: str) -> None:
    office = office_at(postgres_url)
    declined, taken = ask(office), ask(office)
    office.send("dalin", f"{declined}/answers", answer="The village chief will come on Friday.")
    code = taken.rpartition("/")[2]
    opened = office.send("dalin", "/dialogues", **ABOUT, request=code, answer="We come on Tuesday.")
    assert opened.status_code == 303
    assert "The village chief will come on Friday." in sentences(office.open("malis", declined))
    assert "We come on Tuesday." in sentences(office.open("malis", taken))
    late = office.send("dalin", f"{taken}/answers", answer="Another word.")
    assert "This request has its answer already." in sentences(late)
    with Session(office.engine) as db:
        assert list(differences(db)) == []
    office.engine.dispose()
