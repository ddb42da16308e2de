"""All stories told once in a test process, and the database kept as it was at each moment that journeys begin from."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from pathlib import Path

from sqlalchemy import Engine
from sqlmodel import Session

from app.database import make_engine
from app.dialogues.commands import Matter
from app.main import create_app
from app.parties.forms.lists import read_list
from app.rehearsal.clock import set_clock
from app.rehearsal.founding import found_rehearsal
from app.rehearsal.own_cases import open_own_case, own_case
from app.rehearsal.story import Step, moment, read_story, told_together
from app.rehearsal.telling import telling
from tests.browser import serving
from tests.postgres import SqliteFiles

STORIES = ("no-agreement", "S2", "water", "second-thoughts")
MOMENTS = {
    "text fixed": "2027-01-12T09:15",  # the copies of S2's text are about to be handed over
    "all signed": "2027-01-13T11:22",  # the witness has not attested yet
    "before the slot": "2027-01-25T08:50",  # where the rehearsal begins
    "end": "2027-07-27T12:00",  # kept and closed, taken back, left without agreement
}
"""Moments by their names, in order of time."""

LAST = Step(
    at=moment("2027-07-27T11:00"),
    by="sokun",
    act="save_draft",
    fields={"who_1": "គ្រួសារប្រាក់", "what_1": "បើកទ្វារទឹក"},
    naming="draft",
)
"""What is told after all stories, so that a draft waits on its own page."""


@dataclass
class Moments:
    """The kept databases, and how each story calls what came of its steps."""

    folder: Path
    names: dict[str, dict[str, str]] = field(default_factory=dict)
    _numbers: Iterator[int] = field(default_factory=count)

    def database(self, name: str) -> str:
        """The address of a fresh copy of one moment's database; its clock runs on from there."""
        path = self.folder / f"copy-{next(self._numbers)}.sqlite"
        shutil.copyfile(self._kept(name), path)
        url = f"sqlite:///{path}"
        engine = make_engine(url)
        with Session(engine) as db:
            set_clock(db, moment(MOMENTS[name]))
        engine.dispose()
        return url

    @contextmanager
    def served(self, name: str) -> Iterator[str]:
        """A server over a fresh copy of one moment; gives its origin."""
        engine = make_engine(self.database(name))
        try:
            with serving(create_app(engine)) as origin:
                yield origin
        finally:
            engine.dispose()

    def home(self, story: str) -> str:
        """The address of a story's peace table."""
        return f"/dialogues/{self.names[story]['dialogue']}"

    def id(self, story: str, name: str) -> str:
        """The id of what a story calls so."""
        return self.names[story][name]

    def _kept(self, name: str) -> Path:
        return self.folder / f"{name.replace(' ', '-')}.sqlite"

    def keep(self, name: str, path: Path) -> None:
        """Keep a database that is still open, whole in one file."""
        source, target = sqlite3.connect(path), sqlite3.connect(self._kept(name))
        source.backup(target)
        source.close()
        target.close()


def make_own_case(engine: Engine) -> dict[str, str]:
    """A case of somebody's own beside the stories, at the last moment; how its table and its chair are called."""
    matter = Matter("ដីពីរ", "Two plots", "ដីពីរ", "Two plots", "land", "Kampot")
    with Session(engine) as db:
        people = read_list("វ៉ាន់ ដារ៉ា;Vann Dara;facilitator;m\nស ចាន់ធី;Sor Chanthy;chair;f", 2027)
        table = open_own_case(db, matter, people, at=moment(MOMENTS["end"]), once="own-case-of-journeys")
        return {"dialogue": table, "chair": own_case(db, table).people[1].id}


def tell_moments(files: SqliteFiles, folder: Path) -> Moments:
    """Tell all stories in one order of time; keep the database at each moment."""
    moments, url = Moments(folder), files.database()
    path = Path(url.removeprefix("sqlite:///"))
    stories = [read_story(name) for name in STORIES]
    engine = make_engine(url)
    found_rehearsal(engine, url, stories, "journeys")
    waiting = [(name, moment(text)) for name, text in MOMENTS.items()]

    def keep_until(now: datetime | None) -> None:
        while waiting and (now is None or waiting[0][1] < now):
            moments.keep(waiting.pop(0)[0], path)

    with telling(engine, create_app, min(story.starts for story in stories)) as teller:
        for name, step in [*told_together(stories), ("water", LAST)]:
            keep_until(step.at)
            teller.tell(name, step)
        moments.names = {**teller.names, "own": make_own_case(engine)}
        keep_until(None)
    engine.dispose()
    return moments
