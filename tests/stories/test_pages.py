"""Each form of the product stands on the page that the table of pages names, and some story fills it."""

from functools import cache

from app.main import create_app
from app.rehearsal.addresses import Addresses
from app.rehearsal.pages import ON_A_PAGE_THAT_CAME_BACK, PAGE_OF
from app.rehearsal.story import STORIES, read_story
from tests.office import Office

OF_THE_REHEARSAL = {
    "become",
    "leave_now",
    "begin_again",
    "open_own_case",
    "move_rehearsal_clock",
    "set_rehearsal_clock",
    "change_one_byte",
}
"""Forms that belong to the copy people practise on, and to the browser, never to what happens in a story."""

SENDS_A_FILE = {"bind_recording"}
"""Stories are written words: they send no sound. tests/agreements/test_recordings.py does."""


@cache
def told_acts() -> frozenset[str]:
    """Every form that some story fills."""
    steps = [step for found in STORIES.iterdir() for step in read_story(found.stem).steps]
    return frozenset(act for step in steps for act in (step.act, *step.then))


def addresses(office: Office) -> Addresses:
    """The addresses of the whole house."""
    return Addresses(create_app(office.engine))


def test_every_form_has_its_line_in_the_table_of_pages(office: Office) -> None:
    acts = set(addresses(office).acts()) - OF_THE_REHEARSAL
    assert acts == PAGE_OF.keys() | ON_A_PAGE_THAT_CAME_BACK


def test_every_page_of_the_table_exists(office: Office) -> None:
    known = addresses(office)
    assert [stands.on for stands in PAGE_OF.values() if known.holes(stands.on) is None] == []


def test_some_story_opens_every_page_and_fills_its_form() -> None:
    assert (set(PAGE_OF) | ON_A_PAGE_THAT_CAME_BACK) - SENDS_A_FILE == told_acts()
