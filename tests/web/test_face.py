"""The face: fields keep what was typed, the four answers weigh the same, the sheet and the script stay small."""

import gzip
import re
from datetime import date

import pytest

from app.web.assets import SOURCES
from app.web.forms import Filled, Form
from app.web.i18n import use_language
from app.web.rendering import env

SHEET_BUDGET, SCRIPT_BUDGET = 8 * 1024, 1024
"""Bytes: the whole style sheet compressed, and the script for leaving as it is (ux.md 7)."""
EMPTY: Filled[Form] = Filled()


@pytest.fixture(params=["km", "en"], autouse=True)
def _language(request: pytest.FixtureRequest) -> None:
    use_language(request.param)


def drawn(source: str, **view: object) -> str:
    """A snippet of a template, drawn as a page would draw it."""
    return env.from_string(source).render(**view)


def test_a_field_keeps_what_was_typed_and_says_its_error_beside_it() -> None:
    errors = {"amount": "Write the amount in digits only."}
    form: Filled[Form] = Filled(typed={"amount": '4 "million" <b>'}, errors=errors)
    html = drawn(
        '{% from "macros/field.html" import money %}{{ money(form, "amount", "How much") }}', form=form
    )
    assert 'value="4 &#34;million&#34; &lt;b&gt;"' in html
    assert 'aria-invalid="true"' in html
    assert 'aria-describedby="amount-hint amount-error"' in html
    assert 'id="amount-error">Write the amount in digits only.' in html


def test_the_error_summary_leads_to_each_field_and_takes_the_focus() -> None:
    form: Filled[Form] = Filled(
        errors={"amount": "Too large.", "on": "No such day."}, refusal="The session is over."
    )
    html = drawn('{% from "macros/errors.html" import errors %}{{ errors(form) }}', form=form)
    for part in ('href="#amount"', 'href="#on"', "The session is over.", 'role="alert"', "autofocus"):
        assert part in html


def test_a_day_is_asked_in_three_fields_and_never_as_a_number_of_the_month() -> None:
    source = '{% from "macros/field.html" import date %}{{ date(none, "on", "By when", value=day) }}'
    html = drawn(source, day=date(2027, 1, 12))
    assert all(f'name="on_{part}"' in html for part in ("day", "month", "year"))
    assert re.search(r'value="1" selected>\D+<', html)


def test_no_choice_is_made_beforehand() -> None:
    source = (
        '{% from "macros/field.html" import choices, select %}'
        '{{ choices(form, "way", "Way", [("p", "Paper"), ("t", "Telephone")]) }}'
        '{{ select(form, "who", "Who", [("a", "A")]) }}'
    )
    html = drawn(source, form=EMPTY)
    assert "checked" not in html
    assert '<option value="" selected>' in html
    assert html.count("selected") == 1


def test_a_choice_of_many_keeps_all_that_were_ticked() -> None:
    source = (
        '{% from "macros/field.html" import choices %}'
        '{{ choices(form, "who", "Who", [("a", "A"), ("b", "B"), ("c", "C")], kind="checkbox") }}'
    )
    form: Filled[Form] = Filled(typed={"who": ["a", "c"]})
    html = drawn(source, form=form)
    assert re.findall(r'value="(\w)" checked', html) == ["a", "c"]


def test_the_four_answers_are_the_same_button_four_times() -> None:
    source = '{% from "macros/answers.html" import answers %}{{ answers(["longer", "refuse", "change", "accept"]) }}'
    html = drawn(source)
    opened = re.findall(r"<button[^>]*>", html)
    assert len(opened) == 4
    assert {re.sub(r'value="\w+"', "", tag) for tag in opened} == {'<button type="submit" name="answer" >'}
    assert re.findall(r'value="(\w+)"', html) == ["longer", "refuse", "change", "accept"]


def test_the_ring_has_as_many_marks_as_there_are_rules() -> None:
    source = (
        '{% from "macros/ring.html" import ring %}{% call ring(marks, "Two are open") %}2 open{% endcall %}'
    )
    html = drawn(source, marks=["kept"] * 40 + ["todo", "broken"])
    assert html.count("<g ") == 42


def test_the_sheet_and_the_script_stay_within_their_budgets() -> None:
    sheets = b"\n".join(path.read_bytes() for path in sorted((SOURCES / "css").glob("*.css")))
    assert len(gzip.compress(sheets, 9)) <= SHEET_BUDGET
    assert (SOURCES / "js" / "leave.js").stat().st_size <= SCRIPT_BUDGET
