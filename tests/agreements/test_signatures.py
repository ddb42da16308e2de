"""Signatures: only with one's own copy of the identical text, time to think, and a session; taken back at will."""

import pytest
from sqlmodel import Session, select

from app.agreements.tables import Agreement, Signature
from app.dialogues.queries import dialogue_row
from app.dialogues.tables import Dialogue
from app.recordkeeping.guard import PROJECTING
from app.recordkeeping.reading import entries_of
from tests.agreements.signing import DECIDERS, MISSING, Signing, brought_to
from tests.office import sentences


@pytest.fixture
def fixed(sqlite_url: str) -> Signing:
    """A fixed text, no copies."""
    return brought_to("fixed", sqlite_url)


@pytest.fixture
def seated(sqlite_url: str) -> Signing:
    """Copies at 11:00 on 12 January, a session open on the 13th, and it is 11:20."""
    return brought_to("seated", sqlite_url)


@pytest.fixture
def signed(sqlite_url: str) -> Signing:
    """Everybody has signed."""
    return brought_to("signed", sqlite_url)


def test_a_signature_before_its_time_is_refused_with_the_earliest_time_in_words(seated: Signing) -> None:
    seated.at("2027-01-13T10:59")
    answer = seated.answer("malis")
    assert answer.status_code == 409
    assert "Signing is possible for you from Wednesday 13 January 2027, 11:00." in sentences(answer)
    seated.at("2027-01-13T11:00")
    assert seated.answer("malis").status_code == 303


def test_the_check_page_refuses_as_the_signature_would_and_writes_nothing(seated: Signing) -> None:
    seated.at("2027-01-13T10:59")
    before = entry_count(seated)
    fields = {"answer": "sign", "version": seated.version("malis"), "language": "km"}
    answer = seated.send("malis", f"{seated.below}/signature-checks", **fields)
    assert answer.status_code == 409
    assert "11:00" in sentences(answer)
    assert entry_count(seated) == before


def test_nobody_signs_outside_a_session(fixed: Signing) -> None:
    fixed.hand_over("11:00")
    fixed.at("2027-01-13T12:00")
    answer = fixed.answer("ravy")
    assert answer.status_code == 409
    assert "signed in a session only" in sentences(answer)


def test_nobody_signs_without_an_own_copy_or_a_language(fixed: Signing) -> None:
    fixed.hand_over("11:00", ("sopheap",))
    fixed.sit_down()
    fixed.at("2027-01-13T11:20")
    assert "not noted that you hold" in sentences(fixed.answer("ravy"))
    answer = fixed.answer("sopheap", language="")
    assert answer.status_code == 422
    assert "Choose the language" in sentences(answer)


def test_nobody_signs_a_text_that_is_not_the_one_in_force(seated: Signing) -> None:
    seated.at("2027-01-13T11:20")
    for choice in ("sign", "refuse", "longer"):
        answer = seated.answer("ravy", choice, version=MISSING)
        assert answer.status_code == 409
        assert "fixed anew while you read" in sentences(answer)


def test_only_those_who_decide_see_and_use_the_page_of_signing(seated: Signing) -> None:
    version = seated.version()
    for person in ("dalin", "rattana", "sina", "vanny"):
        for page in ("signatures/new", "signatures/mine", "withdrawals/new"):
            assert seated.office.open(person, f"{seated.text}/{page}").status_code == 403
        answer = seated.send(person, f"{seated.below}/signatures", answer="refuse", version=version)
        assert answer.status_code == 403


def test_a_pause_closes_signing_and_no_exit(seated: Signing) -> None:
    seated.at("2027-01-13T11:20")
    assert seated.answer("sopheap").status_code == 303
    seated.did("malis", "pauses")
    assert seated.answer("ravy").status_code == 409
    assert seated.answer("ravy", "refuse").status_code == 303
    assert seated.answer("malis", "longer").status_code == 303
    seated.did("sopheap", f"{seated.below}/withdrawals")


