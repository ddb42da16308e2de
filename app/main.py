"""The house put together: every floor, one application."""

import sys
from collections.abc import Callable
from datetime import datetime

from fastapi import FastAPI, Request
from sqlalchemy import Engine
from sqlmodel import Session
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from app.agreements.rooms import ROUTERS as AGREEMENTS
from app.audit.rooms import ROUTERS as AUDIT
from app.database import make_engine
from app.dialogues import queries
from app.dialogues.rooms import ROUTERS as DIALOGUES
from app.parties.rooms import ROUTERS as PARTIES
from app.people import routes as people
from app.people.queries import signed_in
from app.recordkeeping import guard  # noqa: F401  (installs itself on import)
from app.recordkeeping.node import node_of
from app.rehearsal import own_routes, tampering_routes
from app.rehearsal import routes as rehearsal
from app.rehearsal.beginning import begin
from app.rehearsal.clock import rehearsal_now
from app.requests.rooms import ROUTERS as REQUESTS
from app.safeguards.rooms import ROUTERS as SAFEGUARDS
from app.sessions.rooms import ROUTERS as SESSIONS
from app.settings import Settings
from app.waiting import routes as waiting
from app.web import catalogue_page, problems, static_files
from app.web.afterwards import SaysWhatFollows
from app.web.dependencies import Doors, NotSignedIn
from app.web.frame import Seated, SignedIn
from app.web.language import InItsLanguage
from app.web.security import Secured

ROUTERS = (
    static_files.router,
    catalogue_page.router,
    people.router,
    rehearsal.router,
    own_routes.router,
    tampering_routes.router,
    *REQUESTS,
    *DIALOGUES,
    waiting.router,  # after dialogues: a table is never called “new”
    *PARTIES,
    *SESSIONS,
    *AGREEMENTS,
    *SAFEGUARDS,
    *AUDIT,
)
"""Every way into the house, floor by floor."""


def create_app(engine: Engine | None = None, now: Callable[[Session], datetime] = rehearsal_now) -> FastAPI:
    """The application over one database. Raises NotARehearsal for any other kind of database."""
    engine = engine or make_engine(Settings().database)
    with Session(engine) as db:
        node_of(db)
    web = FastAPI(title="Peace Table", docs_url=None, redoc_url=None, openapi_url=None)

    def seated(db: Session, dialogue: str, person: SignedIn) -> Seated:
        return queries.seated(db, dialogue, person, now(db))

    web.state.house = create_app  # what the rehearsal tells its stories with
    web.state.doors = Doors(engine, now, signed_in, seated)
    problems.install(web)
    for router in ROUTERS:
        web.include_router(router)
    web.add_middleware(SaysWhatFollows)
    web.add_middleware(InItsLanguage)
    web.add_middleware(Secured)

    @web.get("/alive", name="alive")
    def alive() -> Response:
        """Says that the server answers."""
        return PlainTextResponse("alive")

    @web.exception_handler(NotSignedIn)
    def to_the_first_page(_: Request, __: Exception) -> Response:
        return RedirectResponse("/", 303)

    return web


def __getattr__(name: str) -> FastAPI:
    """`uvicorn app.main:app` works as anyone expects; importing this module opens no database.

    A database that is not there yet becomes a rehearsal, as with `./peace-table run`.
    """
    if name == "app":
        if not begin(Settings().database, create_app):
            sys.exit(1)
        return create_app()
    raise AttributeError(name)
