"""Pages of one's own case: the list, the people with their QR codes, and becoming one of them on a phone."""

from datetime import datetime
from typing import Annotated

import segno
from fastapi import APIRouter, Depends, Request
from markupsafe import Markup
from starlette.responses import Response

from app.dialogues.commands import Matter
from app.foundation.clock import local
from app.parties.forms.lists import MOST, read_list
from app.rehearsal.forms import OwnCaseForm
from app.rehearsal.own_cases import open_own_case, own_case, own_person
from app.rehearsal.room_address import origin_for_phones
from app.web.acting import act
from app.web.dependencies import Db, Now, get_visitor
from app.web.forms import Filled, filled
from app.web.rendering import show

router = APIRouter(prefix="/rehearsal", dependencies=[Depends(get_visitor)])


def _sign(link: str) -> Markup:
    """A QR code as a drawing inside the page, as large as its place: no second request."""
    sign = segno.make(link, error="m", micro=False)
    return Markup(sign.svg_inline(border=2, omitsize=True))  # noqa: S704 (segno writes paths and numbers only)


def _form_page(request: Request, form: Filled[OwnCaseForm], status: int = 200) -> Response:
    return show(request, "rehearsal/own_case_new.html", status=status, form=form, most=MOST)


@router.get("/own-cases/new", name="show_own_case_form")
def show_own_case_form(request: Request) -> Response:
    """The form that makes a peace table from a pasted list."""
    return _form_page(request, Filled())


@router.post("/own-cases", name="open_own_case")
def open_case(
    request: Request,
    db: Db,
    now: Now,
    form: Annotated[Filled[OwnCaseForm], filled(OwnCaseForm)],
) -> Response:
    """Make it, whole or not at all."""
    return act(
        form,
        show=lambda form, status: _form_page(request, form, status),
        do=lambda typed: _open(db, typed, now),
        go_to=lambda dialogue: f"/rehearsal/own-cases/{dialogue}",
    )


def _open(db: Db, typed: OwnCaseForm, now: datetime) -> str:
    matter = Matter(typed.khmer, typed.latin, typed.khmer, typed.latin, typed.resource, typed.province)
    people = read_list(typed.people, local(now).year)
    return open_own_case(db, matter, people, at=now, once=typed.once)


@router.get("/own-cases/{dialogue}", name="show_own_case")
def show_own_case(request: Request, db: Db, dialogue: str) -> Response:
    """Everybody of one's own case, each with the QR code that leads a phone to being them. Prints six on a sheet."""
    case = own_case(db, dialogue)
    opened = bool(getattr(request.app.state, "opened_to_the_room", False))
    origin = origin_for_phones(request, opened=opened)
    links = [f"{origin}/rehearsal/own-people/{one.id}" for one in case.people]
    return show(
        request,
        "rehearsal/own_case.html",
        case=case,
        origin=origin,
        opened=opened,
        people=[(one, _sign(link)) for one, link in zip(case.people, links, strict=True)],
    )


@router.get("/own-people/{person}", name="show_becoming")
def show_becoming(request: Request, db: Db, person: str) -> Response:
    """Where a QR code leads: who one would be, and one button. Looking changes nothing."""
    case, one = own_person(db, person)
    return show(request, "rehearsal/own_person.html", case=case, one=one)
