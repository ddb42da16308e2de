"""The summary above a form says of which field each sentence is, in the reader's language."""

import pytest

from app.web.error_names import named
from app.web.i18n import use_language
from tests.office import Office

ERRORS = '<div class="errors" role="alert"><ul><li><a href="#{at}">Please fill this in.</a></li></ul></div>'
LABEL = '<label for="khmer">Name <span class="light soft">(if you wish)</span></label><input id="khmer" name="khmer">'
GROUP = (
    '<fieldset class="field"><legend class="label">Day</legend><label class="hint" for="on">Day of the month</label>'
    '<input id="on" name="on_day"></fieldset>'
)


@pytest.mark.parametrize(
    ("language", "at", "page", "says"),
    [
        ("en", "khmer", LABEL, ">Name: Please fill this in.<"),
        ("km", "khmer", LABEL, ">Name៖ Please fill this in.<"),
        ("en", "on", GROUP, ">Day: Please fill this in.<"),
        ("en", "khmer", GROUP + LABEL, ">Name: Please fill this in.<"),
        ("en", "nowhere", LABEL, ">Please fill this in.<"),
    ],
)
def test_each_sentence_names_its_field(language: str, at: str, page: str, says: str) -> None:
    use_language(language)
    assert says in named(ERRORS.format(at=at) + page)


def test_two_open_fields_are_two_different_lines(office: Office) -> None:
    home = office.table()
    page = office.send("dalin", f"{home}/sides", khmer="", latin="", kind="family").text
    assert "Name in Khmer: Please fill this in." in page
    assert "Name in Latin letters: Please fill this in." in page
