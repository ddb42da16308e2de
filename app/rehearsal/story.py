"""A story as it is written: people, rooms, and steps in one order of time (docs/stories.md)."""

import tomllib
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

from app.foundation.clock import PHNOM_PENH
from app.settings import ROOT

STORIES = ROOT / "stories"
_HEAD = frozenset(("title_km", "title_en", "seed", "starts", "people", "rooms", "steps"))
_STEP = frozenset(("at", "by", "act", "fields", "as", "then", "expect", "refusal", "says", "finds"))


class StoryWrong(Exception):
    """A story that cannot be told as it is written; the sentence says where and why."""


@dataclass(frozen=True, slots=True)
class Invented:
    """An invented person: names in both scripts, `sex` f or m, `staff` may open a peace table."""

    khmer: str
    latin: str
    sex: str
    staff: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the office where sessions are held."""

    khmer: str
    latin: str


@dataclass(frozen=True, slots=True)
class Step:
    """One act of one person at one moment: open a page, fill a form, send it.

    `within` are names that say where (`offer = "O3"`); `then` forms on the page that comes back, sent at once;
    `naming` is how the story calls what came of it; `finds` names parts of the page by their headings (A = "Cham
    family"), for an act from which several things came; `refused` says that a refusal is the point, by the
    `refusal`'s name or by what it `says`.
    """

    at: datetime
    by: str
    act: str
    within: dict[str, str] = field(default_factory=dict)
    fields: dict[str, Any] = field(default_factory=dict)
    then: tuple[str, ...] = ()
    naming: str = ""
    refused: bool = False
    refusal: str = ""
    says: str = ""
    finds: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Story:
    """A story with its people (by key, which is their id), its rooms and its steps."""

    name: str
    title_km: str
    title_en: str
    seed: str
    starts: datetime
    people: dict[str, Invented]
    rooms: dict[str, Place]
    steps: tuple[Step, ...]

    def until(self, moment: datetime | None) -> "Story":
        """The same story up to and including a moment; whole for None."""
        if moment is None:
            return self
        return replace(self, steps=tuple(step for step in self.steps if step.at <= moment))

    def moved(self, weeks: int) -> "Story":
        """The same story so many whole weeks later: weekdays and slots stay what they are."""
        by = timedelta(weeks=weeks)
        steps = tuple(
            replace(
                step, at=step.at + by, fields={key: _moved(value, by) for key, value in step.fields.items()}
            )
            for step in self.steps
        )
        return replace(self, starts=self.starts + by, steps=steps)


def _moved(value: Any, by: timedelta) -> Any:
    if isinstance(value, list):
        return [_moved(one, by) for one in value]
    return value + by if isinstance(value, date) else value


def moment(written: object, where: str = "this time") -> datetime:
    """An instant from `2027-01-12T09:00` (Phnom Penh, seconds if wanted). Raises StoryWrong."""
    try:
        found = written if isinstance(written, datetime) else datetime.fromisoformat(str(written))
    except ValueError:
        raise StoryWrong(f"{where}: “{written}” is not a time such as 2027-01-12T09:00.") from None
    return found if found.tzinfo else found.replace(tzinfo=PHNOM_PENH)


def read_story(name: str) -> Story:
    """The story of this name: a folder in `stories/` or a path, one file or a folder of parts.

    The parts of a folder are put together: heads once, people and rooms of all, steps in order of time (for one
    moment: in order of the parts' names). Raises StoryWrong.
    """
    path = Path(name) if "/" in name or name.endswith(".toml") else STORIES / name
    parts = sorted(path.glob("*.toml")) if path.is_dir() else [path]
    whole: dict[str, Any] = {}
    for part in parts:
        for key, value in _read_part(part).items():
            if key in whole and key not in ("people", "rooms", "steps"):
                raise StoryWrong(f"{part.name}: “{key}” stands in another part already.")
            whole[key] = _joined(whole[key], value) if key in whole else value
    if path.is_dir() and isinstance(whole.get("steps"), list):
        whole["steps"].sort(key=lambda step: str(step.get("at", "")) if isinstance(step, dict) else "")
    return story_of(path.stem, whole)


def _joined(before: Any, value: Any) -> Any:
    return {**before, **value} if isinstance(value, dict) else [*before, *value]


def _read_part(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (FileNotFoundError, IsADirectoryError):
        there = ", ".join(sorted(found.stem for found in STORIES.iterdir()))
        raise StoryWrong(f"There is no story “{path.stem}”. There are: {there}.") from None
    except tomllib.TOMLDecodeError as wrong:
        raise StoryWrong(f"{path.name} is not written as TOML: {wrong}.") from None


def story_of(name: str, page: dict[str, Any]) -> Story:
    """A story from its read file. Raises StoryWrong, naming the step."""
    if unknown := page.keys() - _HEAD:
        raise StoryWrong(f"{name}: nobody knows what “{min(unknown)}” at the head means.")
    for needed in ("title_km", "title_en", "seed", "starts", "people", "steps"):
        if needed not in page:
            raise StoryWrong(f"{name}: “{needed}” is missing.")
    try:
        people = {key: Invented(**one) for key, one in page["people"].items()}
        rooms = {key: Place(**one) for key, one in page.get("rooms", {}).items()}
    except TypeError as wrong:
        raise StoryWrong(f"{name}: a person or a room has a wrong or missing part ({wrong}).") from None
    steps = tuple(_step(f"{name}, step {n}", one, people) for n, one in enumerate(page["steps"], 1))
    for before, after in pairwise(steps):
        if after.at < before.at:
            raise StoryWrong(f"{name}: {after.act} at {after.at:%Y-%m-%dT%H:%M} stands after a later step.")
    starts = moment(page["starts"], f"{name}, starts")
    return Story(name, page["title_km"], page["title_en"], str(page["seed"]), starts, people, rooms, steps)


def _step(where: str, page: dict[str, Any], people: dict[str, Invented]) -> Step:
    for needed in ("at", "by", "act"):
        if needed not in page:
            raise StoryWrong(f"{where}: “{needed}” is missing.")
    if page["by"] not in people:
        raise StoryWrong(f"{where}: nobody is called “{page['by']}”.")
    expect = page.get("expect", "done")
    if expect not in ("done", "refused"):
        raise StoryWrong(f"{where}: expect is “refused” or left out, not “{expect}”.")
    if (expect == "refused") != bool(page.get("refusal") or page.get("says")):
        raise StoryWrong(f"{where}: a refusal that is expected needs its name (refusal) or its words (says).")
    then = page.get("then", [])
    return Step(
        at=moment(page["at"], where),
        by=page["by"],
        act=page["act"],
        within={key: str(value) for key, value in page.items() if key not in _STEP},
        fields=dict(page.get("fields", {})),
        then=tuple([then] if isinstance(then, str) else then),
        naming=page.get("as", ""),
        refused=expect == "refused",
        refusal=page.get("refusal", ""),
        says=page.get("says", ""),
        finds=dict(page.get("finds", {})),
    )


def told_together(stories: list[Story]) -> list[tuple[str, Step]]:
    """The steps of several stories in one order of time, each with its story's name."""
    every = [(step.at, n, step) for n, story in enumerate(stories) for step in story.steps]
    return [(stories[n].name, step) for _, n, step in sorted(every, key=lambda one: one[:2])]
