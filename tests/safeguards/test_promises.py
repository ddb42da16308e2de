"""Promises through their pages: named from the text, claimed after the release, kept with the other side's word."""

import pytest

from app.dialogues.lifecycle import Stage
from app.record.facts.promises import FollowUpsPlanned, PromiseNamed
from tests.agreements.signing import DECIDERS, Signing, brought_to
from tests.office import sentences
from tests.safeguards.promising import facts, naming, sides, stage


def say(table: Signing, person: str, what: str) -> tuple[int, str]:
    answer = table.send(person, f"{table.below}/promises/1/{what}")
    return answer.status_code, "" if answer.status_code == 303 else sentences(answer)


def test_the_sheet_opens_with_what_the_row_says_and_one_save_writes_all(fixed: Signing) -> None:
    page = fixed.office.open("dalin", f"{fixed.home}/sheets/promises/{fixed.agreement}").text
    first, second = sides(fixed)
    assert f'name="debtor_1" value="{first}" checked' in page
    assert f'<option value="{second}" selected>' in page
    fixed.did("dalin", f"sheets/promises/{fixed.agreement}", **naming(fixed))
    named = [one for one in facts(fixed) if isinstance(one, PromiseNamed)]
    assert [(one.debtor, one.creditor, one.due, one.count) for one in named] == [
        (first, second, "2027-06-30", 1)
    ]
    plans = [one for one in facts(fixed) if isinstance(one, FollowUpsPlanned)]
    assert [(one.days, one.persons) for one in plans] == [(("30", "180"), tuple(sorted(DECIDERS)))]


def test_the_same_plan_is_not_written_twice(fixed: Signing) -> None:
    for _ in range(2):
        fixed.did("dalin", f"sheets/promises/{fixed.agreement}", **naming(fixed))
    assert sum(isinstance(one, FollowUpsPlanned) for one in facts(fixed)) == 1


@pytest.mark.parametrize(
    ("other", "words"),
    [
        ({"debtor_1": ""}, "Choose a side of this table"),
        ({"debtor_1": "company"}, "Choose a side of this table"),
        ({"due_1_day": "", "due_1_month": "", "due_1_year": ""}, "Write the day by which this is done."),
        ({"due_1_year": ""}, "Write the day, the month and the year"),
        ({"due_1_year": "27"}, "Write the year with four digits"),
        ({"on_day": "1", "on_month": "2", "on_year": "2027", "time": "09:00"}, "still to come"),
    ],
)
def test_what_is_missing_is_said_at_its_field_and_nothing_is_written(
    fixed: Signing, other: dict[str, str], words: str
) -> None:
    answer = fixed.send("dalin", f"sheets/promises/{fixed.agreement}", **naming(fixed, **other))
    assert answer.status_code == 422
    assert words in sentences(answer)
    assert not [one for one in facts(fixed) if isinstance(one, PromiseNamed)]


def test_whoever_keeps_a_promise_is_not_who_says_that_it_was_kept(fixed: Signing) -> None:
    alone = naming(fixed, creditor_1=sides(fixed)[0])
    answer = fixed.send("dalin", f"sheets/promises/{fixed.agreement}", **alone)
    assert "Somebody else than the side that keeps it" in sentences(answer)


def test_an_authority_outside_is_written_as_a_condition(fixed: Signing) -> None:
    fixed.did("dalin", f"sheets/promises/{fixed.agreement}", **naming(fixed, debtor_1="outside"))
    assert "a condition, binds nobody here" in fixed.page_of("ravy", "/promises")


def test_after_somebody_signed_what_was_named_stays(sqlite_url: str) -> None:
    table = brought_to("signed", sqlite_url)
    table.did("dalin", f"sheets/promises/{table.agreement}", **naming(table))
    answer = table.send("dalin", f"sheets/promises/{table.agreement}", **naming(table))
    assert answer.status_code == 409
    assert "can no longer be changed" in sentences(answer)


@pytest.mark.parametrize("person", ["sopheap", "rattana", "sina"])
def test_only_staff_and_monitors_see_the_sheet(fixed: Signing, person: str) -> None:
    assert fixed.office.open(person, f"{fixed.home}/sheets/promises/{fixed.agreement}").status_code == 403
    assert fixed.send(person, f"sheets/promises/{fixed.agreement}", **naming(fixed)).status_code == 403


def test_a_promise_claimed_before_the_release_is_refused_in_words(fixed: Signing) -> None:
    fixed.did("dalin", f"sheets/promises/{fixed.agreement}", **naming(fixed))
    status, words = say(fixed, "sopheap", "claims")
    assert status == 409
    assert "The result is not released yet." in words


def test_a_promise_is_kept_only_with_the_other_sides_word(promised: Signing) -> None:
    assert say(promised, "ravy", "confirmations")[0] == 409
    assert say(promised, "ravy", "claims")[0] == 403
    assert say(promised, "sopheap", "claims")[0] == 303
    assert "the other side has not said yet" in promised.page_of("malis", "/promises")
    assert say(promised, "sopheap", "confirmations")[0] == 403
    assert say(promised, "sopheap", "claims")[0] == 409
    assert say(promised, "malis", "confirmations")[0] == 303
    assert "kept, confirmed by the other side" in promised.page_of("rattana", "/promises")
    assert stage(promised) == Stage.KEEP


def test_a_dispute_reopens_the_table_and_a_new_claim_may_follow(promised: Signing) -> None:
    say(promised, "sopheap", "claims")
    assert say(promised, "ravy", "disputes")[0] == 303
    assert stage(promised) == Stage.TALK
    page = promised.page_of("sopheap", "/promises")
    assert "not kept, the other side says" in page
    assert "We kept this promise" in page
    assert say(promised, "sopheap", "claims")[0] == 303
    assert say(promised, "ravy", "confirmations")[0] == 303
    assert stage(promised) == Stage.KEEP


def test_a_promise_is_overdue_from_the_day_after_without_any_job(promised: Signing) -> None:
    promised.at("2027-06-30T23:00")
    assert "its day has gone by" not in promised.page_of("ravy", "/promises")
    promised.at("2027-07-01T00:00")
    assert "its day has gone by" in promised.page_of("ravy", "/promises")
    assert "ask both sides how it stands" in sentences(promised.office.open("dalin", "/"))


def test_the_sides_are_told_what_waits_for_them(promised: Signing) -> None:
    assert "Keep your promise, and say so" in sentences(promised.office.open("sopheap", "/"))
    assert "Keep your promise" not in sentences(promised.office.open("ravy", "/"))
    say(promised, "sopheap", "claims")
    assert "Say whether a promise made to you was kept" in sentences(promised.office.open("ravy", "/"))
