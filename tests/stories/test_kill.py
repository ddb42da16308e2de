"""Twenty kill -9 while a story is told over HTTP: every acknowledged act is there, none half, none twice."""

import random

from sqlmodel import Session, func, select

from app.database import make_engine
from app.main import create_app
from app.recordkeeping.reading import entries_of
from app.recordkeeping.tables import Body, Disclosure, FormKey, RecordLine
from app.rehearsal.addresses import Addresses
from app.rehearsal.clock import set_clock
from app.rehearsal.founding import found_rehearsal
from app.rehearsal.story import Story, read_story
from app.rehearsal.teller import Teller
from app.rehearsal.telling import telling
from tests.killing import KillableServer, StubbornClient
from tests.postgres import SqliteFiles

KILLS = 20


def told_here(story: Story, url: str) -> list[int]:
    """Tell it in this process; how many entries stand in the record after each step."""
    engine = make_engine(url)
    found_rehearsal(engine, url, [story], story.seed)
    sizes = [0]
    with telling(engine, create_app, story.starts) as teller:
        for step in story.steps:
            teller.tell(story.name, step)
            sizes.append(count_in(url))
    engine.dispose()
    return sizes


def count_in(url: str) -> int:
    """How many entries stand in the record."""
    engine = make_engine(url)
    with Session(engine) as db:
        found = db.exec(select(func.count()).select_from(RecordLine)).one()
    engine.dispose()
    return found


def content(url: str) -> dict[str, object]:
    """Everything the record holds but the moments of writing."""
    engine = make_engine(url)
    with Session(engine) as db:
        dialogue = db.exec(select(RecordLine.dialogue)).first() or ""
        lines = [
            (type(e.fact).__name__, e.fact.says(), e.by, e.role, e.party, e.sealed)
            for e in entries_of(db, dialogue)
        ]
        held = {
            "lines": lines,
            "bodies": sorted(db.exec(select(Body.digest))),
            "places": sorted(db.exec(select(Disclosure.disclosure))),
            "forms": db.exec(select(func.count()).select_from(FormKey)).one(),
        }
    engine.dispose()
    return held


def test_every_acknowledged_act_is_there_none_half_none_twice(sqlite_files: SqliteFiles) -> None:
    story = read_story("no-agreement")
    here, there = sqlite_files.database(), sqlite_files.database()
    sizes = told_here(story, here)

    engine = make_engine(there)
    found_rehearsal(engine, there, [story], story.seed)
    with Session(engine) as db:
        set_clock(db, story.starts)
    addresses = Addresses(create_app(engine))
    engine.dispose()

    server = KillableServer(there)
    server.start()
    chance = random.Random(5)
    moments = frozenset(chance.sample(range(1, len(story.steps)), KILLS))
    client = StubbornClient(server, chance, moments, count=lambda: count_in(there))
    teller = Teller(client, addresses, server.origin, client.set_time)
    try:
        for step in story.steps:
            teller.tell(story.name, step)
    finally:
        server.close()

    assert server.killed == KILLS + 1
    assert set(client.kept) <= set(sizes), "something was half done when the server died"
    assert content(there) == content(here)
