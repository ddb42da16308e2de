"""Pages of sheet 1 (the case), the ties of those who belong to no side, and sheet 8 (private talks)."""

from typing import Annotated

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.foundation.errors import NotAllowed
from app.foundation.roles import Role
from app.parties.queries import deciders_of, sides_of
from app.record.facts.preparation import (
    DualRoleStated,
    ParcelNamed,
    PrivateTalkHeld,
    ProceedingNoted,
    RequestAnswered,
    TableRequested,
    TieDisclosed,
)
from app.safeguards.commands import preparation as commands
from app.safeguards.commands.preparation import Case, Tie
from app.safeguards.forms.preparation import CaseForm, TalksForm, TiesForm
from app.safeguards.queries.later import entered_later
from app.safeguards.queries.preparation import (
    CONFIRMATION,
    SCREENING,
    is_of_the_office,
    neutral_people,
    preparation_of,
)
from app.safeguards.rules.later import moment_of
from app.sessions.queries.schedule import sessions_of
from app.web.acting import act
from app.web.dependencies import Db, Now, Seat
from app.web.forms import Filled, filled
from app.web.frame import Seated
from app.web.rendering import show

router = APIRouter(prefix="/dialogues/{dialogue}/sheets")
STAFF = (Role.FACILITATOR, Role.MEDIATOR)
MONITORS = (Role.MONITOR, Role.SAFEGUARD_OFFICER)
TALKERS = (*MONITORS, Role.WITNESS)


def _ensure(seat: Seated, *roles: Role) -> None:
    if not seat.viewer.holds(*roles):
        raise NotAllowed


def _case(request: Request, db: Db, seat: Seated, form: Filled[CaseForm], status: int = 200) -> Response:
    _ensure(seat, *STAFF, *MONITORS)
    known = preparation_of(db, seat.dialogue)
    deciders = deciders_of(db, seat.dialogue)
    return show(
        request,
        "safeguards/case.html",
        status=status,
        entered_later=entered_later(
            db, seat.dialogue, (TableRequested, RequestAnswered, ParcelNamed, ProceedingNoted)
        ),
        form=form,
        requests=known.requests(),
        parcels=known.parcels(),
        deciders=deciders,
        holding=[one.id for one in deciders if one.because in ("holder", "spouse", "heir")],
        sides=sides_of(db, seat.dialogue),
        may_write=seat.viewer.holds(*STAFF),
    )


@router.get("/case", name="show_case")
def show_case(request: Request, db: Db, seat: Seat) -> Response:
    """What is asked, which land it is about, what goes on elsewhere."""
    return _case(request, db, seat, Filled())


@router.post("/case", name="save_case")
def save_case(
    request: Request, db: Db, seat: Seat, now: Now, form: Annotated[Filled[CaseForm], filled(CaseForm)]
) -> Response:
    """Save what was filled in; whoever has not told their own ties yet is led to them."""

    def next_page(_: str) -> str:
        told = seat.viewer.person in preparation_of(db, seat.dialogue).ties()
        return f"/dialogues/{seat.dialogue}/sheets/{'case' if told else 'ties'}"

    def do(typed: CaseForm) -> None:
        case = Case(
            asker=typed.asker,
            request=typed.request,
            answer=typed.answer,
            reason=typed.reason,
            parcel=typed.parcel,
            tenure=typed.tenure if typed.parcel or typed.tenure != "unknown" else "",
            area=typed.area or 0,
            holders=typed.holders,
            kind=typed.kind,
            side=typed.side,
            stage=typed.stage,
            limit=typed.limit,
            connected=bool(typed.connected),
        )
        moment = moment_of(typed.on, typed.time, now)
        commands.save_case(db, seat.dialogue, case, moment, by=seat.viewer, at=now, once=typed.once)

    return act(
        form,
        show=lambda form, status: _case(request, db, seat, form, status),
        do=do,
        go_to=next_page,
    )


