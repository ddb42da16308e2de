"""Asking for a peace table without a sign-in, reading the answer by a code; the office's list, and its answer."""

from typing import Annotated

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.foundation.errors import NotFound
from app.people.queries import person_of
from app.people.tables import Person
from app.requests import commands, queries
from app.requests.forms import DeclineForm, RequestForm
from app.requests.rules import UnknownCode
from app.requests.tables import TableRequest
from app.web.acting import act
from app.web.dependencies import CurrentPerson, Db, Now, Visitor
from app.web.forms import Filled, Form, filled
from app.web.frame import SignedIn
from app.web.rendering import go_to, show

router = APIRouter(prefix="/requests")


def _of_the_office(db: Db, person: SignedIn | None) -> Person | None:
    known = person_of(db, person.person) if person else None
    return known if known and known.staff else None


def _asking(request: Request, form: Filled[RequestForm], status: int = 200) -> Response:
    return show(request, "requests/new.html", status=status, form=form)


@router.get("/new", name="show_request_form")
def show_request_form(request: Request, visitor: Visitor) -> Response:
    """The form for anybody."""
    return _asking(request, Filled())


@router.post("", name="send_request")
def send_request(
    request: Request,
    db: Db,
    visitor: Visitor,
    now: Now,
    form: Annotated[Filled[RequestForm], filled(RequestForm)],
) -> Response:
    """Take a request in; its page shows the code by which the answer is read."""

    def do(typed: RequestForm) -> str:
        asked = commands.Asked(typed.asker, typed.name, typed.reach, typed.place, typed.words)
        return commands.send_request(db, asked, at=now, once=typed.once)

    return act(
        form,
        show=lambda form, status: _asking(request, form, status),
        do=do,
        go_to=lambda code: f"/requests/{code}",
    )


@router.get("", name="list_requests")
def list_requests(request: Request, db: Db, person: CurrentPerson) -> Response:
    """Every request, for the office. Anybody else finds nothing here."""
    if _of_the_office(db, person) is None:
        raise NotFound
    return show(request, "requests/list.html", requests=queries.all_requests(db))


@router.get("/codes", name="show_request_codes")
def show_request_codes(request: Request, db: Db, visitor: Visitor, code: str = "") -> Response:
    """Where a code from a paper is typed; a known one leads to its request."""
    typed = queries.code_typed(code)
    if typed and db.get(TableRequest, typed) is not None:
        return go_to(f"/requests/{typed}")
    form = Filled[Form](typed={"code": code[:40]})
    if code.strip():
        form = form.refused(UnknownCode())
    return show(request, "requests/codes.html", form=form)


def _request_page(
    request: Request,
    db: Db,
    visitor: SignedIn | None,
    code: str,
    form: Filled[DeclineForm],
    status: int = 200,
) -> Response:
    row = queries.request_row(db, code)
    office = _of_the_office(db, visitor)
    return show(
        request,
        "requests/request.html",
        status=status,
        row=row,
        code=queries.code_spoken(row.request),
        is_office=office is not None,
        form=form,
    )


@router.get("/{code}", name="show_request")
def show_request(request: Request, db: Db, visitor: Visitor, code: str) -> Response:
    """One request for whoever has its code: where it stands and what comes next. The office answers here."""
    return _request_page(request, db, visitor, code, Filled())


@router.post("/{code}/answers", name="decline_request")
def decline_request(
    request: Request,
    db: Db,
    person: CurrentPerson,
    now: Now,
    code: str,
    form: Annotated[Filled[DeclineForm], filled(DeclineForm)],
) -> Response:
    """Answer that no table is opened, with the next step. Only for the office."""
    office = _of_the_office(db, person)
    if office is None:
        raise NotFound

    return act(
        form,
        show=lambda form, status: _request_page(request, db, person, code, form, status),
        do=lambda typed: commands.decline_request(db, code, typed.answer, by=office, at=now, once=typed.once),
        go_to=lambda code: f"/requests/{code}",
    )
