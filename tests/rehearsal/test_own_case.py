"""One's own case: made whole from a list or not at all, and each of its people led to by a code."""

import re

from sqlmodel import Session, select

from app.audit.bundles import full_bundle
from app.audit.reconciliation import differences
from app.people.tables import Person
from app.recordkeeping.tables import RecordLine
from app.rehearsal import room_address
from app.rehearsal.own_cases import own_cases
from app.rehearsal.tables import OwnCase
from app.verifier.verify import verify
from tests.office import HERE, Office, sentences

LIST = """វ៉ាន់ ដារ៉ា\tVann Dara\tfacilitator\tm
Sor Chanthy\tchair\tf
Long Rithy\tគ្រួសារ ក / Family A\tm\t1971
Long Sreymom\tគ្រួសារ ក / Family A\twife\tf\t១៩៧៥
Hout Bunna\tFamily B\tm
Pich Sokha\tmonitor\tf
"""
TITLE = {"khmer": "ដីពីរ", "latin": "Two plots", "resource": "land", "province": "Kampot"}


def make(office: Office, people: str = LIST, **more: str) -> str:
    """Make the case; returns where the form led."""
    answer = office.send("dalin", "/rehearsal/own-cases", **{**TITLE, **more}, people=people)
    assert answer.status_code == 303, sentences(answer)
    return answer.headers["location"]


def test_a_list_becomes_a_table_with_sides_seats_and_deciders(office: Office) -> None:
    page = make(office)
    with Session(office.engine) as db:
        (case,) = own_cases(db)
    assert page == f"/rehearsal/own-cases/{case.id}"
    assert [one.latin for one in case.people][:2] == ["Vann Dara", "Sor Chanthy"]
    said = sentences(office.open(case.people[0].id, f"/dialogues/{case.id}/people"))
    assert "Family A Visit sheet Long Rithy party to the table · decides: holder of the land" in said
    assert "Long Sreymom party to the table · decides: spouse" in said
    assert "Pich Sokha monitor" in said


def test_its_record_stands_as_any_other(office: Office) -> None:
    make(office)
    with Session(office.engine) as db:
        assert list(differences(db)) == []
        bundle = full_bundle(db, own_cases(db)[0].id, at=office.now)
        assert list(differences(db)) == []
    assert verify(bundle).rehearsal


def test_a_list_with_one_unclear_line_makes_nothing_and_stays_typed(office: Office) -> None:
    answer = office.send("dalin", "/rehearsal/own-cases", **TITLE, people=LIST + "Pich Sokha\twitness\tf")
    assert answer.status_code == 422
    assert "Line 7: Pich Sokha stands on line 6 already." in sentences(answer)
    assert "Long Sreymom\tគ្រួសារ ក / Family A\twife" in answer.text
    with Session(office.engine) as db:
        assert db.exec(select(OwnCase)).all() == []
        assert db.exec(select(RecordLine)).all() == []
        assert len(db.exec(select(Person)).all()) == 7


def test_a_second_case_with_the_same_names_is_other_people(office: Office) -> None:
    make(office)
    make(office)
    with Session(office.engine) as db:
        first, second = own_cases(db)
    assert not {one.id for one in first.people} & {one.id for one in second.people}


def test_the_same_form_sent_twice_makes_one_table(office: Office) -> None:
    assert make(office, once="twice-the-same") == make(office, once="twice-the-same")
    with Session(office.engine) as db:
        assert len(own_cases(db)) == 1


def test_a_code_leads_to_one_button_and_looking_changes_nothing(office: Office) -> None:
    page = make(office)
    phone = office.browser("sina")
    phone.post("/exit")
    shown = phone.get(page, headers={"host": "192.168.1.20:8000"})
    assert shown.text.count("<svg") > 6
    assert "http://192.168.1.20:8000" in shown.text
    with Session(office.engine) as db:
        person = own_cases(db)[0].people[2]
    before = dict(phone.cookies)
    becoming = phone.get(f"/rehearsal/own-people/{person.id}")
    assert "Be Long Rithy" in sentences(becoming)
    assert dict(phone.cookies) == before
    action = re.search(r'action="(/rehearsal/people/\w+/sign-ins)"', becoming.text)
    assert action is not None
    assert phone.post(action.group(1), data={}).status_code == 303
    assert "Two plots" in phone.get("/").text


def test_people_of_stories_and_tables_of_stories_have_no_codes(office: Office) -> None:
    home = office.table()
    assert office.open("dalin", "/rehearsal/own-people/sopheap").status_code == 404
    assert office.open("dalin", home.replace("/dialogues", "/rehearsal/own-cases")).status_code == 404


def test_a_server_that_is_closed_to_the_room_says_how_to_open_it(office: Office) -> None:
    page = make(office)
    said = sentences(office.open("dalin", page))
    assert "start the server with: ./peace-table run --lan" in said
    assert "192." not in said


def test_an_opened_server_finds_its_address_and_one_without_network_says_so(
    office: Office,
) -> None:
    page = make(office)
    office.app.state.opened_to_the_room = True
    said = sentences(office.open("dalin", page))
    found = room_address.address_in_the_room()
    assert (f"http://{found}:8000" in said) if found else ("in no network now" in said)


def test_every_name_of_the_machine_itself_is_known(office: Office) -> None:
    for host in ("127.0.0.1", "127.8.0.1", "localhost", "[::1]", "table.localhost"):
        assert room_address.is_loopback(host), host
    for host in ("192.168.1.20", "10.0.0.7", "office.example", "[fe80::1]"):
        assert not room_address.is_loopback(host), host


def test_the_first_page_leads_to_the_list_and_to_each_case(office: Office) -> None:
    page = make(office)
    first = office.open("dalin", "/rehearsal").text
    assert 'href="/rehearsal/own-cases/new"' in first
    assert f'href="{page}"' in first
    assert HERE not in first
