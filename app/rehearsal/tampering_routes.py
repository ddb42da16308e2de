"""The page on which one byte of a bundle is changed, and the verifier says what it finds."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Request
from sqlmodel import Session
from starlette.responses import Response

from app.audit.bundles import full_bundle
from app.dialogues.queries import dialogues_of
from app.foundation.roles import Role
from app.parties.queries import viewer_of
from app.rehearsal.forms import TamperForm
from app.rehearsal.tampering import Tampering, change_one_byte
from app.web.dependencies import CurrentPerson, Db, Now
from app.web.forms import Filled, filled
from app.web.rendering import show

router = APIRouter(prefix="/rehearsal/verifications")


def _tables(db: Session, person: str, now: datetime) -> list[tuple[str, str]]:
    """The tables of which this person may make a full bundle: those at which they are the monitor."""
    return [
        (line.id, line.title)
        for line in dialogues_of(db, person, now)
        if (viewer := viewer_of(db, line.id, person)) and viewer.holds(Role.MONITOR)
    ]


def _page(
    request: Request,
    form: Filled[TamperForm],
    tables: list[tuple[str, str]],
    status: int = 200,
    done: Tampering | None = None,
) -> Response:
    return show(request, "rehearsal/tampering.html", status=status, form=form, tables=tables, done=done)


@router.get("/new", name="show_tampering")
def show_tampering(request: Request, db: Db, person: CurrentPerson, now: Now) -> Response:
    """The form: which table, which byte."""
    return _page(request, Filled[TamperForm](), _tables(db, person.person, now))


@router.post("", name="change_one_byte")
def change_and_verify(
    request: Request,
    db: Db,
    person: CurrentPerson,
    now: Now,
    form: Annotated[Filled[TamperForm], filled(TamperForm)],
) -> Response:
    """Make the bundle, change one byte of a copy, and let the verifier read both. Nothing of it is kept."""
    typed, tables = form.value, _tables(db, person.person, now)
    if typed is None or typed.dialogue not in dict(tables):
        return _page(request, form, tables, 422)
    raw = full_bundle(db, typed.dialogue, at=now)
    return _page(request, form, tables, done=change_one_byte(raw, typed.place))
