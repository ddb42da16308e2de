"""The monitor's review: what is open first, asking, clearing, releasing at the slot, putting off, returning."""

from datetime import timedelta

import pytest
from sqlmodel import Session, select

from app.agreements.tables import Agreement
from app.foundation.roles import Role
from app.record.facts import agreements
from app.record.facts.audit import AgreementReleased, EvidenceAsked, ReviewPutOff, RuleCleared
from app.record.facts.parties import RoleEnded, RoleGiven
from app.recordkeeping.reading import entries_of
from app.voluntariness.assess import RULEBOOKS
from tests.audit.conftest import Case
from tests.audit.desk import CERTIFICATE, HOME, REVIEW, Desk, words
from tests.audit.table import AGREEMENT, BEFORE, DIALOGUE, SIGNED, SLOT, Table, at, viewer

NOTICE = f"{REVIEW}/rules/PRIOR-NOTICE-1"
LATE = "2027-01-08 09:00"


def status(table: Table) -> str:
    with Session(table.engine) as db:
        return db.exec(select(Agreement.status)).one()


def count_of(table: Table, kind: type) -> int:
    with Session(table.engine) as db:
        return sum(isinstance(entry.fact, kind) for entry in entries_of(db, DIALOGUE))


def test_a_result_is_released_at_the_slot_and_not_one_second_before(either: Table) -> None:
    desk = Desk(either.tell(), BEFORE)
    early = desk.send("vanny", f"{REVIEW}/releases", examined="yes")
    assert early.status_code == 409
    assert "The door opens on Monday 25 January 2027, 09:00, not before." in words(early)
    desk.now = SLOT
    assert desk.send("vanny", f"{REVIEW}/releases", examined="yes").headers["location"] == CERTIFICATE
    assert status(desk.table) == "released"
    assert "Keep the promise" in words(desk.open("dalin", HOME))


@pytest.mark.parametrize("person", ["dalin", "chair", "witness", "sopheap"])
@pytest.mark.parametrize("path", [f"{HOME}/reviews", REVIEW, NOTICE])
def test_for_everybody_but_monitors_there_is_no_review(case: Case, person: str, path: str) -> None:
    desk = Desk(case())
    hidden, unknown = desk.open(person, path), desk.open(person, f"{HOME}/reviews/nowhere")
    assert (hidden.status_code, words(hidden)) == (404, words(unknown))
    assert "There is nothing here that you may see." in words(hidden)
    assert desk.send(person, f"{REVIEW}/releases", examined="yes").status_code == 404
    assert desk.send(person, f"{HOME}/bundles").status_code == 404


def test_a_safeguard_officer_reads_the_review_but_only_the_monitor_releases(case: Case) -> None:
    desk = Desk(case())
    assert desk.open("sreymom", REVIEW).status_code == 200
    answer = desk.send("sreymom", f"{REVIEW}/releases", examined="yes")
    assert answer.status_code == 403
    assert "Only the monitor of this table releases" in words(answer)


def test_without_a_co_holder_nothing_is_released_and_the_refusal_names_what_is_open(case: Case) -> None:
    desk = Desk(case(without="malis"))
    answer = desk.send("vanny", f"{REVIEW}/releases", examined="yes")
    assert answer.status_code == 409
    assert "This cannot be released: Everyone whose yes is needed is an adult and signed" in words(answer)
    assert count_of(desk.table, AgreementReleased) == 0
    assert "There is no certificate" in words(desk.open("sopheap", CERTIFICATE))


def test_a_yes_taken_back_stops_the_release_and_changes_no_byte_for_the_facilitator(case: Case) -> None:
    desk = Desk(case())
    pages = (HOME, f"{HOME}/entries", f"{HOME}/offers", CERTIFICATE)
    before = [desk.open("dalin", page).text for page in pages]
    taken = agreements.AnswerGiven(AGREEMENT, desk.table.text)
    desk.table.write("malis", SIGNED + timedelta(days=2), taken, words="revoke")
    seen = [page for page in pages if desk.open("dalin", page).text != before[pages.index(page)]]
    assert seen in ([], [f"{HOME}/entries"])  # the head of the record moves with every entry of anybody
    answer = desk.send("vanny", f"{REVIEW}/releases", examined="yes")
    assert "Everyone could take a yes back, and nobody did" in words(answer)
    assert count_of(desk.table, AgreementReleased) == 0


