"""Draws one table a story: moment, person, act, form, facts. `python -m tests.stories.table` writes them beside
the stories (`stories/NAME/table.md`); they are for people who want to see a case whole before they read its parts."""

import tempfile
from pathlib import Path

from sqlmodel import Session, col, select

from app.database import make_engine
from app.foundation.clock import local
from app.main import create_app
from app.record.entry import Entry, read_entry
from app.recordkeeping.node import REGISTER, node_of, origin_of
from app.recordkeeping.tables import RecordLine
from app.rehearsal.pages import PAGE_OF
from app.rehearsal.story import STORIES, Story, read_story
from app.rehearsal.telling import tell_into

HEAD = "| moment | person | act | form | facts |\n|---|---|---|---|---|\n"


def page(story: Story, entries: list[Entry]) -> str:
    """The table of one story and the entries its telling wrote."""
    lines = [
        f"# {story.title_en}\n\nDrawn by `python -m tests.stories.table` from the story and its record.\n\n{HEAD}"
    ]
    for step in story.steps:
        written = [e for e in entries if e.at == step.at and e.by in (step.by, "node")]
        facts = ", ".join(dict.fromkeys(type(entry.fact).__name__ for entry in written))
        if step.refused:
            facts = f"refused: {step.refusal or step.says}"
        moment = f"{local(step.at):%d %b %H:%M:%S}".removesuffix(":00")
        stands = PAGE_OF.get(step.act)
        form = stands.on if stands else "the page that came back"
        lines.append(f"| {moment} | {story.people[step.by].latin} | {step.act} | {form} | {facts} |\n")
    return "".join(lines)


def draw(name: str) -> str:
    """Tell one story and draw its table."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'told.sqlite'}"
        tell_into(name, create_app, database=url)
        with Session(make_engine(url)) as db:
            query = select(RecordLine).where(RecordLine.dialogue != REGISTER).order_by(col(RecordLine.number))
            node = node_of(db)
            entries = [
                read_entry(row.line, origin_of(node, row.dialogue), row.number) for row in db.exec(query)
            ]
    return page(read_story(name), entries)


if __name__ == "__main__":
    for folder in sorted(path for path in STORIES.iterdir() if path.is_dir()):
        (folder / "table.md").write_text(draw(folder.name))
