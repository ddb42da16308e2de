"""Offers: drafts private to a side, tabling, countering row by row, withdrawing, and "If you say no"."""

import re

import pytest

from app.agreements.rules.offers import KeptMeanwhile, Row, TabledMeanwhile, pair
from app.agreements.words import change_lines, row_sentence
from app.web.i18n import use_language
from tests.agreements.offering import ROWS, Offering
from tests.agreements.signing import CLAUSES
from tests.office import Office, sentences


@pytest.fixture
def table(office: Office) -> Offering:
    """A table ready for offers."""
    return Offering(office)


def test_a_draft_is_read_by_its_own_side_alone(table: Offering) -> None:
    draft = table.draft("ravy")
    assert "pays for two harvests" in table.read("malis", draft)
    assert "Your side is writing" in table.read("malis", "offers")
    for other in ("sopheap", "dalin", "rattana", "vanny", "sina"):
        assert table.office.open(other, f"{table.home}/{draft}").status_code == 404
        assert "pays for two harvests" not in table.read(other, "offers")
        assert table.send(other, f"{draft}/tablings").status_code == 404
    for other in ("dalin", "rattana", "vanny", "sina"):
        assert table.send(other, "offers/drafts", **table.fields_of("ravy", draft), **ROWS).status_code == 403
    stolen = {**table.fields_of("ravy", draft), "what_1": "something else"}
    for known in (stolen, {**stolen, "draft": "222222222222"}):
        answer = table.send("sopheap", "offers/drafts", **known)
        assert (answer.status_code, "pays for two harvests" in answer.text) == (409, False)
        assert TabledMeanwhile.says in sentences(answer)
    assert "pays for two harvests" in table.read("malis", draft)


def test_a_draft_leaves_no_entry_in_the_record(table: Offering) -> None:
    before = table.read("vanny", "entries")
    table.draft("ravy")
    assert table.read("vanny", "entries") == before


def test_a_draft_is_changed_and_then_tabled_for_all_to_read(table: Offering) -> None:
    draft = table.draft("ravy")
    again = {**ROWS, "amount_1": "៤ ០០០ ០០០", **table.fields_of("ravy", draft)}
    assert table.did("ravy", "offers/drafts", **again).endswith(draft)
    offer = table.did("malis", f"{draft}/tablings").removeprefix(f"{table.home}/")
    for person in ("sopheap", "ravy", "dalin", "rattana", "vanny", "sina"):
        assert "Ravy: pays for two harvests, 4 000 000 riel." in table.read(person, offer)
    assert table.office.open("ravy", f"{table.home}/{draft}").status_code == 404
    assert "Family B put offer 1 on the table." in table.read("sopheap", "entries")


@pytest.mark.parametrize(
    ("rows", "sentence", "kept"),
    [
        ({}, "An offer needs at least one row.", ""),
        ({"who_2": "Ravy"}, "Say what is given or done in this row, or empty the whole row.", "Ravy"),
        ({"what_1": "pays", "amount_1": "5"}, "in riel or in US dollars", "pays"),
        ({"what_1": "pays", "amount_1": "four million"}, "“four million” is not an amount", "four million"),
        ({"what_1": "x" * 201}, "This is too long.", "x" * 201),
        (
            {"what_1": "gives", "when_1_day": "31", "when_1_month": "2", "when_1_year": "2027"},
            "There is no such day in that month.",
            "gives",
        ),
    ],
)
def test_a_wrong_row_gets_one_sentence_and_nothing_typed_is_lost(
    table: Offering, rows: dict[str, str], sentence: str, kept: str
) -> None:
    answer = table.send("ravy", "offers/drafts", **rows)
    assert answer.status_code == 422
    assert sentence in sentences(answer)
    assert f'value="{kept}"' in answer.text


