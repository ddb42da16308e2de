"""The chair's review: bound to one version, five outcomes, suggestions by item; silence changes nothing."""

from typing import Any

import pytest
from sqlmodel import Session

from app.access.viewer import Viewer
from app.foundation.roles import Role
from app.sessions.agenda_waits import agenda_waits
from app.sessions.queries.agenda import agenda_of, history_of
from tests.office import Office, sentences
from tests.sessions.agendas import ROWS, items_on, meeting, review, save, send_to_chair
from tests.sessions.agendas import session as session  # noqa: PLC0414  (a fixture)

OUTCOMES = ["approved", "approved_with_suggestions", "returned", "other_day", "not_approved"]


@pytest.fixture
def sent(office: Office, session: str) -> str:
    """A session whose first agenda lies before the chair."""
    save(office, session)
    send_to_chair(office, session)
    return session


def suggest(office: Office, session: str, **more: Any) -> tuple[str, list[str]]:
    """The chair suggests other words for the second item, and says something on the whole."""
    ids = items_on(office.open("rattana", f"{session}/agenda-reviews/new"))
    fields = {
        "item": ids,
        "suggestion": ["", "What Family A offers", ""],
        "words": "Begin with prayer.",
        **more,
    }
    assert review(office, session, "approved_with_suggestions", **fields).status_code == 303
    with Session(office.engine) as db:
        row = meeting(office)
        return str(history_of(db, row.dialogue, row.session).reviews[-1].entry.number), ids


def test_nothing_is_chosen_beforehand_and_five_outcomes_weigh_the_same(office: Office, sent: str) -> None:
    page = office.open("rattana", f"{sent}/agenda-reviews/new").text
    for outcome in OUTCOMES:
        assert f'name="outcome" value="{outcome}"' in page
    assert "checked" not in page
    assert "No item is for signing" in page
    assert "What this office cannot see" in page
    assert "If you do not answer, nothing changes" in page
    assert "htmx" not in page


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_each_outcome_is_kept_for_its_version(office: Office, sent: str, outcome: str) -> None:
    answer = review(office, sent, outcome, words="ថ្ងៃ ២២")
    assert answer.status_code == 303
    row = meeting(office)
    assert row.approved == (row.agenda if outcome.startswith("approved") else "")
    assert row.in_review == ""
    assert row.status == "planned", "no outcome cancels a session"
    assert "Your review is recorded" in sentences(office.open("rattana", answer.headers["location"]))


def test_silence_changes_nothing(office: Office, sent: str) -> None:
    before = meeting(office)
    page = sentences(office.open("dalin", f"{sent}/preparation"))
    assert "Version 1 lies before Keo Rattana, who has not answered yet" in page
    assert "the session still takes place" in page
    assert meeting(office) == before


def test_what_changed_stands_first_and_is_told_by_item(office: Office, sent: str) -> None:
    ids = items_on(office.open("dalin", f"{sent}/preparation"))
    rows = [ROWS[0], (*ROWS[1][:2], "discuss", "30"), ROWS[2]]
    save(office, sent, rows, item=ids)
    send_to_chair(office, sent)
    page = sentences(office.open("rattana", f"{sent}/agenda-reviews/new"))
    assert "“Offer of Family A”: discuss before: agree in principle" in page
    assert "“Offer of Family A”: 30 minutes before: 40 minutes" in page
    assert (
        page.index("What changed since version 1")
        < page.index("Time Item Purpose")
        < page.index("Your words")
    )


def test_a_review_of_another_version_is_refused_with_what_changed_and_the_words_kept(
    office: Office, sent: str
) -> None:
    stale = meeting(office).agenda
    save(office, sent, ROWS[:2])
    send_to_chair(office, sent)
    answer = review(office, sent, "approved", agenda=stale, words="My own words")
    assert answer.status_code == 409
    told = sentences(answer)
    assert "has sent you version 2 meanwhile" in told
    assert "taken out before: Next steps" in told
    assert "My own words" in answer.text
    assert f'name="agenda" value="{meeting(office).agenda}"' in answer.text
    assert meeting(office).approved == ""


def test_a_version_that_was_not_sent_leaves_the_review_open_and_is_told(office: Office, sent: str) -> None:
    first = meeting(office).agenda
    save(office, sent, ROWS[:2])
    page = sentences(office.open("rattana", f"{sent}/agenda-reviews/new"))
    assert "has saved version 2 since. It was not sent to you yet" in page
    assert review(office, sent, "approved", agenda=first).status_code == 303
    told = sentences(office.open("dalin", f"{sent}/preparation"))
    assert "The chair approved version 1; the newest one differs from it" in told


def test_approval_with_suggestions_has_one(office: Office, sent: str) -> None:
    answer = review(office, sent, "approved_with_suggestions")
    assert answer.status_code == 422
    assert "Write at least one suggestion" in sentences(answer)


def test_words_that_are_taken_make_a_version_and_both_stay(office: Office, sent: str) -> None:
    number, ids = suggest(office, sent)
    first = meeting(office)
    answer = office.send("dalin", f"{sent}/suggestion-answers", review=number, item=ids[1], answer="words")
    assert answer.status_code == 303
    second = meeting(office)
    assert second.agenda_number == 2
    with Session(office.engine) as db:
        titles = [
            [one.latin for one in agenda_of(db, row.dialogue, row.agenda).items] for row in (first, second)
        ]
    assert titles == [
        ["Opening", "Offer of Family A", "Next steps"],
        ["Opening", "What Family A offers", "Next steps"],
    ]
    assert "What Family A offers" in sentences(office.open("rattana", f"{sent}/agenda-reviews/new"))


