"""Fixed texts: made from what all sides accepted, complete in two languages; a new one voids the old."""

from datetime import timedelta

import pytest
from sqlmodel import Session

from app.agreements.queries.texts import agreements_of
from app.agreements.rules import texts as rules
from app.dialogues.queries import dialogue_row
from app.record.code import short_code
from app.record.facts.agreements import TextHandedOver
from app.recordkeeping.reading import entries_of
from tests.agreements.signing import CLAUSES, DECIDERS, Signing, brought_to
from tests.office import hour, sentences


@pytest.fixture
def table(sqlite_url: str) -> Signing:
    return brought_to("open", sqlite_url)


@pytest.fixture
def accepted(sqlite_url: str) -> Signing:
    return brought_to("accepted", sqlite_url)


@pytest.fixture
def fixed(sqlite_url: str) -> Signing:
    return brought_to("fixed", sqlite_url)


@pytest.fixture
def signed(sqlite_url: str) -> Signing:
    return brought_to("signed", sqlite_url)


def test_the_form_opens_with_the_rows_of_the_newest_accepted_offer_in_both_languages(
    accepted: Signing,
) -> None:
    page = accepted.office.open("dalin", f"{accepted.home}/texts/new").text
    assert "4\u202f000\u202f000 riel" in page
    assert "៤\u202f០០០\u202f០០០ រៀល" in page
    assert f'name="offer" value="{accepted.offer}"' in page


def test_a_text_is_fixed_only_from_an_offer_that_every_decider_accepted(table: Signing) -> None:
    table.accept(all_of_them=False)
    assert table.office.open("dalin", f"{table.home}/texts/new").status_code == 409
    answer = table.send("dalin", "texts", offer=table.offer, **CLAUSES)
    assert answer.status_code == 409
    assert "Not every side has accepted this offer" in sentences(answer)
    assert "Family B gives the land back." in answer.text


def test_only_staff_fixes_and_changes_a_text_and_only_the_witness_hands_copies_over(
    accepted: Signing,
) -> None:
    for person in ("sopheap", "rattana", "sina", "vanny"):
        assert accepted.office.open(person, f"{accepted.home}/texts/new").status_code == 403
        assert accepted.send(person, "texts", offer=accepted.offer, **CLAUSES).status_code == 403
    accepted.fix()
    for person in ("sopheap", "rattana", "dalin", "vanny"):
        assert accepted.office.open(person, f"{accepted.text}/hand-overs/new").status_code == 403
    for person in ("sopheap", "rattana", "sina", "vanny"):
        assert accepted.office.open(person, f"{accepted.text}/change").status_code == 403
        assert accepted.send(person, f"{accepted.below}/versions", **CLAUSES).status_code == 403


def test_one_offer_becomes_one_text_and_the_same_form_twice_is_the_same_text(accepted: Signing) -> None:
    first = accepted.send("dalin", "texts", once="one-text-1", offer=accepted.offer, **CLAUSES)
    again = accepted.send("dalin", "texts", once="one-text-1", offer=accepted.offer, **CLAUSES)
    assert first.headers["location"] == again.headers["location"]
    second = accepted.send("dalin", "texts", offer=accepted.offer, **CLAUSES)
    assert second.status_code == 409
    assert "has a text already" in sentences(second)


@pytest.mark.parametrize(
    ("english", "sentence"),
    [
        (["Family B gives ____ back.", "x"], "Clause 1 has an open place: “____”"),
        (["x", "By ... at the latest."], "Clause 2 has an open place: “...”"),
        (["x", "On the day [ ]."], "Clause 2 has an open place: “[ ]”"),
        (["x", ""], "Clause 2 has no English wording"),
        (["", ""], "Clause 1 has no English wording"),
    ],
)
def test_a_text_with_a_blank_or_a_missing_wording_is_refused_and_nothing_typed_is_lost(
    accepted: Signing, english: list[str], sentence: str
) -> None:
    answer = accepted.send("dalin", "texts", offer=accepted.offer, **{**CLAUSES, "en": english})
    assert answer.status_code == 422
    assert sentence in sentences(answer)
    assert CLAUSES["km"][1] in answer.text


