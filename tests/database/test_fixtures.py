"""The databases that tests are given: separate, migrated, and of the kind that was asked for."""

import pytest
from sqlalchemy import create_engine, inspect, text
from sqlalchemy.pool import NullPool

from tests.postgres import Postgres, SqliteFiles


def tables(url: str) -> set[str]:
    engine = create_engine(url, poolclass=NullPool)
    return set(inspect(engine).get_table_names())


def add_table(url: str) -> None:
    engine = create_engine(url, poolclass=NullPool)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE only_here (one INTEGER)"))


def test_every_test_is_given_a_migrated_database(database_url: str) -> None:
    assert "alembic_version" in tables(database_url)


def test_what_one_sqlite_database_holds_is_not_in_the_next(sqlite_files: SqliteFiles) -> None:
    first, second = sqlite_files.database(), sqlite_files.database()
    add_table(first)
    assert "only_here" in tables(first)
    assert "only_here" not in tables(second)


@pytest.mark.postgres
def test_what_one_postgres_database_holds_is_not_in_the_next(postgres: Postgres) -> None:
    first, second = postgres.database(), postgres.database()
    add_table(first)
    assert "only_here" in tables(first)
    assert "only_here" not in tables(second)


@pytest.mark.postgres
def test_the_server_is_postgres_eighteen_and_speaks_unicode(postgres_url: str) -> None:
    engine = create_engine(postgres_url, poolclass=NullPool)
    with engine.connect() as connection:
        version = connection.execute(text("SHOW server_version")).scalar_one()
        assert int(version.split(".")[0]) >= 15
        assert connection.execute(text("SHOW server_encoding")).scalar_one() == "UTF8"