def test_the_last_suggestion_can_be_taken_and_lie_before_the_chair_with_one_button(
    office: Office, sent: str
) -> None:
    number, ids = suggest(office, sent)
    url = f"{sent}/suggestion-answers"
    button = "Take these words and send the agenda to the chair"
    assert button not in sentences(office.open("dalin", f"{sent}/preparation"))
    assert office.send("dalin", url, review=number, item="", answer="no").status_code == 303
    assert button in sentences(office.open("dalin", f"{sent}/preparation"))
    assert office.send("dalin", url, review=number, item=ids[1], answer="send").status_code == 303
    row = meeting(office)
    assert (row.agenda_number, row.in_review) == (2, row.agenda)
    assert "Your review of version 2" in sentences(office.open("rattana", f"{sent}/agenda-reviews/new"))


def test_a_suggestion_is_answered_once_and_the_chair_reads_the_answer(office: Office, sent: str) -> None:
    number, _ = suggest(office, sent)
    fields = {"review": number, "item": ""}
    url = f"{sent}/suggestion-answers"
    assert "not about one title" in sentences(office.send("dalin", url, **fields, answer="words"))
    assert office.send("dalin", url, **fields, answer="no").status_code == 303
    assert "was answered already" in sentences(office.send("dalin", url, **fields, answer="yes"))
    page = sentences(office.open("rattana", f"{sent}/agenda-reviews/new"))
    assert "Begin with prayer. declined" in page
    assert "What Family A offers Offer of Family A not answered yet" in page


def test_the_newest_review_of_a_version_counts_and_what_was_answered_before_it_stays(
    office: Office, sent: str
) -> None:
    number, ids = suggest(office, sent)
    url = f"{sent}/suggestion-answers"
    assert office.send("dalin", url, review=number, item="", answer="no").status_code == 303
    assert review(office, sent, "approved").status_code == 303
    page = sentences(office.open("dalin", f"{sent}/preparation"))
    assert "What Family A offers" not in page
    assert "Begin with prayer. declined" in page
    assert "suggestion waits" not in page
    with Session(office.engine) as db:
        staff = Viewer("dalin", frozenset({Role.FACILITATOR}))
        waits = agenda_waits(db, meeting(office).dialogue, staff, office.now)
        assert not any(one.url.endswith("#suggestions") for one in waits)
    for answer in ("words", "yes", "no"):
        refused = office.send("dalin", url, review=number, item=ids[1], answer=answer)
        assert refused.status_code == 409
        assert "The chair has reviewed this version again since" in sentences(refused)
    assert meeting(office).agenda_number == 1


def test_words_for_an_item_that_is_gone_are_not_taken(office: Office, sent: str) -> None:
    number, ids = suggest(office, sent)
    save(office, sent, [ROWS[0]], item=ids[:1])
    answer = office.send("dalin", f"{sent}/suggestion-answers", review=number, item=ids[1], answer="words")
    assert "no longer stands on the agenda" in sentences(answer)
    unknown = office.send("dalin", f"{sent}/suggestion-answers", review="1", item=ids[1], answer="no")
    assert unknown.status_code == 404


def test_nobody_but_a_chair_reviews_and_nobody_but_staff_answers(office: Office, sent: str) -> None:
    digest = meeting(office).agenda
    for person in ("dalin", "sopheap", "vanny"):
        answer = office.send(person, f"{sent}/agenda-reviews", agenda=digest, outcome="approved")
        assert answer.status_code == 403
    number, ids = suggest(office, sent)
    for person in ("rattana", "sopheap", "vanny"):
        answer = office.send(person, f"{sent}/suggestion-answers", review=number, item=ids[1], answer="no")
        assert answer.status_code == 403


def test_a_review_before_anything_was_sent_is_refused(office: Office, session: str) -> None:
    save(office, session)
    answer = review(office, session, "approved")
    assert answer.status_code == 409
    assert "No agenda of this session was sent to you yet" in sentences(answer)


def test_two_chairs_review_each_for_themselves(office: Office, sent: str) -> None:
    home = sent.partition("/sessions")[0]
    assert office.seat(home, "sina", "chair").status_code == 422, "a witness cannot be chair"
    with Session(office.engine) as db:
        other = Viewer("sina", frozenset({Role.CHAIR}))
        dialogue = meeting(office).dialogue
        assert len(agenda_waits(db, dialogue, other, office.now)) == 1
    review(office, sent, "approved")
    with Session(office.engine) as db:
        mine = Viewer("rattana", frozenset({Role.CHAIR}))
        assert agenda_waits(db, dialogue, mine, office.now) == []
        assert len(agenda_waits(db, dialogue, other, office.now)) == 1


def test_the_same_review_sent_twice_is_one_entry(office: Office, sent: str) -> None:
    for _ in range(2):
        assert review(office, sent, "approved", once="the-same-form").status_code == 303
    with Session(office.engine) as db:
        row = meeting(office)
        assert len(history_of(db, row.dialogue, row.session).reviews) == 1


def test_no_party_reads_a_review(office: Office, sent: str) -> None:
    suggest(office, sent)
    page = office.open("sopheap", f"{sent.partition('/sessions')[0]}/entries").text
    assert "prayer" not in page
    assert "reviewed the agenda" not in page
