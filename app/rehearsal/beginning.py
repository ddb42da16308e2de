"""Beginning a rehearsal: a fresh database, and its stories told up to where something waits for every seat."""

from collections.abc import Callable
from datetime import datetime, timedelta
from tempfile import TemporaryDirectory
from threading import Lock

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session

from app.database import make_engine, migrate
from app.recordkeeping.node import NotARehearsal, node_of
from app.rehearsal.exchange import kept_logs, known_logs, newest_entry, put_in_place
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


def begin_again(engine: Engine, house: House, *, leave_own: bool = False) -> None:
    """Tell the stories again beside this rehearsal, then put them in its place. Raises StoryStopped, StoryWrong.

    Own cases go too, or stay: then the stories are told so many whole weeks later that no entry that stays lies
    in the future, and the clock never runs backwards against them (docs/decisions/0012).
    """
    with _ONE_AT_A_TIME, TemporaryDirectory(prefix="peace-table-") as folder:
        url = f"sqlite:///{folder}/retold.sqlite"
        told = make_engine(url)
        try:
            with Session(engine) as db:
                logs = kept_logs(db) if leave_own else []
                seed = node_of(db).seed if logs else SEED
                weeks = weeks_after(newest_entry(db, logs))
                known = known_logs(db) if logs else []
            stories = [story.moved(weeks) for story in stories_until_now()]
            found_rehearsal(told, url, stories, seed, known)
            tell_all(told, house, stories, ends=moment(UNTIL) + timedelta(weeks=weeks))
            put_in_place(engine, told, leave_own=bool(logs))
        finally:
            told.dispose()


def weeks_after(newest: datetime | None) -> int:
    """How many whole weeks later the stories are told, so that they end after this entry."""
    late = newest - moment(UNTIL) if newest else timedelta(0)
    return max(0, -(-late // timedelta(weeks=1)))


def begins_after(newest: datetime) -> datetime:
    """Where the rehearsal's clock stands after beginning again, when this entry stays."""
    return moment(UNTIL) + timedelta(weeks=weeks_after(newest))
