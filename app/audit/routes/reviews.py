"""Pages of the monitor: agreements under review, one review, one rule. For everybody else there is nothing."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from app.audit import commands
from app.audit.forms import PlainForm, ReleaseForm, WordsForm
from app.audit.queries import reviews
from app.audit.rules import is_auditor
from app.dialogues.record_view import entries_numbered
from app.foundation.errors import NotFound
from app.web.acting import act
from app.web.dependencies import CurrentPerson, Db, Now, Seat
from app.web.forms import Filled, filled
from app.web.frame import Seated
from app.web.rendering import show

router = APIRouter()


def get_auditor(seat: Seat) -> Seated:
    """The seat of a monitor or safeguard officer. Raises NotFound for everybody else."""
    if not is_auditor(seat.viewer):
        raise NotFound
    return seat


Auditor = Annotated[Seated, Depends(get_auditor)]
Plain = Annotated[Filled[PlainForm], filled(PlainForm)]
Release = Annotated[Filled[ReleaseForm], filled(ReleaseForm)]
Words = Annotated[Filled[WordsForm], filled(WordsForm)]
HOME = "/dialogues/{dialogue}/reviews"


@router.get("/reviews", name="list_reviews")
def list_reviews(request: Request, db: Db, person: CurrentPerson, now: Now) -> Response:
    """The agreements of all tables whose safeguards this person watches."""
    found = reviews.reviews_of(db, person.person, now)
    return show(request, "audit/reviews.html", reviews=found, now=now, bundle=None)


@router.get(HOME, name="show_reviews")
def show_reviews(request: Request, db: Db, seat: Auditor, now: Now) -> Response:
    """The agreements of one table, and its bundle."""
    found = reviews.reviews_of_table(db, seat.dialogue, now)
    return show(request, "audit/reviews.html", reviews=found, now=now, bundle=Filled())


def _review(
    request: Request,
    db: Db,
    seat: Seated,
    now: Now,
    agreement: str,
    form: Filled[Any],
    status: int = 200,
) -> Response:
    view = reviews.review_of(db, seat.dialogue, agreement, now)
    return show(request, "audit/review.html", status=status, with_path=True, view=view, now=now, form=form)


@router.get(HOME + "/{agreement}", name="show_review")
def show_review(request: Request, db: Db, seat: Auditor, now: Now, agreement: str) -> Response:
    """One agreement: what is open first, all rules, and the outcome."""
    return _review(request, db, seat, now, agreement, Filled())


def _rule(
    request: Request,
    db: Db,
    seat: Seated,
    now: Now,
    agreement: str,
    rule: str,
    *,
    question: Filled[WordsForm] | None = None,
    clearance: Filled[WordsForm] | None = None,
    status: int = 200,
) -> Response:
    view = reviews.review_of(db, seat.dialogue, agreement, now)
    line = reviews.rule_of(view, rule)
    numbers = {*line.finding.evidence, *line.finding.against, *line.asked, line.finding.cleared}
    others = reviews.others_who_may_clear(db, seat.dialogue, line.authors, seat.viewer.person)
    return show(
        request,
        "audit/rule.html",
        part="audit/_evidence.html",
        status=status,
        view=view,
        line=line,
        entries={entry.number: entry for entry in entries_numbered(db, seat, numbers)},
        is_own=seat.viewer.person in line.authors,
        others=others,
        question=question or Filled(),
        clearance=clearance or Filled(),
    )


@router.get(HOME + "/{agreement}/rules/{rule}", name="show_rule")
def show_rule(request: Request, db: Db, seat: Auditor, now: Now, agreement: str, rule: str) -> Response:
    """One rule with its evidence in words; for htmx only the evidence."""
    return _rule(request, db, seat, now, agreement, rule)


@router.post(HOME + "/{agreement}/rules/{rule}/questions", name="ask_for_evidence")
def ask_for_evidence(
    request: Request, db: Db, seat: Auditor, now: Now, agreement: str, rule: str, form: Words
) -> Response:
    """Ask the office for evidence."""
    return act(
        form,
        show=lambda form, status: _rule(
            request, db, seat, now, agreement, rule, question=form, status=status
        ),
        do=lambda typed: commands.ask_for_evidence(
            db, seat.dialogue, agreement, rule, typed.words, by=seat.viewer, at=now, once=typed.once
        ),
        go_to=lambda _: f"/dialogues/{seat.dialogue}/reviews/{agreement}/rules/{rule}",
    )


@router.post(HOME + "/{agreement}/rules/{rule}/clearances", name="clear_rule")
def clear_rule(
    request: Request, db: Db, seat: Auditor, now: Now, agreement: str, rule: str, form: Words
) -> Response:
    """Clear a rule with a written reason."""
    return act(
        form,
        show=lambda form, status: _rule(
            request, db, seat, now, agreement, rule, clearance=form, status=status
        ),
        do=lambda typed: commands.clear_rule(
            db, seat.dialogue, agreement, rule, typed.words, by=seat.viewer, at=now, once=typed.once
        ),
        go_to=lambda _: f"/dialogues/{seat.dialogue}/reviews/{agreement}",
    )


@router.post(HOME + "/{agreement}/releases", name="release_agreement")
def release_agreement(
    request: Request, db: Db, seat: Auditor, now: Now, agreement: str, form: Release
) -> Response:
    """Release the result, with the monitor's word on reports."""
    return act(
        form,
        show=lambda form, status: _review(request, db, seat, now, agreement, form, status),
        do=lambda typed: commands.release_agreement(
            db,
            seat.dialogue,
            agreement,
            examined=bool(typed.examined),
            by=seat.viewer,
            at=now,
            once=typed.once,
        ),
        go_to=lambda _: f"/dialogues/{seat.dialogue}/certificates/{agreement}",
    )


@router.post(HOME + "/{agreement}/delays", name="put_off_review")
def put_off_review(
    request: Request, db: Db, seat: Auditor, now: Now, agreement: str, form: Plain
) -> Response:
    """Put the review off to the next slot."""
    return act(
        form,
        show=lambda form, status: _review(request, db, seat, now, agreement, form, status),
        do=lambda typed: commands.put_off_review(
            db, seat.dialogue, agreement, by=seat.viewer, at=now, once=typed.once
        ),
        go_to=lambda _: f"/dialogues/{seat.dialogue}/reviews/{agreement}",
    )


@router.post(HOME + "/{agreement}/returns", name="return_agreement")
def return_agreement(
    request: Request, db: Db, seat: Auditor, now: Now, agreement: str, form: Words
) -> Response:
    """Return the text for a new reading."""
    return act(
        form,
        show=lambda form, status: _review(request, db, seat, now, agreement, form, status),
        do=lambda typed: commands.return_agreement(
            db, seat.dialogue, agreement, typed.words, by=seat.viewer, at=now, once=typed.once
        ),
        go_to=lambda _: f"/dialogues/{seat.dialogue}/reviews/{agreement}",
    )
