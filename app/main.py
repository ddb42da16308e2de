"""The house put together: every floor, one application."""

from collections.abc import Callable
from datetime import datetime

from fastapi import FastAPI, Request
from sqlalchemy import Engine
from sqlmodel import Session
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from app.agreements import scan_words as _scan_words  # noqa: F401
from app.agreements import tables as _agreement_tables  # noqa: F401
from app.agreements import text_words as _text_words  # noqa: F401
from app.agreements import words as _offer_words  # noqa: F401
from app.agreements.lifecycle import if_no as _if_no  # noqa: F401
from app.agreements.lifecycle import offers as _offers  # noqa: F401
from app.agreements.lifecycle import signatures as _signatures  # noqa: F401
from app.agreements.lifecycle import texts as _texts  # noqa: F401
from app.agreements.routes import answers, if_no, offers, signatures, text_paper, texts
from app.audit import lifecycle as _audit  # noqa: F401
from app.audit import words as _audit_words  # noqa: F401
from app.audit.routes import bundles, certificates, reviews
from app.database import make_engine
from app.dialogues import exits, queries, record_routes
from app.dialogues import lifecycle as _dialogues  # noqa: F401  (registers its projections)
from app.dialogues import routes as dialogues
from app.dialogues import words as _dialogue_words  # noqa: F401  (gives its words to the templates)
from app.parties import lifecycle as _parties  # noqa: F401
from app.parties import routes as parties
from app.parties import words as _party_words  # noqa: F401
from app.people import routes as people
from app.people.queries import signed_in
from app.recordkeeping import guard  # noqa: F401  (installs itself on import)
from app.recordkeeping.node import node_of
from app.rehearsal import routes as rehearsal
from app.rehearsal import tampering_routes
from app.rehearsal.clock import rehearsal_now
from app.safeguards.lifecycle import promises as _promises  # noqa: F401
from app.safeguards.routes import (
    cards,
    follow_ups,
    harm,
    incidents,
    minutes,
    promises,
    readings,
    report,
    signing,
    sittings,
    visits,
)
from app.safeguards.routes import preparation as case_sheets
from app.safeguards.words import preparation as _preparation_words  # noqa: F401
from app.safeguards.words import promises as _promise_words  # noqa: F401
from app.safeguards.words import sittings as _sitting_words  # noqa: F401
from app.sessions import tables as _session_tables  # noqa: F401
from app.sessions.lifecycle import agenda as _agenda  # noqa: F401
from app.sessions.lifecycle import positions as _positions  # noqa: F401
from app.sessions.lifecycle import review as _review  # noqa: F401
from app.sessions.lifecycle import schedule as _schedule  # noqa: F401
from app.sessions.routes import agenda, invitations, month, positions, preparation, review, schedule, sitting
from app.sessions.words import positions as _position_words  # noqa: F401
from app.sessions.words import review as _review_words  # noqa: F401
from app.sessions.words import schedule as _schedule_words  # noqa: F401
from app.settings import Settings
from app.waiting import routes as waiting
from app.web import catalogue_page, problems, static_files
from app.web.afterwards import SaysWhatFollows
from app.web.dependencies import Doors, NotSignedIn
from app.web.frame import Seated, SignedIn
from app.web.language import InItsLanguage
from app.web.security import Secured

ROUTERS = (
    case_sheets,
    visits,
    reviews,
    certificates,
    bundles,
    rehearsal,
    tampering_routes,
    people,
    dialogues,
    waiting,  # after dialogues: a table is never called “new”
    exits,
    record_routes,
    parties,
    month,
    schedule,
    invitations,
    preparation,
    agenda,
    review,
    positions,
    sitting,
    sittings,
    minutes,
    texts,
    text_paper,
    signatures,
    readings,
    signing,
    cards,
    catalogue_page,
    static_files,
    answers,
    offers,
    if_no,
    promises,
    follow_ups,
    incidents,
    harm,
    report,
)


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
    for room in ROUTERS:
        web.include_router(room.router)
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
    """`uvicorn app.main:app` works as anyone expects; importing this module opens no database."""
    if name == "app":
        return create_app()
    raise AttributeError(name)
