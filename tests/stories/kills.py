"""A story told over HTTP while the server is killed again and again, and what must hold afterwards."""

import random
from dataclasses import dataclass

from sqlmodel import Session, func, select

from app.database import make_engine
from app.main import create_app
from app.recordkeeping.reading import entries_of
from app.recordkeeping.tables import Body, Disclosure, FormKey, RecordLine
from app.rehearsal.addresses import Addresses
from app.rehearsal.clock import set_clock
from app.rehearsal.founding import found_rehearsal
from app.rehearsal.story import Story
from app.rehearsal.teller import Teller
from app.rehearsal.telling import telling
from tests.killing import KillableServer, StubbornClient


@dataclass(frozen=True)
class Killed:
    """How often the server was killed, and how many entries stood in the record after each time."""

    times: int
    kept: list[int]


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


def told_under_kills(story: Story, url: str, kills: int, seed: int) -> Killed:
    """Tell it over HTTP to a server that dies so often, at moments drawn from this seed."""
    engine = make_engine(url)
    found_rehearsal(engine, url, [story], story.seed)
    with Session(engine) as db:
        set_clock(db, story.starts)
    addresses = Addresses(create_app(engine))
    engine.dispose()

    server = KillableServer(url)
    server.start()
    chance = random.Random(seed)
    moments = frozenset(chance.sample(range(1, len(story.steps)), kills))
    client = StubbornClient(server, chance, moments, count=lambda: count_in(url))
    teller = Teller(client, addresses, server.origin, client.set_time)
    try:
        for step in story.steps:
            teller.tell(story.name, step)
    finally:
        server.close()
    return Killed(server.killed - 1, client.kept)  # the last one is the end of the telling


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
