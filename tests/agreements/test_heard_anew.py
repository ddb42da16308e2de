"""A change of the recording is a change: what was answered or signed before it counts no more, for everybody alike."""

from sqlmodel import Session

from app.audit.reconciliation import differences
from tests.agreements.offering import Offering
from tests.agreements.signing import DECIDERS, Signing, brought_to
from tests.agreements.test_recordings import MP3, OGG, add
from tests.office import office_at, sentences

CHANGED = "was changed on"


def clean(table: Signing) -> bool:
    """Does the record, told again, give the very same tables?"""
    with Session(table.office.engine) as db:
        return not list(differences(db))


def test_an_offer_heard_anew_asks_everybody_anew(sqlite_url: str) -> None:
    table = Offering(office_at(sqlite_url))
    offer = table.tabled("sopheap")
    matter = offer.rpartition("/")[2]
    assert add(table, OGG, matter=matter).status_code == 303
    for person in DECIDERS:
        assert table.say(person, offer, "accept").status_code == 303
    assert (table.status(offer), table.outcome("Family B")) == (
        "accepted in principle",
        "accepted in principle",
    )
    assert add(table, MP3, matter=matter).status_code == 303
    assert table.status(offer) == "open for answers"
    assert CHANGED in table.read("ravy", offer)
    assert "changed the recording in Khmer" in table.read("ravy", "entries")
    assert clean(table)
    table.say("sopheap", offer, "accept")
    table.say("ravy", offer, "accept")
    assert table.status(offer) == "open for answers"
    table.say("malis", offer, "refuse")
    assert table.status(offer) == "not accepted"
    assert clean(table)


def test_before_anybody_answered_a_change_is_told_and_asks_nobody_anything(sqlite_url: str) -> None:
    table = Offering(office_at(sqlite_url))
    offer = table.tabled("sopheap")
    for sound in (OGG, MP3):
        assert add(table, sound, matter=offer.rpartition("/")[2]).status_code == 303
    assert CHANGED in table.read("malis", offer)
    assert table.status(offer) == "open for answers"


def test_a_second_language_is_no_change(sqlite_url: str) -> None:
    table = brought_to("signed", sqlite_url)
    assert add(table, OGG, matter=table.agreement).status_code == 303
    assert add(table, MP3, matter=table.agreement, language="en").status_code == 303
    assert CHANGED not in table.page("sopheap")
    assert "Withdraw my yes" in table.page("sopheap", "/signatures/mine")


def test_a_text_heard_anew_is_thought_over_and_signed_anew(sqlite_url: str) -> None:
    table = brought_to("signed", sqlite_url)
    for sound in (OGG, MP3):
        assert add(table, sound, matter=table.agreement).status_code == 303
    assert CHANGED in table.page("sopheap")
    assert clean(table)
    early = table.answer("sopheap")
    assert early.status_code == 409
    assert "The recording of this text was changed on" in sentences(early)
    table.at("2027-01-14T11:20")
    for person in DECIDERS:
        assert table.answer(person).status_code == 303
    assert "A yes can be taken back at least until" in table.page("sopheap")
    assert clean(table)


def test_what_is_agreed_or_released_is_changed_no_more(sqlite_url: str) -> None:
    table = brought_to("accepted", sqlite_url)
    assert add(table, OGG).status_code == 303
    table.fix()
    answer = add(table, MP3)
    assert answer.status_code == 409
    assert "A text was fixed from this offer." in sentences(answer)
