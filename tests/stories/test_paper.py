"""S2 with a pen: every sheet filled on paper as it happens and entered later gives the verdict of the screen."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session, select

from app.agreements.tables import Agreement
from app.database import make_engine
from app.dialogues.tables import Dialogue
from app.foundation.clock import local
from app.main import create_app
from app.parties.queries import sides_of
from app.recordkeeping.reading import entries_of
from app.rehearsal.story import Step, Story, read_story
from app.sessions.queries.schedule import sessions_of
from tests.postgres import SqliteFiles
from tests.stories.test_s2 import verdict_in
from tests.told import tell_story

ON_PAPER = frozenset(
    (
        "save_case",
        "tell_ties",
        "save_visit",
        "note_talks",
        "save_sitting",
        "write_harm_sheet",
        "name_promises",
        "note_reading",
        "note_signing",
        "hold_follow_ups",
    )
)
"""The sheets that can be filled with a pen: each has a place for the time at which it happened."""
LATER = timedelta(minutes=15)
"""So long the paper waits until somebody enters it: the next act of the story comes no sooner where order matters."""


def with_a_pen(step: Step) -> Step:
    """The same act, written at its own moment and entered later; whoever wrote a time keeps it."""
    at = local(step.at)
    if step.act == "note_reading":  # this sheet has its own times and asks for the day alone
        return replace(step, at=step.at + LATER, fields={**step.fields, "on": at.date()})
    when = {} if "time" in step.fields else {"on": at.date(), "time": at.time().replace(microsecond=0)}
    return replace(step, at=step.at + LATER, fields={**step.fields, **when})


def on_paper() -> Story:
    """S2 with its sheets on paper."""
    story = read_story("S2")
    steps = [with_a_pen(step) if step.act in ON_PAPER else step for step in story.steps]
    return replace(story, steps=tuple(sorted(steps, key=lambda step: step.at)))


@pytest.fixture(scope="module")
def paper(sqlite_files: SqliteFiles) -> str:
    """The address of a database in which S2 was told with a pen."""
    return tell_story(on_paper(), sqlite_files.database())


def test_a_case_on_paper_has_the_verdict_of_the_screen_rule_by_rule(paper: str, s2_database: str) -> None:
    written, typed = verdict_in(paper), verdict_in(s2_database)
    assert written.verdict == typed.verdict == "SUPPORTED"
    assert [(f.rule, f.result, f.severity) for f in written.findings] == [
        (f.rule, f.result, f.severity) for f in typed.findings
    ]
    assert [(f.rule, f.grade, f.reason) for f in written.findings] == [
        (f.rule, f.grade, f.reason) for f in typed.findings
    ]


def test_what_came_from_paper_says_both_times_in_the_record(paper: str) -> None:
    engine = make_engine(paper)
    with Session(engine) as db:
        dialogue = db.exec(select(Dialogue.dialogue)).one()
        entered = [entry for entry in entries_of(db, dialogue) if entry.via == "PAPER"]
    engine.dispose()
    assert len(entered) > 40
    assert all(entry.when < entry.at for entry in entered)


def places(paper: str) -> list[tuple[str, str]]:
    """Who opens which sheet of this case."""
    engine = make_engine(paper)
    with Session(engine) as db:
        dialogue = db.exec(select(Dialogue.dialogue)).one()
        text = db.exec(select(Agreement.agreement)).one()
        sessions = [view.id for view in sessions_of(db, dialogue)]
        sides = [side.id for side in sides_of(db, dialogue)]
    engine.dispose()
    staff = [
        "case",
        "ties",
        "harm",
        "follow-ups",
        f"promises/{text}",
        *(f"visits/{side}" for side in sides),
        *(f"sittings/{session}" for session in sessions),
    ]
    home = f"/dialogues/{dialogue}/sheets"
    return [
        *(("dalin", f"{home}/{place}") for place in staff),
        ("rith", f"{home}/readings/{text}"),
        ("rith", f"{home}/signing/{text}"),
        ("chenda", f"{home}/talks"),
    ]


def test_every_sheet_that_came_from_paper_says_so_on_its_own_page_with_both_times(
    paper: str,
) -> None:
    engine = make_engine(paper)
    with TestClient(create_app(engine, lambda _: datetime.fromisoformat("2027-07-30T08:00+07:00"))) as client:
        for person, place in places(paper):
            client.post(f"/rehearsal/people/{person}/sign-ins", headers={"origin": "http://testserver"})
            page = client.get(place, params={"lang": "en"}).text
            shown = page.partition('id="later"')[0]
            assert "entered from paper on" in shown.lower() or "It was entered on" in shown, place
    engine.dispose()
