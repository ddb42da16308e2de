"""The application over one database, in a file of its own: a worker loads this and nothing of the measuring."""

from fastapi import FastAPI

from app.database import make_engine
from app.main import create_app


def our_app(url: str) -> FastAPI:
    """The application over the database at this address."""
    return create_app(make_engine(url))
