"""What every form does when it is sent: check, do, go on; or show itself again with what is wrong.

    return act(form, show=page, do=lambda typed: command(db, …, once=typed.once), go_to=lambda result: url)

A refusal comes back on the same page, with the sentence above and everything typed still there. The same form
sent twice is done once: the second sending goes where the first one went.
"""

from collections.abc import Callable
from typing import TypeVar

from starlette.responses import RedirectResponse, Response

from app.foundation.errors import NotFound, Refusal
from app.recordkeeping.recording import AlreadyDone
from app.web.forms import Filled, Form
from app.web.problems import status_of

Shape = TypeVar("Shape", bound=Form)


def act(
    form: Filled[Shape],
    *,
    show: Callable[[Filled[Shape], int], Response],
    do: Callable[[Shape], str | None],
    go_to: Callable[[str], str],
) -> Response:
    """Run one form. `show(form, status)` draws its page; `do` returns what came of it; `go_to` says where next."""
    if form.value is None:
        return show(form, 422)
    try:
        result = do(form.value) or ""
    except AlreadyDone as done:
        result = done.result
    except NotFound:
        raise
    except Refusal as refusal:
        return show(form.refused(refusal), status_of(refusal))
    return RedirectResponse(go_to(result), 303)