def test_what_is_open_stands_first_and_the_ring_has_a_mark_for_each_rule(case: Case) -> None:
    desk = Desk(case(invited=LATE), BEFORE)
    page = desk.open("vanny", REVIEW)
    assert words(page).index("Open first") < words(page).index("PRIOR-NOTICE-1") < words(page).index("CAP-1")
    assert page.text.partition("<figure")[2].partition("</figure>")[0].count("<g class=") == len(
        RULEBOOKS["trial"]
    )
    assert "No score is made of them." in words(page)
    assert "None received after asking 4 people alone." in words(page)


def test_before_the_slot_nothing_stands_in_the_way_of_a_case_that_is_whole(case: Case) -> None:
    desk = Desk(case(), BEFORE)
    assert "In the way of a release Nothing is open." in words(desk.open("vanny", REVIEW))


def test_evidence_opens_as_a_part_of_the_page_and_as_a_page(case: Case) -> None:
    desk = Desk(case())
    browser = desk.browser("vanny")
    part = browser.get(NOTICE, headers={"HX-Request": "true"}).text
    assert part.lstrip().startswith('<div id="evidence-PRIOR-NOTICE-1"')
    assert "planned session 1" in part
    assert part.strip() in browser.get(NOTICE).text
    assert browser.get(f"{REVIEW}/rules/NO-SUCH-1").status_code == 404


def test_a_rule_that_needs_it_is_cleared_in_writing_and_stands_on_the_certificate(case: Case) -> None:
    desk = Desk(case(invited=LATE), BEFORE)
    assert desk.send("sreymom", f"{NOTICE}/clearances", words="").status_code == 422
    assert (
        desk.send("sreymom", f"{NOTICE}/clearances", words="All four wished to keep the day.").status_code
        == 303
    )
    assert "cleared with a reason" in words(desk.open("vanny", REVIEW))
    again = desk.send("vanny", f"{NOTICE}/clearances", words="Once more.")
    assert "There is nothing to clear here." in words(again)
    desk.now = SLOT
    assert desk.send("vanny", f"{REVIEW}/releases", examined="yes").status_code == 303
    sheet = words(desk.open("dara", CERTIFICATE))
    assert "cleared in writing by Sreymom" in sheet
    assert "invitations 7 days before each session" not in sheet
    assert "wished to keep the day" not in sheet


def test_an_uncleared_rule_stops_the_release(case: Case) -> None:
    desk = Desk(case(invited=LATE))
    assert "Invitations and agenda came early" in words(
        desk.send("vanny", f"{REVIEW}/releases", examined="yes")
    )
    assert status(desk.table) == "signed"


def test_a_rule_that_blocks_has_no_way_to_be_cleared(case: Case) -> None:
    desk = Desk(case(without="malis"))
    path = f"{REVIEW}/rules/CAP-1"
    assert "/clearances" not in desk.open("vanny", path).text
    answer = desk.send("vanny", f"{path}/clearances", words="She was away.")
    assert (answer.status_code, count_of(desk.table, RuleCleared)) == (409, 0)
    assert "This rule blocks; nobody can clear it." in words(answer)


def test_nobody_clears_their_own_work_and_the_page_names_who_may(case: Case) -> None:
    table = case(invited=LATE)
    moment = at("2027-01-20 09:00")
    table.write("dalin", moment, RoleGiven("vanny", Role.FACILITATOR.value, ""))
    table.write("dalin", moment, RoleEnded("dalin", "facilitator"), RoleGiven("dalin", "monitor", ""))
    desk = Desk(table)
    page = desk.open("dalin", NOTICE)
    assert "Who may clear it: Vanny, Sreymom." in words(page)
    assert "/clearances" not in page.text
    answer = desk.send("dalin", f"{NOTICE}/clearances", words="It was fine.")
    assert (answer.status_code, count_of(table, RuleCleared)) == (422, 0)
    assert "Who may clear it: Vanny, Sreymom." in words(answer)