def _ties(request: Request, db: Db, seat: Seated, form: Filled[TiesForm], status: int = 200) -> Response:
    known, people = preparation_of(db, seat.dialogue), neutral_people(db, seat.dialogue)
    me = next((one for one in people if one.id == seat.viewer.person), None)
    ties = known.ties()
    return show(
        request,
        "safeguards/ties.html",
        status=status,
        entered_later=entered_later(db, seat.dialogue, (TieDisclosed, DualRoleStated)),
        form=form,
        people=[(one, ties[one.id][1] if one.id in ties else None) for one in people],
        me=me,
        office="ours" if me and is_of_the_office(me) else "other",
        stated=known.stated,
        may_state=seat.viewer.holds(*STAFF) and not known.stated,
    )


@router.get("/ties", name="show_ties")
def show_ties(request: Request, db: Db, seat: Seat) -> Response:
    """Who belongs to no side, which ties they told, and one's own word. Everybody at the table may read it."""
    return _ties(request, db, seat, Filled())


@router.post("/ties", name="tell_ties")
def tell_ties(
    request: Request, db: Db, seat: Seat, now: Now, form: Annotated[Filled[TiesForm], filled(TiesForm)]
) -> Response:
    """Say one's own ties."""

    def do(typed: TiesForm) -> None:
        commands.tell_ties(
            db,
            seat.dialogue,
            Tie(typed.tie, typed.office, typed.paid_by, bool(typed.fee), typed.words),
            moment_of(typed.on, typed.time, now),
            stated=bool(typed.stated),
            by=seat.viewer,
            at=now,
            once=typed.once,
        )

    return act(
        form,
        show=lambda form, status: _ties(request, db, seat, form, status),
        do=do,
        go_to=lambda _: f"/dialogues/{seat.dialogue}/sheets/ties",
    )


def _talks(request: Request, db: Db, seat: Seated, form: Filled[TalksForm], status: int = 200) -> Response:
    _ensure(seat, *STAFF, *TALKERS)
    known, deciders = preparation_of(db, seat.dialogue), deciders_of(db, seat.dialogue)
    talks = any(one.status in ("open", "closed") for one in sessions_of(db, seat.dialogue))
    kind = CONFIRMATION if talks else SCREENING
    is_monitor = seat.viewer.holds(*MONITORS)
    # A witness knows of their own talks alone: who is still ticked would tell with whom the monitor talked.
    done = known.talked(kind, by="" if is_monitor else seat.viewer.person)
    return show(
        request,
        "safeguards/talks.html",
        status=status,
        entered_later=entered_later(db, seat.dialogue, (PrivateTalkHeld,))
        if seat.viewer.holds(*TALKERS)
        else (),
        form=form,
        kind=kind,
        counts=[
            (one, len(known.talked(one)) if is_monitor else known.held(one), len(deciders))
            for one in (SCREENING, CONFIRMATION)
        ],
        deciders=deciders,
        waiting=[one.id for one in deciders if one.id not in done],
        may_write=seat.viewer.holds(*TALKERS),
    )


@router.get("/talks", name="show_talks")
def show_talks(request: Request, db: Db, seat: Seat) -> Response:
    """How many private talks are held; for those who hold them, the sheet. Staff read the counts alone."""
    return _talks(request, db, seat, Filled())


@router.post("/talks", name="note_talks")
def note_talks(
    request: Request, db: Db, seat: Seat, now: Now, form: Annotated[Filled[TalksForm], filled(TalksForm)]
) -> Response:
    """Say with whom a private talk was held."""

    def do(typed: TalksForm) -> None:
        commands.note_talks(
            db,
            seat.dialogue,
            typed.kind,
            typed.persons,
            typed.language,
            moment_of(typed.on, typed.time, now),
            alone=bool(typed.alone),
            by=seat.viewer,
            at=now,
            once=typed.once,
        )

    return act(
        form,
        show=lambda form, status: _talks(request, db, seat, form, status),
        do=do,
        go_to=lambda _: f"/dialogues/{seat.dialogue}/sheets/talks",
    )
