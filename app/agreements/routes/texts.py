"""Pages of fixed texts: fixing one, reading one, fixing another in its place, handing copies over."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.agreements.commands import texts as commands
from app.agreements.commands.texts import Wording
from app.agreements.forms.texts import ChangeForm, FixForm, HandOverForm, WordingForm
from app.agreements.forms.versions import going_on
from app.agreements.queries import signatures, texts
from app.agreements.queries.looks import text_look
from app.agreements.queries.recordings import recordings_of
from app.agreements.rules.texts import Clause, NotAcceptedYet
from app.dialogues.queries import standing_of
from app.foundation.clock import at_local, local
from app.foundation.errors import NotAllowed
from app.foundation.roles import Role
from app.parties.queries import deciders_of, sides_of
from app.web.acting import act
from app.web.dependencies import Db, Now, Seat
from app.web.forms import Filled, filled
from app.web.frame import Seated
from app.web.rendering import show

router = APIRouter(prefix="/dialogues/{dialogue}/texts")
STAFF = (Role.FACILITATOR, Role.MEDIATOR)
EMPTY_ROWS = 2
"""How many clauses can be added before asking for more."""


def _ensure_staff(seat: Seated) -> None:
    if not seat.viewer.holds(*STAFF):
        raise NotAllowed


def _wording_page(
    request: Request,
    form: Filled[ChangeForm] | Filled[FixForm],
    clauses: Sequence[Clause],
    *,
    status: int,
    action: str,
    **view: Any,
) -> Response:
    """The form of a text: what was typed, or these clauses, and empty rows below."""
    khmer, english = form.typed.get("km"), form.typed.get("en")
    if khmer is not None or english is not None:
        longest = max(len(khmer or ()), len(english or ()))
        pairs = [((khmer or [])[n : n + 1], (english or [])[n : n + 1]) for n in range(longest)]
        typed = [(one[0] if one else "", two[0] if two else "") for one, two in pairs]
        clauses = [pair for pair in typed if any(pair)]
    empty = EMPTY_ROWS + (3 if form.typed.get("more") else 0)
    return show(
        request,
        "agreements/text_new.html",
        status=status,
        form=form,
        clauses=clauses,
        empty=empty,
        action=action,
        **view,
    )


def _wording(typed: WordingForm) -> Wording:
    """The pairs of wordings by row; a missing half is ''."""
    longest = max(len(typed.km), len(typed.en))
    khmer = typed.km + [""] * (longest - len(typed.km))
    english = typed.en + [""] * (longest - len(typed.en))
    clauses = list(zip(khmer, english, strict=True))
    return Wording(typed.title_km, typed.title_en, clauses, typed.contains)


def _fixing(
    request: Request, db: Db, seat: Seated, offer: str, form: Filled[FixForm], status: int = 200
) -> Response:
    _ensure_staff(seat)
    waiting = texts.offers_to_fix(db, seat.dialogue)
    if offer:
        row = texts.offer_row(db, seat.dialogue, offer)
    elif waiting:
        row = waiting[0]
    else:
        raise NotAcceptedYet
    return _wording_page(
        request,
        form.starting(title_km=seat.khmer, title_en=seat.latin),
        texts.wording_of_offer(db, seat.dialogue, row),
        status=status,
        action=f"/dialogues/{seat.dialogue}/texts",
        offer=row,
        text=None,
        contains=[],
        open_rows=texts.open_rows(db, seat.dialogue, row),
    )


@router.get("/new", name="show_fixing")
def show_fixing(request: Request, db: Db, seat: Seat, offer: str = "") -> Response:
    """The form that fixes a text, filled from an accepted offer (the newest one where none is named)."""
    return _fixing(request, db, seat, offer, Filled())


@router.post("", name="fix_text")
def fix_text(
    request: Request, db: Db, seat: Seat, now: Now, form: Annotated[Filled[FixForm], filled(FixForm)]
) -> Response:
    """Fix a text."""
    offer = str(form.typed.get("offer", ""))
    if form.typed.get("more"):
        return _fixing(request, db, seat, offer, form)
    return act(
        form,
        show=lambda form, status: _fixing(request, db, seat, offer, form, status),
        do=lambda typed: commands.fix_text(
            db, seat.dialogue, typed.offer, _wording(typed), by=seat.viewer, at=now, once=typed.once
        ),
        go_to=lambda agreement: f"/dialogues/{seat.dialogue}/sheets/promises/{agreement}",
    )


@router.get("/{agreement}", name="show_text")
def show_text(request: Request, db: Db, seat: Seat, now: Now, agreement: str) -> Response:
    """A fixed text, whole, with what this person can do about it."""
    view = texts.agreement_view(db, seat.dialogue, agreement)
    row = texts.agreement_row(db, seat.dialogue, agreement)
    person = seat.viewer.person
    may_answer = signatures.decides(db, seat.dialogue, person)
    is_open = not view.released_at
    return show(
        request,
        "agreements/text.html",
        with_path=True,
        view=view,
        recordings=recordings_of(db, seat.dialogue, agreement, view.text),
        look=text_look(db, seat.dialogue, agreement, view.text),
        may_look=seat.viewer.holds(Role.MONITOR, Role.SAFEGUARD_OFFICER) and is_open,
        sides=[side for side in sides_of(db, seat.dialogue) if side.deciders],
        way=signatures.own_way(db, seat.dialogue, row, person, now),
        may_answer=may_answer,
        stopped=standing_of(db, seat.dialogue).stopped,
        may_change=is_open and seat.viewer.holds(*STAFF),
        may_witness=seat.viewer.holds(Role.WITNESS),
        unlisted=signatures.session_without_sign_item(db, seat.dialogue, now) if is_open else None,
    )


def _changing(
    request: Request, db: Db, seat: Seated, agreement: str, form: Filled[ChangeForm], status: int = 200
) -> Response:
    _ensure_staff(seat)
    view = texts.agreement_view(db, seat.dialogue, agreement)
    return _wording_page(
        request,
        going_on(form, status, replaces=view.text).starting(title_km=view.title_km, title_en=view.title_en),
        view.clauses,
        status=status,
        action=f"/dialogues/{seat.dialogue}/texts/{agreement}/versions",
        offer=None,
        text=view,
        contains=sorted(
            signatures.contents_of(db, seat.dialogue, texts.agreement_row(db, seat.dialogue, agreement))
        ),
        open_rows=[],
    )


@router.get("/{agreement}/change", name="show_change")
def show_change(request: Request, db: Db, seat: Seat, agreement: str) -> Response:
    """The form that fixes another text in place of this one."""
    return _changing(request, db, seat, agreement, Filled())


@router.post("/{agreement}/versions", name="change_text")
def change_text(
    request: Request,
    db: Db,
    seat: Seat,
    now: Now,
    agreement: str,
    form: Annotated[Filled[ChangeForm], filled(ChangeForm)],
) -> Response:
    """Fix another text in place of the one in force."""
    if form.typed.get("more"):
        return _changing(request, db, seat, agreement, form)
    return act(
        form,
        show=lambda form, status: _changing(request, db, seat, agreement, form, status),
        do=lambda typed: commands.change_text(
            db,
            seat.dialogue,
            agreement,
            typed.replaces,
            _wording(typed),
            by=seat.viewer,
            at=now,
            once=typed.once,
        ),
        go_to=lambda agreement: f"/dialogues/{seat.dialogue}/sheets/promises/{agreement}",
    )


def _handing_over(
    request: Request,
    db: Db,
    seat: Seated,
    now: datetime,
    agreement: str,
    form: Filled[HandOverForm],
    status: int = 200,
) -> Response:
    if not seat.viewer.holds(Role.WITNESS):
        raise NotAllowed
    view = texts.agreement_view(db, seat.dialogue, agreement)
    row = texts.agreement_row(db, seat.dialogue, agreement)
    sides = {side.id: side.name for side in sides_of(db, seat.dialogue)}
    waiting = signatures.without_copy(db, seat.dialogue, row)
    return show(
        request,
        "agreements/hand_over.html",
        status=status,
        form=form,
        view=view,
        people=[(one.id, one.name, sides.get(one.side, "")) for one in deciders_of(db, seat.dialogue)],
        waiting=[one.id for one in waiting],
        today=local(now).date(),
        hour=f"{local(now):%H:%M}",
    )


@router.get("/{agreement}/hand-overs/new", name="show_hand_over")
def show_hand_over(request: Request, db: Db, seat: Seat, now: Now, agreement: str) -> Response:
    """The sheet on which the witness notes who holds a copy."""
    return _handing_over(request, db, seat, now, agreement, Filled())


@router.post("/{agreement}/hand-overs", name="hand_over_text")
def hand_over_text(
    request: Request,
    db: Db,
    seat: Seat,
    now: Now,
    agreement: str,
    form: Annotated[Filled[HandOverForm], filled(HandOverForm)],
) -> Response:
    """Note who holds a copy."""

    def do(typed: HandOverForm) -> None:
        commands.hand_over_text(
            db,
            seat.dialogue,
            agreement,
            typed.persons,
            typed.language,
            at_local(typed.on, typed.hour),
            by=seat.viewer,
            at=now,
            once=typed.once,
        )

    return act(
        form,
        show=lambda form, status: _handing_over(request, db, seat, now, agreement, form, status),
        do=do,
        go_to=lambda _: f"/dialogues/{seat.dialogue}/texts/{agreement}",
    )
