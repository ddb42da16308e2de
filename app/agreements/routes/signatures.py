"""Pages of signatures: sign, not now or refuse; check it; my answer; take it back; the witness attests.

Plain forms without script. The choice stands in no address; the three have one size, one path and one length.
"""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.agreements.commands import signatures as commands
from app.agreements.forms.signatures import AttestForm, PlainForm, TextAnswerForm
from app.agreements.queries import signatures, texts
from app.agreements.rules.signatures import SIGN, NotYourSignature
from app.dialogues.queries import standing_of, thresholds_of
from app.foundation.errors import NotAllowed, Refusal
from app.foundation.roles import Role
from app.parties.queries import sides_of
from app.web.acting import act
from app.web.dependencies import Db, Now, Seat
from app.web.forms import Filled, filled
from app.web.frame import Seated
from app.web.problems import status_of
from app.web.rendering import show

router = APIRouter(prefix="/dialogues/{dialogue}/texts/{agreement}")
AnswerBody = Annotated[Filled[TextAnswerForm], filled(TextAnswerForm)]


def _ensure_decides(db: Db, seat: Seated) -> None:
    if not signatures.decides(db, seat.dialogue, seat.viewer.person):
        raise NotYourSignature


def _order(db: Db, dialogue: str) -> list[str]:
    """The three in the order that was drawn by lot for this table; signing stands where accepting does."""
    frozen = thresholds_of(db, dialogue)
    drawn = frozen.answer_order if frozen else ("accept", "refuse", "longer")
    return [SIGN if one == "accept" else one for one in drawn if one in ("accept", "refuse", "longer")]


def _signing(
    request: Request,
    db: Db,
    seat: Seated,
    now: datetime,
    agreement: str,
    form: Filled[TextAnswerForm],
    status: int = 200,
) -> Response:
    _ensure_decides(db, seat)
    row = texts.agreement_row(db, seat.dialogue, agreement)
    return show(
        request,
        "agreements/sign.html",
        status=status,
        form=form,
        view=texts.agreement_view(db, seat.dialogue, agreement),
        way=signatures.own_way(db, seat.dialogue, row, seat.viewer.person, now),
        order=_order(db, seat.dialogue),
        gives_up=signatures.gives_up_claims(db, seat.dialogue, row),
        stopped=standing_of(db, seat.dialogue).stopped,
    )


@router.get("/signatures/new", name="show_signing")
def show_signing(request: Request, db: Db, seat: Seat, now: Now, agreement: str) -> Response:
    """The whole text, then three buttons of one size."""
    return _signing(request, db, seat, now, agreement, Filled())


@router.post("/signature-checks", name="check_signature")
def check_signature(
    request: Request, db: Db, seat: Seat, now: Now, agreement: str, form: AnswerBody
) -> Response:
    """What follows from the choice, before it is confirmed. Writes nothing."""
    _ensure_decides(db, seat)
    if form.value is None:
        return _signing(request, db, seat, now, agreement, form, 422)
    row = texts.agreement_row(db, seat.dialogue, agreement)
    way = signatures.own_way(db, seat.dialogue, row, seat.viewer.person, now)
    typed = form.value
    try:
        commands.ensure_may_answer(db, seat.dialogue, row, seat.viewer.person, typed.version)
        if typed.answer == SIGN:
            commands.ensure_may_sign_now(db, seat.dialogue, row, way.told, typed.language, now)
            commands.ensure_claims_marked(db, seat.dialogue, row, gives_up=typed.gives_up == "yes")
    except Refusal as refusal:
        return _signing(request, db, seat, now, agreement, form.refused(refusal), status_of(refusal))
    return show(
        request,
        "agreements/sign_check.html",
        form=form,
        view=texts.agreement_view(db, seat.dialogue, agreement),
        way=way,
        chosen=typed.answer,
        read_in=typed.language,
        gives_up=typed.gives_up,
    )


@router.post("/signatures", name="answer_text")
def answer_text(request: Request, db: Db, seat: Seat, now: Now, agreement: str, form: AnswerBody) -> Response:
    """Sign, refuse, or wait."""

    def do(typed: TextAnswerForm) -> None:
        commands.answer_text(
            db,
            seat.dialogue,
            agreement,
            typed.version,
            typed.answer,
            typed.language,
            gives_up=typed.gives_up == "yes",
            by=seat.viewer,
            at=now,
            once=typed.once,
        )

    return act(
        form,
        show=lambda form, status: _signing(request, db, seat, now, agreement, form, status),
        do=do,
        go_to=lambda _: f"/dialogues/{seat.dialogue}/texts/{agreement}/signatures/mine",
    )


