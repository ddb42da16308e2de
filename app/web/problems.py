"""The only place where a refusal becomes an HTTP status."""

import logging
import secrets

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from app.foundation.errors import N_, NotAllowed, NotFound, NotPossibleNow, NotValid, Refusal
from app.web import i18n
from app.web.rendering import show

STATUS: dict[type[Refusal], int] = {NotFound: 404, NotAllowed: 403, NotPossibleNow: 409, NotValid: 422}
log = logging.getLogger("peace-table")


class Broken(Refusal):
    """A mistake of the program, never of a person. Tells a reference, and nothing of what was typed."""

    says = N_("Something went wrong here, not with you. Nothing was changed. Reference: %(reference)s")


def status_of(refusal: Refusal) -> int:
    """The status of the family this refusal belongs to."""
    return next((code for family, code in STATUS.items() if isinstance(refusal, family)), 400)


def sentence_of(refusal: Refusal) -> str:
    """The refusal's sentence in the reader's language."""
    return i18n.gettext(refusal.says) % refusal.details


def show_refusal(request: Request, refusal: Exception) -> Response:
    """A page with the sentence; for htmx only the notice."""
    assert isinstance(refusal, Refusal)
    status = 500 if isinstance(refusal, Broken) else status_of(refusal)
    answer = show(
        request,
        "problems/problem.html",
        part="problems/_notice.html",
        status=status,
        sentence=sentence_of(refusal),
        code=status,
        back_url=None,
    )
    answer.headers["HX-Retarget"], answer.headers["HX-Reswap"] = "#notice", "outerHTML"
    return answer


def _unknown_address(request: Request, problem: Exception) -> Response:
    assert isinstance(problem, HTTPException)
    if problem.status_code == 405:
        answer = show_refusal(request, NotPossibleNow())
        answer.status_code = 405
        return answer
    return show_refusal(request, NotFound())


def _misspelt_address(request: Request, _: Exception) -> Response:
    """A number in an address that is none, or a word behind its `?` that is too long: forms refuse by themselves."""
    return show_refusal(request, NotFound())


def _unexpected(request: Request, problem: Exception) -> Response:
    reference = secrets.token_hex(4)
    log.error("%s %s at %s", reference, type(problem).__name__, request.scope.get("route", ""))
    return show_refusal(request, Broken(reference=reference))


def install(app: FastAPI) -> None:
    """Let every refusal, unknown address and mistake end as a page with one sentence."""
    app.add_exception_handler(Refusal, show_refusal)
    app.add_exception_handler(HTTPException, _unknown_address)
    app.add_exception_handler(RequestValidationError, _misspelt_address)
    app.add_exception_handler(Exception, _unexpected)
