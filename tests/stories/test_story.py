"""A story that is written wrongly is refused with one sentence that says where (docs/stories.md)."""

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from app.foundation.clock import PHNOM_PENH
from app.rehearsal.story import StoryWrong, moment, read_story, story_of, told_together

STEP = {"at": "2027-01-12T09:00", "by": "a", "act": "open_dialogue"}


def page(**more: Any) -> dict[str, Any]:
    """A small story as it is read from its file."""
    person = {"khmer": "ក", "latin": "A", "sex": "f"}
    head = {"title_km": "ក", "title_en": "A", "seed": "s", "starts": "2027-01-12T08:00"}
    return {**head, "people": {"a": person}, "steps": [STEP], **more}


def step(**more: Any) -> dict[str, Any]:
    """A story whose only step has these parts."""
    return page(steps=[{**STEP, **more}])


def test_times_are_those_of_phnom_penh_with_or_without_seconds() -> None:
    assert moment("2027-01-25T08:59:59") == datetime(2027, 1, 25, 8, 59, 59, tzinfo=PHNOM_PENH)
    assert moment("2027-01-25T09:00") - moment("2027-01-25T08:59:59") == timedelta(seconds=1)


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        (page(colour="red"), "nobody knows what “colour” at the head means"),
        (page(people={"a": {"khmer": "ក"}}), "a person or a room has a wrong or missing part"),
        (step(by="b"), "step 1: nobody is called “b”"),
        (step(at="yesterday"), "“yesterday” is not a time"),
        (step(expect="maybe"), "expect is “refused” or left out"),
        (step(expect="refused"), "needs its name"),
        (step(refusal="NotFound"), "needs its name"),
        (page(steps=[STEP, {**STEP, "at": "2027-01-12T08:30"}]), "stands after a later step"),
    ],
)
def test_a_story_that_is_written_wrongly_says_where(written: dict[str, Any], sentence: str) -> None:
    with pytest.raises(StoryWrong, match=sentence):
        story_of("x", written)


def test_a_missing_head_is_named() -> None:
    written = page()
    del written["seed"]
    with pytest.raises(StoryWrong, match="“seed” is missing"):
        story_of("x", written)


def test_an_unknown_story_names_those_that_exist() -> None:
    with pytest.raises(StoryWrong, match=r"There are: .*S2"):
        read_story("S9")


def test_a_file_that_is_not_toml_says_so(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_text("[[steps]")
    with pytest.raises(StoryWrong, match=r"x.toml is not written as TOML"):
        read_story(str(path))


def test_weeks_move_steps_and_days_in_fields_and_keep_weekdays() -> None:
    story = story_of("x", step(fields={"on": date(2027, 1, 13), "all": [date(2027, 1, 1)], "n": 3}))
    moved = story.moved(2)
    assert moved.steps[0].fields == {"on": date(2027, 1, 27), "all": [date(2027, 1, 15)], "n": 3}
    assert moved.steps[0].at - story.steps[0].at == timedelta(weeks=2)
    assert moved.steps[0].at.weekday() == story.steps[0].at.weekday()


def test_until_takes_the_step_of_that_very_moment_along() -> None:
    story = read_story("S2")
    at_the_slot = [step for step in story.steps if step.at <= moment("2027-01-25T09:00:00")]
    assert at_the_slot[-1].act == "release_agreement"
    assert story.until(moment("2027-01-25T09:00:00")).steps == tuple(at_the_slot)
    assert story.until(moment("2027-01-25T08:59:59")).steps == tuple(at_the_slot[:-1])


def test_several_stories_are_told_in_one_order_of_time() -> None:
    told = told_together([read_story("water"), read_story("S2")])
    assert [one.at for _, one in told] == sorted(one.at for _, one in told)