def test_more_rows_keep_what_was_typed_and_write_nothing(accepted: Signing) -> None:
    answer = accepted.send("dalin", "texts", offer=accepted.offer, more="3", **CLAUSES)
    assert answer.status_code == 200
    assert answer.text.count('name="km"') == 7
    assert CLAUSES["en"][0] in answer.text
    with Session(accepted.office.engine) as db:
        assert agreements_of(db, accepted.home.rpartition("/")[2]) == []


def test_everybody_at_the_table_reads_the_same_text_with_its_code_and_who_decides(fixed: Signing) -> None:
    for person in ("sopheap", "malis", "rattana", "vanny", "sina", "dalin"):
        page = fixed.page(person)
        with Session(fixed.office.engine) as db:
            (line,) = agreements_of(db, fixed.home.rpartition("/")[2])
        assert line.code == short_code(line.text)
        for words in (line.code, CLAUSES["km"][0], CLAUSES["en"][1], "Teth Malis", "Cham Sopheap"):
            assert words in page


def test_each_person_reads_from_when_signing_is_possible_counted_from_their_own_copy(fixed: Signing) -> None:
    assert "1 day after you received your own copy" in fixed.page("malis")
    fixed.hand_over("10:00", ("sopheap",))
    fixed.hand_over("11:15", ("malis",))
    assert "possible for you from Wednesday 13 January 2027, 10:00" in fixed.page("sopheap")
    assert "possible for you from Wednesday 13 January 2027, 11:15" in fixed.page("malis")
    assert "1 day after you received your own copy" in fixed.page("ravy")


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"persons": []}, "Tick the people who received their copy"),
        ({"hour": "11:21"}, "This time is still to come"),
        ({"hour": "08:59"}, "The text was fixed only on Tuesday 12 January 2027, 09:00"),
        ({"persons": ["rattana"]}, "does not decide at this table"),
        ({"language": "zh"}, "Choose one of the answers"),
        ({"hour": "noon"}, "Write the time with hours and minutes"),
    ],
)
def test_a_hand_over_that_cannot_have_been_is_refused_in_words(
    fixed: Signing, fields: dict[str, object], sentence: str
) -> None:
    fixed.at("2027-01-12T11:20")
    usual = {"persons": ["sopheap"], "language": "km", "hour": "11:00"}
    day = {"on_day": "12", "on_month": "1", "on_year": "2027"}
    answer = fixed.send("sina", f"{fixed.below}/hand-overs", **{**usual, **day, **fields})
    assert answer.status_code == 422
    assert sentence in sentences(answer)


def test_the_witness_finds_ticked_who_has_no_copy_yet(fixed: Signing) -> None:
    fixed.hand_over(persons=("sopheap", "malis"))
    page = fixed.office.open("sina", f"{fixed.text}/hand-overs/new").text
    assert 'value="ravy" checked' in page
    assert 'value="malis" checked' not in page


def test_a_new_text_voids_the_signatures_to_the_old_one_and_does_not_say_how_many_there_were(
    signed: Signing,
) -> None:
    with Session(signed.office.engine) as db:
        assert dialogue_row(db, signed.home.rpartition("/")[2]).slot_at == "2027-01-25T02:00:00Z"
    changed = {**CLAUSES, "en": ["Family B gives the land back.", "Family A pays 4,500,000 riel."]}
    signed.did("dalin", f"{signed.below}/versions", **changed)
    page = signed.page("rattana")
    told = "This is a new text. What was signed or said to the old one does not count for this one."
    assert told in page
    assert "had signed" not in page
    with Session(signed.office.engine) as db:
        (line,) = agreements_of(db, signed.home.rpartition("/")[2])
        assert line.status == "fixed"
        assert dialogue_row(db, signed.home.rpartition("/")[2]).slot_at == ""
    for person in DECIDERS:
        assert "You have said nothing about this text" in signed.page(person, "/signatures/mine")
        answer = signed.answer(person)
        assert answer.status_code == 409
        assert "not noted that you hold your own copy" in sentences(answer)


def test_the_same_words_are_not_fixed_again(fixed: Signing) -> None:
    answer = fixed.send("dalin", f"{fixed.below}/versions", **CLAUSES)
    assert answer.status_code == 409
    assert "Nothing is different from the text in force" in sentences(answer)