def test_exits_pass_when_the_clock_was_set_back_and_after_a_side_has_left(seated: Signing) -> None:
    seated.at("2027-01-13T11:20")
    assert seated.answer("sopheap").status_code == 303
    seated.did("ravy", "leaving")
    seated.at("2027-01-01T08:00")
    assert seated.answer("malis", "refuse", version=in_force(seated)).status_code == 303
    seated.did("sopheap", f"{seated.below}/withdrawals")
    assert "You took your yes back" in seated.page("sopheap", "/signatures/mine")


def test_with_the_last_signature_the_time_to_withdraw_begins(seated: Signing) -> None:
    seated.at("2027-01-13T11:20")
    for person in DECIDERS:
        assert row_of(seated).slot_at == ""
        assert seated.answer(person).status_code == 303
    row = row_of(seated)
    assert row.slot_at == "2027-01-25T02:00:00Z"
    assert row.withdraw_until == "2027-01-20T17:00:00Z"
    assert row.stage == 4
    mine = seated.page("malis", "/signatures/mine")
    assert "Your yes is provisional" in mine
    assert "at least until Monday 25 January 2027, 09:00" in mine


def test_a_yes_is_signed_once(signed: Signing) -> None:
    answer = signed.answer("malis")
    assert answer.status_code == 409
    assert "You have signed this text" in sentences(answer)


def test_a_yes_is_taken_back_in_two_taps_without_a_reason_and_twice_is_once(signed: Signing) -> None:
    assert "/withdrawals/new" in signed.office.open("ravy", f"{signed.text}/signatures/mine").text
    page = signed.office.open("ravy", f"{signed.text}/withdrawals/new").text
    form = page.partition('/withdrawals">')[2].partition("</form>")[0]
    assert "<textarea" not in form
    assert form.count("<input") == 1
    signed.did("ravy", f"{signed.below}/withdrawals")
    count = entry_count(signed)
    signed.did("ravy", f"{signed.below}/withdrawals")
    assert entry_count(signed) == count
    assert "You took your yes back" in signed.page("ravy", "/signatures/mine")


def test_a_withdrawal_changes_no_page_of_anybody_else_but_the_monitor(signed: Signing) -> None:
    others = ("dalin", "rattana", "sina", "sopheap", "malis")
    places = ("", "/entries", "/offers", "/people", f"/texts/{signed.agreement}", "/positions", "/sessions")

    def seen() -> dict[tuple[str, str], str]:
        pages = {}
        for person in others:
            for place in places:
                answer = signed.office.open(person, signed.home + place)
                pages[person, place] = answer.text
            pages[person, "/"] = signed.office.open(person, "/").text
        return pages

    before = seen()
    signed.did("ravy", f"{signed.below}/withdrawals")
    after = seen()
    assert [key for key in before if without_keys(before[key]) != without_keys(after[key])] == []
    assert "Withdraw my yes" in signed.page_of("vanny", "/entries")
    assert "Withdraw my yes" not in signed.page_of("malis", "/entries")


def test_which_of_two_spouses_signed_or_refused_is_read_by_nobody_but_witness_and_monitor(
    seated: Signing,
) -> None:
    places = ("", "/entries", "/offers", f"/texts/{seated.agreement}")

    def seen(person: str) -> list[str]:
        return [without_keys(seated.office.open(person, seated.home + place).text) for place in places]

    before = {person: seen(person) for person in ("dalin", "rattana", "sopheap", "malis")}
    assert seated.answer("ravy").status_code == 303
    assert {person: seen(person) for person in before} == before
    assert seated.answer("malis", "refuse").status_code == 303
    del before["malis"]
    assert {person: seen(person) for person in before} == before
    assert "Ngem Ravy signed the text" in seated.page_of("vanny", "/entries")


def test_after_the_release_the_sentence_says_whom_to_tell(signed: Signing) -> None:
    with Session(signed.office.engine) as db:
        db.info[PROJECTING] = True
        row = db.exec(select(Agreement)).one()
        row.status, row.released_at = "released", "2027-01-25T02:00:00Z"
        db.commit()
    signed.at("2027-01-25T10:00")
    answer = signed.send("ravy", f"{signed.below}/withdrawals")
    assert answer.status_code == 409
    assert "released on Monday 25 January 2027, 09:00" in sentences(answer)
    assert "tell the monitor" in sentences(answer)
    assert signed.answer("ravy", "refuse").status_code == 409


