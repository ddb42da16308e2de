"""How a peace table is closed: with every promise confirmed, with one that is not, or without agreement; and what
still waits once a side has left.
"""

import pytest
from sqlmodel import Session

from app.agreements.queries.text_paper import agreement_paper
from app.audit.bundles import full_bundle
from app.dialogues.rules import NobodyLeft
from app.foundation.errors import Refusal
from app.record.facts.dialogues import DialogueEnded
from app.record.facts.promises import HarmSheetWritten
from app.safeguards.rules.closing import AtTheEnd, PromiseOpen, TalksToCome, TextWaits, ensure_closes
from app.verifier.verify import verify
from tests.agreements.signing import Signing, brought_to
from tests.office import sentences
from tests.safeguards.promising import facts
from tests.safeguards.test_follow_ups import HARM, held
from tests.safeguards.test_promises import say

KEPT = AtTheEnd(
    side_left=False, released=True, text_waits=False, promises=["confirmed", "condition"], talks_open=False
)


def closing(table: Signing) -> tuple[int, str]:
    """The closing sheet as it stands, sent."""
    answer = table.send("dalin", "sheets/closing", **HARM)
    return answer.status_code, sentences(answer)


def ended(table: Signing) -> list[str]:
    return [fact.state for fact in facts(table) if isinstance(fact, DialogueEnded)]


def waits(table: Signing, person: str = "dalin") -> str:
    return sentences(table.office.open(person, "/"))


def keep_the_promise(table: Signing) -> None:
    """Both words, and both talks with everybody."""
    say(table, "sopheap", "claims")
    say(table, "ravy", "confirmations")
    for days, moment in (("30", "2027-02-24T10:00"), ("180", "2027-07-26T10:00")):
        table.at(moment)
        assert held(table, "vanny", day=days) == 303


def test_a_table_whose_promises_are_kept_and_whose_people_were_asked_is_closed(promised: Signing) -> None:
    assert "Write the closing" not in waits(promised)
    keep_the_promise(promised)
    assert "Write the closing" in waits(promised)
    assert "Each promise was confirmed by the side" in promised.page_of("dalin", "/sheets/closing")
    assert closing(promised)[0] == 303
    assert ended(promised) == ["CLOSED_PERFORMED"]
    statement = promised.page_of("ravy", "/statement")
    assert "This peace table is closed. Each promise was confirmed" in statement
    assert "What was agreed stays as it was signed." in statement
    assert "No agreement" not in statement
    assert "closed, promises confirmed" in sentences(promised.office.open("dalin", "/dialogues"))
    with Session(promised.office.engine) as db:
        bundle = full_bundle(db, promised.home.rpartition("/")[2], at=promised.office.now)
    assert verify(bundle).facts()["ending"] == "CLOSED_PERFORMED"
    assert closing(promised)[0] == 409


def test_it_goes_on_while_a_promise_or_a_talk_is_open_and_the_page_says_which(promised: Signing) -> None:
    assert "A promise is not confirmed yet" in promised.page_of("dalin", "/sheets/closing")
    assert closing(promised)[0] == 409
    say(promised, "sopheap", "claims")
    say(promised, "ravy", "disputes")
    assert "A promise is not confirmed yet" in closing(promised)[1]
    say(promised, "sopheap", "claims")
    say(promised, "ravy", "confirmations")
    assert "Talks afterwards are still to be held" in closing(promised)[1]
    assert ended(promised) == []


def test_a_side_that_leaves_later_closes_it_as_what_it_has_come_to(promised: Signing) -> None:
    promised.did("sopheap", "leaving")
    assert closing(promised)[0] == 303
    assert ended(promised) == ["CLOSED_DISPUTED"]
    assert "was not confirmed by the side to which it was made" in promised.page_of("ravy", "/statement")
    promised.at("2027-02-24T10:00")
    assert "Talk with everybody who decided, 30 days afterwards" in waits(promised)
    assert "Talk with everybody" not in waits(promised, "ravy")


def test_the_sheet_at_the_end_may_be_written_before_on_its_own_page(opened: Signing) -> None:
    opened.did("ravy", "leaving")
    opened.did("dalin", "sheets/harm", **HARM, moment="closing")
    assert closing(opened)[0] == 303
    assert ended(opened) == ["ENDED_NO_AGREEMENT"]
    assert len([fact for fact in facts(opened) if isinstance(fact, HarmSheetWritten)]) == 1


def test_no_table_is_closed_before_its_text_was_released_or_a_side_left(promised: Signing) -> None:
    promised.at("2027-03-02T09:00")
    promised.did("sopheap", "leaving")
    promised.at("2027-03-02T12:00")
    before = {"on_day": "2", "on_month": "3", "on_year": "2027", "time": "08:59"}
    refused = promised.send("dalin", "sheets/closing", **HARM, **before)
    assert refused.status_code == 422
    assert "only on Tuesday 2 March 2027, 09:00." in sentences(refused)
    assert ended(promised) == []
    promised.did("dalin", "sheets/closing", **HARM, **{**before, "time": "09:00"})
    assert ended(promised) == ["CLOSED_DISPUTED"]


def test_once_a_side_has_left_only_the_closing_waits_and_no_page_names_a_signing_moment(
    sqlite_url: str,
) -> None:
    table = brought_to("seated", sqlite_url)
    assert "Signing is possible for you from" in table.page("ravy")
    assert "Visit Family A" in waits(table)
    table.did("sopheap", "leaving")
    assert "Write the closing" in waits(table)
    assert "Visit" not in waits(table)
    assert "do-no-harm sheet" not in waits(table)
    assert "Say which ties" not in waits(table, "sina")
    for page in ("", "/signatures/new"):
        words = table.page("ravy", page)
        assert "Signing is possible" not in words, page
        assert "The talks have stopped. Nobody can sign this text any more." in words, page
    assert table.answer("ravy").status_code == 409
    assert table.answer("ravy", "refuse").status_code == 303
    with Session(table.office.engine) as db:
        paper = str(agreement_paper(db, table.home.rpartition("/")[2], table.agreement, "http://127.0.0.1"))
    assert "The talks have stopped." in paper
    assert "Provisional until" not in paper


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"released": False, "promises": []}, NobodyLeft),
        ({"text_waits": True}, TextWaits),
        ({"promises": ["confirmed", "claimed"]}, PromiseOpen),
        ({"promises": ["disputed"]}, PromiseOpen),
        ({"talks_open": True}, TalksToCome),
    ],
)
def test_each_reason_to_go_on_has_its_own_words(changes: dict[str, object], refusal: type[Refusal]) -> None:
    fields = {name: getattr(KEPT, name) for name in AtTheEnd.__dataclass_fields__}
    with pytest.raises(refusal):
        ensure_closes(AtTheEnd(**{**fields, **changes}))


@pytest.mark.parametrize(
    ("released", "promises", "state"),
    [
        (False, [], "ENDED_NO_AGREEMENT"),
        (True, ["claimed"], "CLOSED_DISPUTED"),
        (True, ["confirmed"], "CLOSED_PERFORMED"),
    ],
)
def test_nothing_holds_back_a_table_that_a_side_has_left(
    released: bool, promises: list[str], state: str
) -> None:
    at = AtTheEnd(side_left=True, released=released, text_waits=True, promises=promises, talks_open=True)
    assert ensure_closes(at) == state
    assert ensure_closes(KEPT) == "CLOSED_PERFORMED"