def test_of_two_who_write_one_draft_nobody_takes_the_others_rows_away_unread(table: Offering) -> None:
    draft = table.draft("ravy")
    opened = table.fields_of("ravy", draft)
    table.did("malis", "offers/drafts", **ROWS, **opened, where_1="of Malis")
    mistyped = table.send("ravy", "offers/drafts", **{**ROWS, **opened, "amount_1": "many"})
    assert (mistyped.status_code, opened["version"] in mistyped.text) == (422, True)
    mine = {**ROWS, **opened, "where_1": "of Ravy"}
    late = table.send("ravy", "offers/drafts", **mine)
    assert (late.status_code, KeptMeanwhile.says in sentences(late)) == (409, True)
    assert "of Malis" in sentences(late)
    assert 'value="of Ravy"' in late.text
    assert "of Malis" in table.read("ravy", draft)
    read = dict(re.findall(r'name="(draft|version)" value="(\w*)"', late.text))
    assert table.did("ravy", "offers/drafts", **{**mine, **read}).endswith(draft)
    assert "of Ravy" in table.read("malis", draft)


def test_rows_typed_into_a_draft_that_was_tabled_meanwhile_begin_a_new_one(table: Offering) -> None:
    draft = table.draft("ravy")
    mine = {**ROWS, **table.fields_of("ravy", draft), "what_1": "works for two harvests"}
    table.did("malis", f"{draft}/tablings")
    late = table.send("ravy", "offers/drafts", **mine)
    assert (late.status_code, TabledMeanwhile.says in sentences(late)) == (409, True)
    assert 'value="works for two harvests"' in late.text
    read = dict(re.findall(r'name="(draft|version)" value="(\w*)"', late.text))
    assert read == {"draft": "", "version": ""}
    new = table.did("ravy", "offers/drafts", **{**mine, **read}).removeprefix(f"{table.home}/")
    assert new != draft
    assert "works for two harvests" in table.read("malis", new)


def test_no_offer_is_tabled_before_the_lists_are_closed_and_the_numbers_fixed(office: Office) -> None:
    home = office.table()
    draft = office.send("ravy", f"{home}/offers/drafts", **ROWS).headers["location"]
    answer = office.send("ravy", f"{draft}/tablings")
    assert (answer.status_code, "not fixed yet" in sentences(answer)) == (409, True)


def test_no_offer_is_tabled_in_a_pause_and_the_draft_stays(table: Offering) -> None:
    draft = table.draft("ravy")
    table.did("sopheap", "pauses")
    answer = table.send("ravy", f"{draft}/tablings")
    assert (answer.status_code, "There is a pause." in sentences(answer)) == (409, True)
    table.did("sopheap", "pauses/ends")
    table.did("ravy", f"{draft}/tablings")


def test_those_who_belong_to_no_side_write_no_offer(table: Offering) -> None:
    for person in ("dalin", "rattana", "vanny", "sina"):
        assert table.office.open(person, f"{table.home}/offers/new").status_code == 403
        assert table.send(person, "offers/drafts", **ROWS).status_code == 403


def test_a_counter_offer_begins_with_the_rows_it_counters_and_tells_what_changed(table: Offering) -> None:
    offer = table.tabled("ravy")
    new = table.office.open("sopheap", f"{table.home}/offers/new?counters={offer.rpartition('/')[2]}")
    assert 'value="pays for two harvests"' in new.text
    assert 'value="3000000"' in new.text
    countered = {**ROWS, "amount_1": "4000000", "counters": offer.rpartition("/")[2]}
    counter = table.tabled("sopheap", **countered)
    page = table.read("ravy", counter)
    assert "What changed since offer 1" in page
    assert "pays for two harvests. How much: 4 000 000 riel before: 3 000 000 riel" in page


def test_only_its_own_side_withdraws_an_offer_once_in_a_pause_too(table: Offering) -> None:
    offer = table.tabled("ravy")
    assert table.send("sopheap", f"{offer}/withdrawals").status_code == 403
    assert table.send("dalin", f"{offer}/withdrawals").status_code == 403
    table.did("sopheap", "pauses")
    table.did("malis", f"{offer}/withdrawals")
    assert table.send("ravy", f"{offer}/withdrawals").status_code == 409
    assert table.status(offer) == "withdrawn"


def test_a_withdrawn_offer_cannot_be_accepted_but_a_no_is_still_kept(table: Offering) -> None:
    offer = table.tabled("ravy")
    version = table.check("sopheap", offer, "accept").text.partition('name="version" value="')[2][:64]
    table.did("ravy", f"{offer}/withdrawals")
    late = table.send("sopheap", f"{offer}/answers", choice="accept", version=version)
    assert (late.status_code, "has withdrawn it" in sentences(late)) == (409, True)
    assert table.say("sopheap", offer, "refuse").status_code == 303


