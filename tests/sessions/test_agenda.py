"""Agendas: immutable versions, what changed told by item, sending, bringing, and what is still open."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import Session

from app.access.viewer import Viewer
from app.foundation.clock import PHNOM_PENH, counted
from app.foundation.roles import Role
from app.sessions.agenda_waits import agenda_waits
from app.sessions.queries.agenda import agenda_of, history_of
from app.sessions.rules.agenda_items import AgendaItem, changes_between, wants_break_before
from app.sessions.rules.notice import latest_before
from tests.office import Office, hour, sentences
from tests.sessions.agendas import ROWS, columns, deliver, items_on, meeting, save, send_to_chair
from tests.sessions.agendas import session as session  # noqa: PLC0414  (a fixture)


def item(id_: str, purpose: str = "discuss", minutes: int = 20) -> AgendaItem:
    return AgendaItem(id_, id_, id_, "", purpose, "", minutes)


def test_every_save_is_a_version_that_stays(office: Office, session: str) -> None:
    assert save(office, session).status_code == 303
    first = meeting(office)
    rows = [*ROWS[:2], ("បន្ទាប់", "Next steps", "discuss", "30")]
    ids = items_on(office.open("dalin", f"{session}/preparation"))
    assert save(office, session, rows, item=ids).status_code == 303
    second = meeting(office)
    assert (first.agenda_number, second.agenda_number) == (1, 2)
    with Session(office.engine) as db:
        old, new = (agenda_of(db, one.dialogue, one.agenda).items for one in (first, second))
    assert [one.minutes for one in old] == [15, 40, 15]
    assert [one.minutes for one in new] == [15, 40, 30]
    assert [one.id for one in old] == [one.id for one in new], "an item keeps its id from version to version"
    page = sentences(office.open("dalin", f"{session}/preparation"))
    assert "“Next steps”: 30 minutes before: 15 minutes" in page
    assert "Opening" in sentences(office.open("dalin", f"{session}/agendas/1"))


def test_times_are_worked_out_from_the_beginning(office: Office, session: str) -> None:
    save(office, session)
    page = sentences(office.open("dalin", f"{session}/preparation"))
    for told in (
        "08:30 15 min",
        "08:45 40 min",
        "09:25 15 min",
        "Ends 09:40 · 1 h 10 min of at most 4 hours",
    ):
        assert told in page


@pytest.mark.parametrize(
    ("row", "says", "place"),
    [
        (("ក", "", "discuss", "10"), "Write what item 2 is called", "1-latin"),
        (("ក", "A", "", "10"), "Choose what item 2 is for", "1-purpose"),
        (("ក", "A", "vote", "10"), "Choose what item 2 is for", "1-purpose"),
        (("ក", "A", "discuss", "soon"), "Write how many minutes item 2 takes", "1-minutes"),
        (("ក", "A", "discuss", "0"), "Write how many minutes item 2 takes", "1-minutes"),
        (("ក", "A" * 201, "discuss", "10"), "Item 2 is too long here", "1-latin"),
        (("ក", "A", "sign", "10"), "no text is fixed yet", "1-purpose"),
    ],
)
def test_a_row_that_is_not_clear_is_told_at_its_place_and_kept(
    office: Office, session: str, row: tuple[str, str, str, str], says: str, place: str
) -> None:
    answer = save(office, session, [ROWS[0], row])
    assert answer.status_code == 422
    assert says in sentences(answer)
    assert f'href="#{place}"' in answer.text
    assert f'id="{place}-error"' in answer.text
    assert f'name="minutes" value="{row[3]}"' in answer.text
    assert meeting(office).agenda_number == 0


def test_khmer_digits_are_minutes_too(office: Office, session: str) -> None:
    assert save(office, session, [("ក", "A", "discuss", "២០")]).status_code == 303


def test_signing_is_not_offered_before_a_text_is_fixed(office: Office, session: str) -> None:
    page = office.open("dalin", f"{session}/preparation")
    assert '<option value="agree"' in page.text
    assert '<option value="sign"' not in page.text
    assert "no text is fixed yet" in sentences(page)


def test_somebody_elses_version_is_told_and_nothing_typed_is_lost(office: Office, session: str) -> None:
    office.seat(session.partition("/sessions")[0], "sina", "interpreter")
    save(office, session)
    stale = meeting(office).agenda
    save(office, session, ROWS[:2])
    answer = save(office, session, [*ROWS, ("ថ្មី", "Something new", "discuss", "10")], agenda=stale)
    assert answer.status_code == 409
    assert "Version 2 was saved by somebody else" in sentences(answer)
    assert "Something new" in answer.text
    assert f'name="agenda" value="{meeting(office).agenda}"' in answer.text, "saving again will do"


def test_the_same_rows_make_no_new_version(office: Office, session: str) -> None:
    save(office, session)
    ids = items_on(office.open("dalin", f"{session}/preparation"))
    answer = save(office, session, item=ids)
    assert answer.status_code == 409
    assert "Nothing is different from version 1" in sentences(answer)


def test_the_chair_gets_one_version_once(office: Office, session: str) -> None:
    assert "There is no agenda yet" in sentences(send_to_chair(office, session))
    save(office, session)
    assert send_to_chair(office, session).status_code == 303
    assert meeting(office).in_review == meeting(office).agenda
    assert "was sent to the chair already" in sentences(send_to_chair(office, session))


def test_one_delivery_is_one_entry_for_many_and_is_told_for_each(office: Office, session: str) -> None:
    save(office, session)
    office.now = hour("2027-01-20T08:00")
    assert deliver(office, session, ["sopheap", "ravy"], 18, "16:00").status_code == 303
    assert deliver(office, session, ["malis"], 19, "12:00").status_code == 303
    page = sentences(office.open("dalin", f"{session}/preparation"))
    assert "In time until Tuesday 19 January 2027, 08:30" in page
    assert "Cham Sopheap party to the table has it since Monday 18 January 2027, 16:00, in time" in page
    assert (
        "Teth Malis party to the table has it since Tuesday 19 January 2027, 12:00, late by 3 h 30 min"
        in page
    )
    with Session(office.engine) as db:
        row = meeting(office)
        deliveries = history_of(db, row.dialogue, row.session).deliveries
    assert [one.persons for one in deliveries] == [("sopheap", "ravy"), ("malis",)]


def test_a_delivery_neither_lies_ahead_nor_before_its_version(office: Office, session: str) -> None:
    save(office, session)
    assert "still lies ahead" in sentences(deliver(office, session, ["sopheap"], 3, "09:00"))
    assert "cannot have been received before" in sentences(deliver(office, session, ["sopheap"], 1, "09:00"))
    assert deliver(office, session, ["nobody"], 2, "08:00").status_code == 404
    assert "Choose at least one" in sentences(deliver(office, session, [], 2, "08:00"))


def test_a_party_reads_what_was_brought_and_nothing_before(office: Office, session: str) -> None:
    save(office, session)
    assert "No agenda has been brought" in sentences(office.open("sopheap", f"{session}/agenda"))
    assert office.open("sopheap", f"{session}/agendas/1").status_code == 404
    deliver(office, session, ["sopheap"], 2, "08:00")
    save(office, session, ROWS[:2])
    mine = sentences(office.open("sopheap", f"{session}/agenda"))
    assert "Next steps" in mine, "version 1 was brought, version 2 was not"
    assert "You have this agenda since Saturday 2 January 2027, 08:00" in mine
    assert office.open("sopheap", f"{session}/agendas/2").status_code == 404
    for refused in ("preparation", "agenda-reviews/new"):
        assert office.open("sopheap", f"{session}/{refused}").status_code == 403
    assert office.open("rattana", f"{session}/preparation").status_code == 403


def test_only_staff_save_send_and_bring(office: Office, session: str) -> None:
    save(office, session)
    digest = meeting(office).agenda
    for person in ("sopheap", "rattana", "vanny"):
        for act, fields in (
            ("agendas", {"agenda": digest, **columns(ROWS[:1])}),
            ("agenda-drafts", {"agenda": digest, **columns(ROWS[:1])}),
            ("agenda-sendings", {"agenda": digest}),
        ):
            assert office.send(person, f"{session}/{act}", **fields).status_code == 403
    assert meeting(office).agenda == digest


def test_a_first_agenda_begins_from_the_last_session(office: Office, session: str) -> None:
    save(office, session)
    home = session.partition("/sessions")[0]
    fields = {"on_day": "27", "on_month": "1", "on_year": "2027"}
    answer = office.send("dalin", f"{home}/sessions", **fields, starts="08:30", ends="11:30", room="hall")
    page = office.open("dalin", f"{answer.headers['location']}/preparation")
    assert 'value="Offer of Family A"' in page.text
    assert items_on(page) == [], "they are new items"
    assert "Not saved yet" in sentences(page)


def test_what_waits_for_the_facilitator_follows_the_agenda(office: Office, session: str) -> None:
    def waiting() -> list[str]:
        with Session(office.engine) as db:
            viewer = Viewer("dalin", frozenset({Role.FACILITATOR}))
            return [one.sentence for one in agenda_waits(db, meeting(office).dialogue, viewer, office.now)]

    office.open("dalin", session)
    assert waiting() == ["សរសេរ\u200bរបៀបវារៈ\u200bនៃ\u200bកិច្ចប្រជុំ\u200bទី\xa0១"]
    save(office, session)
    assert len(waiting()) == 2, "send it to the chair, bring it to everybody"
    send_to_chair(office, session)
    deliver(office, session, ["sopheap"], 2, "08:00")
    assert waiting() == []


def test_changes_are_told_by_item() -> None:
    old = [item("a"), item("b"), item("c"), item("d")]
    new = [item("d"), item("a"), item("b", minutes=30), item("e"), item("c", "agree")]
    told = [(one.kind, one.item.id, one.is_, one.was) for one in changes_between(old, new)]
    assert told == [
        ("moved", "d", 1, 4),
        ("minutes", "b", 30, 20),
        ("added", "e", new[3], None),
        ("purpose", "c", "agree", "discuss"),
    ]
    assert [one.kind for one in changes_between(new, old)] == ["removed", "minutes", "purpose", "moved"]
    assert changes_between(old, old) == []


def test_a_break_is_wanted_once_two_hours_are_passed() -> None:
    assert wants_break_before([item("a", minutes=60), item("b", minutes=60)]) is None
    assert wants_break_before([item("a", minutes=60), item("b", minutes=61)]) == 1
    assert wants_break_before([item("a", minutes=90), item("r", "rest", 10), item("b", minutes=90)]) is None
    assert wants_break_before([item("a", minutes=180)]) is None, "one item is not cut"


@given(days=st.integers(0, 14), closed=st.sets(st.integers(1, 28), max_size=10), minute=st.integers(0, 1439))
def test_the_latest_delivery_is_the_last_moment_in_time(days: int, closed: set[int], minute: int) -> None:
    starts = datetime(2027, 2, 28, tzinfo=PHNOM_PENH) + timedelta(minutes=minute)
    closures = frozenset(date(2027, 2, day) for day in closed)
    latest = latest_before(starts, days, closures)
    assert counted(latest, starts, closures) == timedelta(days=days)
    if days:
        assert counted(latest + timedelta(minutes=1), starts, closures) < timedelta(days=days)
