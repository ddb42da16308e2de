"""Signing a browser in and out. Writes no record: who looks is not what happened."""

import secrets
from datetime import datetime
from hashlib import sha256

from sqlmodel import Session, col, delete

from app.foundation.clock import to_text
from app.foundation.errors import NotFound
from app.people.tables import Person, SignIn


def sign_in(db: Session, person: str, *, at: datetime) -> str:
    """Begin a sign-in as this person; returns the browser's token. Only a rehearsal has a page that calls this."""
    if db.get(Person, person) is None:
        raise NotFound
    token = secrets.token_urlsafe(32)
    db.add(SignIn(token=sha256(token.encode()).hexdigest(), person=person, started=to_text(at)))
    db.commit()
    return token


def sign_out(db: Session, token: str) -> None:
    """End the sign-in of this browser; nothing happens when it has none."""
    db.exec(delete(SignIn).where(col(SignIn.token) == sha256(token.encode()).hexdigest()))
    db.commit()