def test_an_accepted_offer_that_was_withdrawn_becomes_no_text(table: Offering) -> None:
    offer = table.tabled("ravy")
    for person in ("sopheap", "ravy", "malis"):
        table.say(person, offer, "accept")
    table.did("ravy", f"{offer}/withdrawals")
    rows = {**CLAUSES, "offer": offer.rpartition("/")[2]}
    assert table.send("dalin", "texts", **rows).status_code == 409


def test_an_offer_of_another_table_is_not_found(table: Offering) -> None:
    offer = table.tabled("ravy")
    elsewhere = table.office.table()
    assert table.office.open("ravy", f"{elsewhere}/{offer}").status_code == 404
    assert table.office.send("ravy", f"{elsewhere}/{offer}/answer-checks", answer="refuse").status_code == 404


def test_rows_are_paired_by_what_they_promise_and_then_by_one_half_of_it() -> None:
    pay, give, reap = Row("Ravy", "pays"), Row("Sopheap", "gives the field"), Row("Sopheap", "reaps once")
    assert pair([give, pay], [pay, give]) == [(give, give), (pay, pay)]
    assert pair([pay], [pay, reap]) == [(pay, pay), (None, reap)]
    assert pair([pay, reap], [pay]) == [(pay, pay), (reap, None)]
    assert pair([Row("Malis", "pays")], [pay]) == [(Row("Malis", "pays"), pay)]


def test_what_changed_is_told_by_field_for_each_row() -> None:
    use_language("en")
    before = [Row("Ravy", "pays", "hall", 5, "USD"), Row("Sopheap", "leaves")]
    now = [Row("Ravy", "pays", "", 5, "USD", "2027-06-30", "receipt", "no field")]
    assert row_sentence(now[0]) == (
        "Ravy: pays, 5 US dollars, on Wednesday 30 June 2027. Proof: receipt. If late: no field."
    )
    assert change_lines(now, before) == [
        ("place", "", "pays. Where: hall"),
        ("date", "pays. When: Wednesday 30 June 2027", ""),
        ("paper", "pays. Proof: receipt", ""),
        ("paper", "pays. If late: no field", ""),
        ("paper", "", "Sopheap: leaves."),
    ]


STATEMENT = {"khmer": "អ្វីៗនៅដដែល។", "english": "Things stay as they are.", "stays_open": ["court"]}


def test_if_you_say_no_is_signed_by_each_side_and_the_chair_and_a_new_one_voids_that(table: Offering) -> None:
    page = table.read("sopheap", "if-you-say-no")
    assert "Nobody has written this yet." in page
    assert table.send("ravy", "if-you-say-no/statements", **STATEMENT).status_code == 403
    table.did("dalin", "if-you-say-no/statements", **STATEMENT)
    assert "These stay open to you: the court." in table.read("sopheap", "if-you-say-no")
    form = table.office.open("ravy", f"{table.home}/if-you-say-no").text
    first = form.partition('name="statement" value="')[2][:64]
    for person in ("ravy", "sopheap", "rattana"):
        table.did(person, "if-you-say-no/signatures", statement=first)
    assert "Signed by all sides and the chair." in table.read("malis", table.tabled("ravy"))
    again = table.send("malis", "if-you-say-no/signatures", statement=first)
    assert (again.status_code, "signed already" in sentences(again)) == (409, True)
    assert table.send("dalin", "if-you-say-no/signatures", statement=first).status_code == 403
    table.did("dalin", "if-you-say-no/statements", **STATEMENT)
    assert "not yet" in table.read("dalin", "if-you-say-no")
    stale = table.send("ravy", "if-you-say-no/signatures", statement=first)
    assert (stale.status_code, "A new statement was written" in sentences(stale)) == (409, True)


def test_a_statement_that_threatens_says_so_of_itself(table: Offering) -> None:
    table.did("dalin", "if-you-say-no/statements", **STATEMENT, consequences=["eviction", "nothing_later"])
    page = table.read("sopheap", "if-you-say-no")
    assert "after a no somebody must leave house or land. No agreement under it can be shown" in page