def test_taking_back_what_was_never_signed_is_told_in_words(seated: Signing) -> None:
    answer = seated.send("ravy", f"{seated.below}/withdrawals")
    assert answer.status_code == 409
    assert "That is not a yes" in sentences(answer)


def test_whoever_took_a_yes_back_may_sign_again_and_the_slot_moves_later(signed: Signing) -> None:
    signed.did("ravy", f"{signed.below}/withdrawals")
    signed.at("2027-01-13T11:40")
    assert signed.answer("ravy").status_code == 303
    with Session(signed.office.engine) as db:
        moments = {row.person: row.signed_at for row in db.exec(select(Signature))}
    assert moments["ravy"] == "2027-01-13T04:40:00Z"


def test_the_witness_attests_several_with_one_form_one_entry_each_and_nobody_twice(signed: Signing) -> None:
    before = entry_count(signed)
    signed.did("sina", f"{signed.below}/attestations", persons=["ravy", "malis"])
    assert entry_count(signed) == before + 2
    page = signed.office.open("sina", f"{signed.text}/attestations/new").text
    assert 'value="sopheap"' in page
    assert 'value="malis"' not in page
    for persons, sentence in (
        ([], "Tick the people"),
        (["malis"], "no signature that waits"),
        (["x"], "no sig"),
    ):
        answer = signed.send("sina", f"{signed.below}/attestations", persons=persons)
        assert answer.status_code == 422
        assert sentence in sentences(answer)
    assert signed.send("dalin", f"{signed.below}/attestations", persons=["sopheap"]).status_code == 403


def test_one_button_attests_all_whom_the_page_listed_and_nobody_who_signed_since(signed: Signing) -> None:
    page = signed.office.open("sina", f"{signed.text}/attestations/new")
    assert "I saw all 3 of them: I attest it" in sentences(page)
    assert page.text.count('name="listed"') == 3
    place = signed.did("sina", f"{signed.below}/attestations", listed=["ravy", "malis"], everybody="yes")
    assert place.endswith("/attestations/new"), "somebody still waits"
    left = signed.office.open("sina", f"{signed.text}/attestations/new")
    assert 'value="sopheap"' in left.text
    assert "I saw all" not in sentences(left), "of one person nobody says all"
    assert "sheets/signing" in signed.did("sina", f"{signed.below}/attestations", persons=["sopheap"])


def test_the_three_answers_have_one_size_and_the_order_drawn_for_the_table(seated: Signing) -> None:
    seated.at("2027-01-13T11:20")
    page = seated.office.open("malis", f"{seated.text}/signatures/new").text
    block = page.partition('class="answers three"')[2].partition("</form>")[0]
    assert block.count("<button") == 3
    assert "disabled" not in block
    version, words = seated.version("malis"), {}
    for choice in ("sign", "refuse", "longer"):
        fields = {"answer": choice, "version": version, "language": "km"}
        answer = seated.send("malis", f"{seated.below}/signature-checks", **fields)
        assert answer.status_code == 200
        words[choice] = len(sentences(answer).split())
    assert max(words.values()) - min(words.values()) <= 8


def entry_count(table: Signing) -> int:
    """How many entries the record has."""
    with Session(table.office.engine) as db:
        return len(entries_of(db, table.home.rpartition("/")[2]))


def row_of(table: Signing) -> Dialogue:
    """The table's row."""
    with Session(table.office.engine) as db:
        return dialogue_row(db, table.home.rpartition("/")[2])


def in_force(table: Signing) -> str:
    """The digest of the text in force."""
    with Session(table.office.engine) as db:
        return db.exec(select(Agreement.text)).one()


def without_keys(page: str) -> str:
    """A page without the one-time keys of its forms."""
    parts = page.split('name="once" value="')
    return "".join(part.partition('"')[2] if n else part for n, part in enumerate(parts))
