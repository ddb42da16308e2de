"""Making a fresh database a rehearsal: its name and seed, its invented people, its rooms. Chosen once, for ever."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Engine, inspect
from sqlmodel import Session, SQLModel, select

from app.database import migrate
from app.people.tables import Person
from app.recordkeeping.node import found_node, node_of
from app.recordkeeping.tables import ForgottenLog, Node
from app.rehearsal.story import Story, StoryWrong
from app.rehearsal.tables import RehearsalClock
from app.sessions.tables import Room


def is_new(engine: Engine) -> bool:
    """Has nothing been founded in this database yet?"""
    if Node.__tablename__ not in inspect(engine).get_table_names():
        return True
    with Session(engine) as db:
        return db.exec(select(Node)).first() is None


def is_told(engine: Engine) -> bool:
    """Were its stories told to their end? Its clock is set when they are; without one the telling broke off."""
    with Session(engine) as db:
        return db.get(RehearsalClock, 1) is not None


def empty_rehearsal(engine: Engine) -> None:
    """Forget everything in this rehearsal. Raises NotARehearsal.

    Rows of the record refuse to go (triggers), so the tables themselves go; `found_rehearsal` makes them anew.
    """
    with Session(engine) as db:
        node_of(db)
    with engine.begin() as connection:
        SQLModel.metadata.drop_all(connection)
        connection.exec_driver_sql("DROP TABLE IF EXISTS alembic_version")
        if engine.dialect.name == "postgresql":
            connection.exec_driver_sql(
                "DROP FUNCTION IF EXISTS record_is_append_only, record_grows_at_its_end"
            )
    engine.dispose()


def found_rehearsal(
    engine: Engine, url: str, stories: Sequence[Story], seed: str, known: Sequence[Mapping[str, Any]] = ()
) -> None:
    """Found a rehearsal with the people and rooms of these stories. Raises StoryWrong for one that is not new.

    `known` are logs told of before (dialogue, position), whose names and places no new one may be given.
    """
    migrate(url)
    if not is_new(engine):
        raise StoryWrong("This database is not empty. A story is told into a fresh one.")
    with Session(engine) as db:
        found_node(db, seed)
        db.add_all(ForgottenLog(**log) for log in known)
        people = {key: one for story in stories for key, one in story.people.items()}
        rooms = {key: one for story in stories for key, one in story.rooms.items()}
        for story in stories:
            if any(people[key] != one for key, one in story.people.items()):
                raise StoryWrong(f"{story.name}: somebody has the same key in another story.")
        for position, (key, one) in enumerate(people.items()):
            db.add(
                Person(
                    id=key,
                    khmer=one.khmer,
                    latin=one.latin,
                    sex=one.sex,
                    staff=one.staff,
                    position=position,
                )
            )
        for position, (key, place) in enumerate(rooms.items()):
            db.add(Room(id=key, khmer=place.khmer, latin=place.latin, position=position))
        db.commit()