def test_evidence_is_asked_for_in_words_that_the_office_reads_and_nobody_else(case: Case) -> None:
    desk = Desk(case(invited=LATE), BEFORE)
    assert desk.send("vanny", f"{NOTICE}/questions", words="Where are the receipts?").status_code == 303
    assert count_of(desk.table, EvidenceAsked) == 1
    assert "Where are the receipts?" in words(desk.open("dalin", f"{HOME}/entries"))
    assert "The monitor asks for evidence" in words(desk.open("dalin", "/"))
    for person in ("sopheap", "chair", "witness"):
        assert "receipts" not in words(desk.open(person, f"{HOME}/entries"))


def test_putting_off_leads_to_the_next_slot_and_shows_to_nobody_else(case: Case) -> None:
    desk = Desk(case())
    before = words(desk.open("chair", HOME))
    assert desk.send("vanny", f"{REVIEW}/delays").status_code == 303
    assert count_of(desk.table, ReviewPutOff) == 1
    assert words(desk.open("chair", HOME)) == before
    answer = desk.send("vanny", f"{REVIEW}/releases", examined="yes")
    assert "The door opens on Monday 1 February 2027, 09:00" in words(answer)
    desk.now = SLOT + timedelta(days=7)
    assert desk.send("vanny", f"{REVIEW}/releases", examined="yes").status_code == 303


def test_on_a_day_without_a_slot_the_door_is_closed(case: Case) -> None:
    desk = Desk(case(), SLOT + timedelta(days=1))
    answer = desk.send("vanny", f"{REVIEW}/releases", examined="yes")
    assert "The next one is Monday 1 February 2027, 09:00." in words(answer)


def test_a_text_is_returned_for_a_new_reading_and_released_no_more(case: Case) -> None:
    desk = Desk(case())
    assert desk.send("vanny", f"{REVIEW}/returns", words="").status_code == 422
    assert desk.send("vanny", f"{REVIEW}/returns", words="Please read clause 3 again.").status_code == 303
    assert status(desk.table) == "returned"
    assert "Please read clause 3 again." in words(desk.open("sopheap", f"{HOME}/entries"))
    answer = desk.send("vanny", f"{REVIEW}/releases", examined="yes")
    assert "This text went back to the table for a new reading." in words(answer)


def test_a_release_needs_the_monitors_word_that_no_report_is_open(case: Case) -> None:
    desk = Desk(case())
    answer = desk.send("vanny", f"{REVIEW}/releases")
    assert answer.status_code == 422
    assert "Then tick that none is open." in words(answer)


def test_the_same_release_sent_twice_is_one_entry(case: Case) -> None:
    desk = Desk(case())
    browser, form = desk.browser("vanny"), {"once": "released-once", "examined": "yes"}
    places = [browser.post(f"{REVIEW}/releases", data=form).headers["location"] for _ in range(2)]
    assert places == [CERTIFICATE, CERTIFICATE]
    assert count_of(desk.table, AgreementReleased) == 1
    answer = desk.send("vanny", f"{REVIEW}/releases", examined="yes")
    assert "was released already" in words(answer)


def test_what_waits_for_the_monitor_is_said_with_the_slot(case: Case) -> None:
    desk = Desk(case(), BEFORE)
    assert "Review text" in words(desk.open("vanny", "/"))
    assert "The door opens on Monday 25 January 2027, 09:00." in words(desk.open("vanny", "/"))
    desk.now = SLOT
    assert "the door is open today" in words(desk.open("vanny", "/"))


def test_a_viewer_of_the_case_keeps_the_seat_the_tests_give() -> None:
    assert viewer("malis").side == "north"


@pytest.mark.parametrize("word", ["", "accept", "revoke"])
def test_a_question_waits_for_the_office_whatever_somebody_said_meanwhile(case: Case, word: str) -> None:
    """PRIOR-COOL-1 opens with a yes that is taken back; the office must not learn that from what waits for it."""
    table = case()
    desk = Desk(table, at("2027-01-14 09:00"))
    desk.send("vanny", f"{REVIEW}/rules/PRIOR-COOL-1/questions", words="Please bring the signed sheet.")
    if word:
        table.write(
            "malis", at("2027-01-14 10:00"), agreements.AnswerGiven(AGREEMENT, table.text), words=word
        )
    desk.now = at("2027-01-15 09:00")
    assert "The monitor asks for evidence" in words(desk.open("dalin", "/"))