def test_of_two_who_fix_another_text_nobody_voids_the_others_unread(fixed: Signing) -> None:
    opened = _replaced(fixed.office.open("dalin", f"{fixed.text}/change").text)
    fixed.did("dalin", f"{fixed.below}/versions", **{**CLAUSES, "title_en": "Of one"}, replaces=opened)
    mine = {**CLAUSES, "title_en": "Of the other", "replaces": opened}
    more = fixed.send("dalin", f"{fixed.below}/versions", **mine, more="3")
    mistyped = fixed.send("dalin", f"{fixed.below}/versions", **{**mine, "title_km": ""})
    assert [_replaced(page.text) for page in (more, mistyped)] == [opened, opened]
    late = fixed.send("dalin", f"{fixed.below}/versions", **mine)
    assert (late.status_code, "Another text was fixed while you were writing" in sentences(late)) == (
        409,
        True,
    )
    assert "Of one" in sentences(late)
    assert 'value="Of the other"' in late.text
    assert "Of one" in fixed.page("ravy")
    fixed.did("dalin", f"{fixed.below}/versions", **{**mine, "replaces": _replaced(late.text)})
    assert "Of the other" in fixed.page("ravy")


def _replaced(page: str) -> str:
    """The digest that the form of another text carries."""
    return page.partition('name="replaces" value="')[2][:64]


def test_no_text_is_fixed_or_changed_in_a_pause(fixed: Signing) -> None:
    fixed.did("malis", "pauses")
    changed = {**CLAUSES, "title_en": "Another title"}
    assert fixed.send("dalin", f"{fixed.below}/versions", **changed).status_code == 409
    assert fixed.send("dalin", "texts", offer=fixed.offer, **CLAUSES).status_code == 409


def test_whoever_has_no_seat_finds_no_text(fixed: Signing) -> None:
    with Session(fixed.office.engine) as db:
        elsewhere = fixed.home.replace(fixed.home[-3:], "zzz")
        assert agreements_of(db, elsewhere) == []
    assert fixed.office.open("sopheap", f"{elsewhere}/texts/{fixed.agreement}").status_code == 404
    assert fixed.office.open("sopheap", f"{fixed.home}/texts/22222222222a").status_code == 404


def test_empty_rows_are_left_out_and_the_order_stays() -> None:
    rows = [("ក", "a"), ("", ""), ("ខ", "b")]
    assert rules.complete(rows) == [("ក", "a"), ("ខ", "b")]


def test_a_released_text_is_not_changed() -> None:
    with pytest.raises(rules.WasReleased):
        rules.ensure_not_released(released="Monday")
    rules.ensure_not_released(released="")


def test_a_text_sent_back_by_the_monitor_may_be_fixed_again_with_the_same_words() -> None:
    rules.ensure_differs(same=True, returned=True)
    with pytest.raises(rules.SameText):
        rules.ensure_differs(same=True, returned=False)


def test_copies_in_the_minute_of_fixing_are_noted_and_time_to_think_begins_with_the_text(
    accepted: Signing,
) -> None:
    accepted.at("2027-01-12T09:00")
    accepted.office.now += timedelta(seconds=30)
    place = accepted.did("dalin", "texts", offer=accepted.offer, **CLAUSES)
    accepted.agreement = place.rpartition("/")[2]
    fixed = accepted.office.now
    accepted.office.now += timedelta(seconds=20)
    day = {"on_day": "12", "on_month": "1", "on_year": "2027"}
    fields = {"persons": list(DECIDERS), "language": "km", **day}
    early = accepted.send("sina", f"{accepted.below}/hand-overs", hour="08:59", **fields)
    assert "The text was fixed only on" in sentences(early)
    accepted.did("sina", f"{accepted.below}/hand-overs", hour="09:00", **fields)
    with Session(accepted.office.engine) as db:
        dialogue = accepted.home.rpartition("/")[2]
        entries = entries_of(db, dialogue, [accepted.agreement])
    handed = next(one for one in entries if isinstance(one.fact, TextHandedOver))
    assert handed.when == fixed, "as early as PRIOR-REFLECT counts, so that nobody signs seconds too early"


def test_a_wording_in_a_language_the_text_does_not_have_is_not_handed_over() -> None:
    noon = hour("2027-01-12T12:00")
    with pytest.raises(rules.LanguageNotThere):
        rules.ensure_handed_over(
            ["a"], frozenset("a"), "en", ["km"], when=noon, fixed=noon, now=noon, fixed_words=""
        )
