"""Beginning a rehearsal: a fresh database, and its stories told up to where something waits for every seat."""

from collections.abc import Callable
from threading import Lock

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session

from app.database import make_engine, migrate
from app.recordkeeping.node import NotARehearsal, node_of
from app.rehearsal.filling import StoryStopped
from app.rehearsal.founding import empty_rehearsal, found_rehearsal, is_new, is_told
from app.rehearsal.story import Story, StoryWrong, moment, read_story
from app.rehearsal.telling import House, tell_all

STORIES = ("no-agreement", "S2", "water")
"""Told together in one order of time, since clock and register are shared."""

UNTIL = "2027-01-25T08:50"
"""The stories stop here: one result waits for its slot at nine, one text was handed over yesterday, one offer
waits for answers, one agenda for its chair, one session is to be prepared."""

SEED = "begin"
"""All chance of the rehearsal that `run` tells; its keys prove nothing, and every page and bundle says so."""

_ONE_AT_A_TIME = Lock()


def stories_until_now() -> list[Story]:
    """The stories of the rehearsal up to where it begins."""
    return [read_story(name).until(moment(UNTIL)) for name in STORIES]


def begin(url: str, house: House, say: Callable[[str], None] = print) -> bool:
    """Migrate this database and, where it is new, tell the stories into it. Returns False after one sentence."""
    engine = None
    try:
        engine = make_engine(url)
        return _begin(engine, url, house, say)
    except (NotARehearsal, StoryWrong, StoryStopped) as problem:
        say(str(problem))
    except (SQLAlchemyError, OSError) as problem:
        say(f"The database cannot be opened ({type(problem).__name__}). Look at PEACE_TABLE_DATABASE.")
    finally:
        if engine is not None:
            engine.dispose()
    return False


def _begin(engine: Engine, url: str, house: House, say: Callable[[str], None]) -> bool:
    if not is_new(engine):
        migrate(url)
        with Session(engine) as db:
            node_of(db)
        if is_told(engine):
            say("The rehearsal goes on where it was left.")
            return True
        empty_rehearsal(engine)  # an earlier telling broke off half way
    say("Preparing a fresh rehearsal.")
    _tell(engine, url, house, say)
    return True


def _tell(engine: Engine, url: str, house: House, say: Callable[[str], None]) -> None:
    stories = stories_until_now()
    found_rehearsal(engine, url, stories, SEED)
    for story in stories:
        say(f"Telling: {story.title_en}.")
    tell_all(engine, house, stories, ends=moment(UNTIL))
    say(f"Told. In the rehearsal it is {moment(UNTIL):%Y-%m-%d %H:%M}.")


def begin_again(engine: Engine, house: House) -> None:
    """Forget everything in this rehearsal and tell its stories again. Raises StoryStopped, StoryWrong."""
    url = engine.url.render_as_string(hide_password=False)
    with _ONE_AT_A_TIME:
        empty_rehearsal(engine)
        _tell(engine, url, house, lambda _: None)
