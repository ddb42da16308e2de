"""Alembic's entrance: which tables there are, and that SQLite migrates inside one transaction."""

from typing import Any, Literal

from alembic import context
from sqlmodel import AutoString, SQLModel

import app.main  # noqa: F401  (brings every table into the metadata)
from app.database import make_engine


def render_item(kind: str, item: Any, _: Any) -> str | Literal[False]:
    """Write SQLModel's text columns as plain ones, so that old migrations do not need it."""
    return "sa.String()" if kind == "type" and isinstance(item, AutoString) else False


engine = make_engine(context.config.attributes["url"])
with engine.connect() as connection:
    context.configure(
        connection=connection,
        target_metadata=SQLModel.metadata,
        transactional_ddl=True,
        render_item=render_item,
    )
    with context.begin_transaction():
        context.run_migrations()
engine.dispose()
