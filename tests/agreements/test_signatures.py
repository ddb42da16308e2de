"""Signatures: only with one's own copy of the identical text, time to think, and a session; taken back at will."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import Session, select

from app.agreements.rules import signatures as rules
from app.agreements.tables import Agreement, Signature
from app.dialogues.queries import dialogue_row
from app.dialogues.tables import Dialogue
from app.foundation.clock import counted
from app.foundation.errors import Refusal
from app.foundation.roles import Role
from app.record import seal
from app.record.entry import Entry
from app.record.facts import Fact
from app.record.facts.agreements import AnswerGiven, SignatureGiven, TextFixed, TextHandedOver
from app.recordkeeping.guard import PROJECTING
from app.recordkeeping.reading import entries_of
from tests.agreements.signing import DECIDERS, MISSING, Signing, brought_to
from tests.office import sentences

OLD, NEW = "a" * 64, "b" * 64
START = datetime(2027, 1, 12, 2, 0, tzinfo=UTC)


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


# Properties of the rules, over any order of entries. No database.

PEOPLE = ("p", "q")


def entry(
    number: int, by: str, fact: Fact, minutes: int, words: str = ""
) -> tuple[Entry, dict[str, tuple[str, str]]]:
    """An entry so many minutes after the start, with its opened place."""
    salt = number.to_bytes(32, "big")
    opened = seal.disclosure(salt, "words", words) if words else ""
    digests = [seal.decoy(salt), seal.digest(opened) if words else seal.decoy(salt[::-1])]
    at = START + timedelta(minutes=minutes)
    made = Entry(
        log="log",
        number=number,
        at=at,
        when=at,
        by=by,
        role=Role.DELEGATE,
        party="s",
        via="PORTAL",
        fact=fact,
        sealed=(min(digests), max(digests)),
    )
    return made, {seal.digest(opened): ("words", words)} if words else {}


steps = st.lists(
    st.tuples(
        st.sampled_from(["fix", "hand", "sign", "refuse", "longer", "revoke"]),
        st.sampled_from(PEOPLE),
        st.sampled_from([OLD, NEW]),
        st.integers(0, 900),
    ),
    max_size=12,
)


def told(story: list[tuple[str, str, str, int]]) -> tuple[list[Entry], dict[str, tuple[str, str]]]:
    """The entries of a story whose steps are (what, person, text, minutes since the step before)."""
    entries: list[Entry] = []
    places: dict[str, tuple[str, str]] = {}
    clock = 0
    for number, (what, person, text, minutes) in enumerate(story):
        clock += minutes
        fact: Fact
        if what == "fix":
            fact = TextFixed("x", text, ("km", "en"), "o", "")
        elif what == "hand":
            fact = TextHandedOver("x", text, (person,), 1, "km")
        elif what == "sign":
            fact = SignatureGiven("x", text, "s", "km")
        else:
            fact = AnswerGiven("x", text)
        made, opened = entry(number, person, fact, clock, what if isinstance(fact, AnswerGiven) else "")
        entries.append(made)
        places |= opened
    return entries, places


def may_sign(way: rules.Told, now: datetime, days: int, closures: frozenset[date]) -> bool:
    """Does the rule let this person sign now, all else being as it should?"""
    try:
        rules.ensure_may_sign(
            way,
            now=now,
            days=days,
            closures=closures,
            returned=False,
            language="km",
            languages=("km", "en"),
            session_open=True,
            written=str,
        )
    except Refusal:
        return False
    return True


closed_days = st.frozensets(st.integers(0, 6).map(lambda day: date(2027, 1, 12) + timedelta(day)), max_size=3)


@given(story=steps, days=st.integers(0, 3), later=st.integers(0, 14000), closures=closed_days)
def test_no_yes_is_possible_without_ones_own_receipt_of_the_identical_text_and_the_whole_time_to_think(
    story: list[tuple[str, str, str, int]], days: int, later: int, closures: frozenset[date]
) -> None:
    entries, places = told(story)
    now = START + timedelta(minutes=sum(step[3] for step in story) + later)
    for person in PEOPLE:
        way = rules.told_of(entries, places, person=person, text=NEW)
        received = [
            one.when
            for one in entries
            if isinstance(one.fact, TextHandedOver) and one.fact.text == NEW and person in one.fact.persons
        ]
        enough = bool(received) and counted(min(received), now, closures) >= timedelta(days=days)
        assert may_sign(way, now, days, closures) == (enough and not way.stands)


@given(story=steps)
def test_what_was_said_to_another_text_or_by_another_person_never_counts(
    story: list[tuple[str, str, str, int]],
) -> None:
    entries, places = told(story)
    whole = rules.told_of(entries, places, person="p", text=NEW)
    mine = [
        one
        for one in entries
        if NEW in (getattr(one.fact, "text", ""), getattr(one.fact, "version", ""))
        and (one.by == "p" or isinstance(one.fact, TextHandedOver))
    ]
    assert rules.told_of(mine, places, person="p", text=NEW) == whole


@given(story=steps)
def test_a_signature_stands_only_while_the_person_has_not_refused_or_taken_it_back_since(
    story: list[tuple[str, str, str, int]],
) -> None:
    entries, places = told(story)
    own = [
        what
        for what, person, text, _ in story
        if person == "p" and text == NEW and what not in ("fix", "hand")
    ]
    lasting = [what for what in own if what != "longer"]
    way = rules.told_of(entries, places, person="p", text=NEW)
    assert way.stands == bool(lasting and lasting[-1] == "sign")
    assert way.newest == (own[-1] if own else "")


def test_a_text_sent_back_by_the_monitor_is_not_signed() -> None:
    way = rules.Told(received=START)
    with pytest.raises(rules.TextReturned):
        rules.ensure_may_sign(
            way,
            now=START,
            days=0,
            closures=frozenset(),
            returned=True,
            language="km",
            languages=("km",),
            session_open=True,
            written=str,
        )
