"""Telling stories in this process, on a clock that stands at each step's own moment."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from fastapi import FastAPI
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session
from starlette.testclient import TestClient

from app.database import make_engine
from app.rehearsal.addresses import Addresses
from app.rehearsal.clock import set_clock
from app.rehearsal.filling import StoryStopped
from app.rehearsal.founding import found_rehearsal
from app.rehearsal.story import Story, StoryWrong, moment, read_story, told_together
from app.rehearsal.teller import Teller
from app.settings import VAR

House = Callable[[Engine, Callable[[Session], datetime]], FastAPI]
"""`create_app` of app/main.py: the floor above hands it down."""

ORIGIN = "http://127.0.0.1"


class _Standing:
    """A clock that stands where it is put."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def put(self, at: datetime) -> None:
        """Let it be this moment."""
        self.at = at.astimezone(UTC)

    def __call__(self, _: Session) -> datetime:
        """The moment it stands at."""
        return self.at


@contextmanager
def telling(engine: Engine, house: House, starts: datetime) -> Iterator[Teller]:
    """A teller over this database, in this process."""
    clock = _Standing(starts.astimezone(UTC))
    app = house(engine, clock)
    with TestClient(app, base_url=ORIGIN, raise_server_exceptions=False) as client:
        yield Teller(client, Addresses(app), ORIGIN, clock.put)


def tell_all(
    engine: Engine, house: House, stories: Sequence[Story], ends: datetime | None = None
) -> datetime:
    """Tell these stories in one order of time. Raises StoryStopped.

    Returns the moment at which the rehearsal's clock goes on: `ends`, or that of the last step.
    """
    at = min(story.starts for story in stories)
    with telling(engine, house, at) as teller:
        for name, step in told_together(list(stories)):
            teller.tell(name, step)
            at = step.at
    with Session(engine) as db:
        set_clock(db, ends or at)
    return ends or at


def tell_into(
    name: str,
    house: House,
    *,
    until: str | None = None,
    weeks: int = 0,
    database: str = "",
    bundle: Path | None = None,
    say: Callable[[str], None] = print,
) -> int:
    """The command `tell`: one story into a fresh database, and its full bundle. Returns 0, or 1 with a sentence."""
    engine = None
    try:
        story = read_story(name).moved(weeks).until(moment(until) if until else None)
        url = database or f"sqlite:///{_fresh(story.name)}"
        engine = make_engine(url)
        found_rehearsal(engine, url, [story], story.seed)
        at = tell_all(engine, house, [story])
        say(
            f"Told: {story.title_en}, {len(story.steps)} steps, up to {at:%Y-%m-%d %H:%M:%S}, in {engine.url}"
        )
        if bundle is not None:
            from app.audit.bundles import write_bundle

            write_bundle(url, bundle, at)
            say(f"Written: {bundle}")
    except (StoryWrong, StoryStopped) as problem:
        say(str(problem))
        return 1
    except (SQLAlchemyError, OSError) as problem:
        say(f"The database or the file cannot be opened ({type(problem).__name__}). Look at its address.")
        return 1
    finally:
        if engine is not None:
            engine.dispose()
    return 0


def _fresh(name: str) -> Path:
    """A file in var/ that does not exist yet."""
    folder = VAR / "told"
    folder.mkdir(parents=True, exist_ok=True)
    number = 1
    while (path := folder / f"{name}-{number}.sqlite").exists():
        number += 1
    return path
