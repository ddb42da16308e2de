"""What a route may ask for: the database, the time, the person, their seat."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, cast

from fastapi import Depends, Request
from sqlalchemy import Engine
from sqlmodel import Session

from app.recordkeeping.remembering import remember
from app.web.frame import Seated, SignedIn

SIGN_IN = "sign_in"
"""The cookie that says who is here. It ends with the browser."""


class NotSignedIn(Exception):
    """Nobody is signed in; the way leads to the first page."""


@dataclass(frozen=True)
class Doors:
    """What the floors above give to the web: how to find the time, a person, and a person's seat."""

    engine: Engine
    now: Callable[[Session], datetime]
    signed_in: Callable[[Session, str], SignedIn | None]
    seated: Callable[[Session, str, SignedIn], Seated]


def doors(request: Request) -> Doors:
    """The doors of this application."""
    return cast("Doors", request.app.state.doors)


def get_db(request: Request) -> Iterator[Session]:
    """One SQL session for one request; it never commits by itself."""
    with Session(doors(request).engine, expire_on_commit=False) as db:
        remember(db)
        yield db


Db = Annotated[Session, Depends(get_db)]


def get_now(request: Request, db: Db) -> datetime:
    """The time of this request: one instant, however long it takes."""
    request.state.now = doors(request).now(db)
    return cast("datetime", request.state.now)


Now = Annotated[datetime, Depends(get_now)]


def get_visitor(request: Request, db: Db, _now: Now) -> SignedIn | None:
    """The person of this request, or nobody; with the time, which every page's frame shows."""
    token = request.cookies.get(SIGN_IN, "")
    request.state.signed_in = doors(request).signed_in(db, token) if token else None
    return cast("SignedIn | None", request.state.signed_in)


Visitor = Annotated[SignedIn | None, Depends(get_visitor)]


def get_person(visitor: Visitor) -> SignedIn:
    """The person of this request. Raises NotSignedIn."""
    if visitor is None:
        raise NotSignedIn
    return visitor


CurrentPerson = Annotated[SignedIn, Depends(get_person)]


def get_seat(request: Request, dialogue: str, db: Db, person: CurrentPerson) -> Seated:
    """The person's seat at this table. Raises NotFound when they have none: the same as for an unknown table."""
    request.state.seated = doors(request).seated(db, dialogue, person)
    return cast("Seated", request.state.seated)


Seat = Annotated[Seated, Depends(get_seat)]