@router.get("/signatures/mine", name="show_my_signature")
def show_my_signature(request: Request, db: Db, seat: Seat, now: Now, agreement: str) -> Response:
    """What I said about this text last, and what I can still do."""
    _ensure_decides(db, seat)
    row = texts.agreement_row(db, seat.dialogue, agreement)
    return show(
        request,
        "agreements/my_signature.html",
        view=texts.agreement_view(db, seat.dialogue, agreement),
        way=signatures.own_way(db, seat.dialogue, row, seat.viewer.person, now),
    )


def _withdrawing(
    request: Request,
    db: Db,
    seat: Seated,
    now: datetime,
    agreement: str,
    form: Filled[PlainForm],
    status: int = 200,
) -> Response:
    _ensure_decides(db, seat)
    row = texts.agreement_row(db, seat.dialogue, agreement)
    return show(
        request,
        "agreements/withdraw.html",
        status=status,
        form=form,
        view=texts.agreement_view(db, seat.dialogue, agreement),
        way=signatures.own_way(db, seat.dialogue, row, seat.viewer.person, now),
    )


@router.get("/withdrawals/new", name="show_withdrawal")
def show_withdrawal(request: Request, db: Db, seat: Seat, now: Now, agreement: str) -> Response:
    """What follows from taking a yes back, and the button."""
    return _withdrawing(request, db, seat, now, agreement, Filled())


@router.post("/withdrawals", name="withdraw_signature")
def withdraw_signature(
    request: Request,
    db: Db,
    seat: Seat,
    now: Now,
    agreement: str,
    form: Annotated[Filled[PlainForm], filled(PlainForm)],
) -> Response:
    """Take back one's own yes."""
    return act(
        form,
        show=lambda form, status: _withdrawing(request, db, seat, now, agreement, form, status),
        do=lambda typed: commands.withdraw_signature(
            db, seat.dialogue, agreement, by=seat.viewer, at=now, once=typed.once
        ),
        go_to=lambda _: f"/dialogues/{seat.dialogue}/texts/{agreement}/signatures/mine",
    )


def _attesting(
    request: Request, db: Db, seat: Seated, agreement: str, form: Filled[AttestForm], status: int = 200
) -> Response:
    if not seat.viewer.holds(Role.WITNESS):
        raise NotAllowed
    row = texts.agreement_row(db, seat.dialogue, agreement)
    sides = {side.id: side.name for side in sides_of(db, seat.dialogue)}
    waiting = signatures.waiting_signatures(db, seat.dialogue, row)
    return show(
        request,
        "agreements/attest.html",
        status=status,
        form=form,
        view=texts.agreement_view(db, seat.dialogue, agreement),
        people=[(person.id, person.name, sides.get(person.side, "")) for person, _ in waiting],
    )


@router.get("/attestations/new", name="show_attestation")
def show_attestation(request: Request, db: Db, seat: Seat, agreement: str) -> Response:
    """Who signed and waits for the witness."""
    return _attesting(request, db, seat, agreement, Filled())


@router.post("/attestations", name="attest_signatures")
def attest_signatures(
    request: Request,
    db: Db,
    seat: Seat,
    now: Now,
    agreement: str,
    form: Annotated[Filled[AttestForm], filled(AttestForm)],
) -> Response:
    """Attest whom the witness saw signing; when nobody waits any more, the sheet of the signing comes next."""

    def next_page(_: str) -> str:
        row = texts.agreement_row(db, seat.dialogue, agreement)
        if signatures.waiting_signatures(db, seat.dialogue, row):
            return f"/dialogues/{seat.dialogue}/texts/{agreement}/attestations/new"
        return f"/dialogues/{seat.dialogue}/sheets/signing/{agreement}"

    return act(
        form,
        show=lambda form, status: _attesting(request, db, seat, agreement, form, status),
        do=lambda typed: commands.attest_signatures(
            db, seat.dialogue, agreement, typed.seen, by=seat.viewer, at=now, once=typed.once
        ),
        go_to=next_page,
    )
