"""Pages of a peace table as a whole: list, opening, overview, numbers."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from app.access.pens import PENS
from app.access.reading import SEES
from app.dialogues import commands, queries
from app.dialogues.forms import OpenForm, ThresholdsForm
from app.foundation.roles import Role
from app.people.queries import person_of
from app.requests.queries import count_waiting, request_row
from app.voluntariness.thresholds import TRACKS, Thresholds
from app.web.acting import act
from app.web.dependencies import CurrentPerson, Db, Now, Seat
from app.web.forms import Filled, filled
from app.web.frame import Seated, SignedIn
from app.web.rendering import show

router = APIRouter()


@router.get("/dialogues", name="list_dialogues")
def list_dialogues(request: Request, db: Db, person: CurrentPerson, now: Now) -> Response:
    """The peace tables at which this person has a seat."""
    known = person_of(db, person.person)
    is_office = bool(known and known.staff)
    return show(
        request,
        "dialogues/list.html",
        dialogues=queries.dialogues_of(db, person.person, now),
        may_open=is_office,
        requests=count_waiting(db) if is_office else 0,
    )


def _opening(
    request: Request, db: Db, person: SignedIn, form: Filled[OpenForm], asked: str = "", status: int = 200
) -> Response:
    known = person_of(db, person.person)
    row = request_row(db, asked) if asked and known and known.staff else None
    return show(request, "dialogues/new.html", status=status, form=form, asked=row)


@router.get("/dialogues/new", name="show_opening")
def show_opening(
    http: Request, db: Db, person: CurrentPerson, request: Annotated[str, Query(max_length=40)] = ""
) -> Response:
    """The form that opens a peace table, from a request or without one."""
    return _opening(http, db, person, Filled(), request)


@router.post("/dialogues", name="open_dialogue")
def open_dialogue(
    request: Request,
    db: Db,
    person: CurrentPerson,
    now: Now,
    form: Annotated[Filled[OpenForm], filled(OpenForm)],
) -> Response:
    """Open a peace table."""

    def do(typed: OpenForm) -> str:
        matter = commands.Matter(
            typed.khmer, typed.latin, typed.summary_khmer, typed.summary_latin, typed.resource, typed.province
        )
        known = person_of(db, person.person)
        assert known is not None
        return commands.open_dialogue(
            db,
            matter,
            by=known,
            at=now,
            once=typed.once,
            request=typed.request,
            answer=typed.answer,
        )

    return act(
        form,
        show=lambda form, status: _opening(
            request, db, person, form, str(form.typed.get("request", "")), status
        ),
        do=do,
        go_to=lambda dialogue: f"/dialogues/{dialogue}/people",
    )


def _thresholds(
    request: Request, db: Db, seat: Seated, form: Filled[ThresholdsForm], status: int = 200
) -> Response:
    return show(
        request,
        "dialogues/thresholds.html",
        status=status,
        form=form,
        in_force=queries.thresholds_of(db, seat.dialogue),
        tracks=TRACKS,
        may_change=seat.viewer.holds(Role.FACILITATOR, Role.MEDIATOR),
    )


@router.get("/dialogues/{dialogue}/thresholds", name="show_thresholds")
def show_thresholds(request: Request, db: Db, seat: Seat) -> Response:
    """The numbers of this table, and the form that fixes them."""
    frozen = queries.thresholds_of(db, seat.dialogue)
    form = Filled[ThresholdsForm]()
    if frozen is None:
        form = form.starting(
            track="S", **{name: getattr(TRACKS["S"], name) for name in TRACKS["S"].__slots__}
        )
    return _thresholds(request, db, seat, form)


@router.post("/dialogues/{dialogue}/thresholds", name="freeze_thresholds")
def freeze_thresholds(
    request: Request,
    db: Db,
    seat: Seat,
    now: Now,
    form: Annotated[Filled[ThresholdsForm], filled(ThresholdsForm)],
) -> Response:
    """Fix the numbers of this table."""

    def do(typed: ThresholdsForm) -> None:
        wanted = Thresholds(
            typed.invite_min_days,
            typed.agenda_min_days,
            typed.reflection_min_days,
            typed.cooling_off_days,
            typed.session_max_hours,
        )
        commands.freeze_thresholds(
            db,
            seat.dialogue,
            typed.track,
            wanted,
            typed.closures,
            typed.reason,
            by=seat.viewer,
            at=now,
            once=typed.once,
        )

    return act(
        form,
        show=lambda form, status: _thresholds(request, db, seat, form, status),
        do=do,
        go_to=lambda _: f"/dialogues/{seat.dialogue}/thresholds",
    )


@router.get("/dialogues/{dialogue}/audiences", name="show_audiences")
def show_audiences(request: Request, seat: Seat) -> Response:
    """Who can see what and (not for parties, whose words are no codes) who may write what: the tables of the code."""
    return show(request, "dialogues/audiences.html", sees=SEES, pens={} if seat.viewer.is_party else PENS)
