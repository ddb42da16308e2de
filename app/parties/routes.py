"""The page People: sides, seats, deciders, consent to take part."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.access.reading import STAFF as STAFF_READ
from app.access.reading import may_read
from app.foundation.clock import local
from app.foundation.pasted import key_of
from app.foundation.roles import Role
from app.parties import commands, queries
from app.parties.forms.lists import ListUnclear, both_names, read_list
from app.parties.forms.people import CloseForm, ListForm, PlainForm, SeatForm, SideForm
from app.people.queries import persons
from app.people.tables import Person
from app.web.acting import act
from app.web.dependencies import Db, Now, Seat
from app.web.forms import Filled, filled
from app.web.frame import Seated
from app.web.i18n import gettext as _
from app.web.rendering import show
from app.web.seat_words import SEATS, seat_word

router = APIRouter(prefix="/dialogues/{dialogue}")
STAFF = (Role.FACILITATOR, Role.MEDIATOR)


def people_page(
    request: Request,
    db: Db,
    seat: Seated,
    *,
    name: Filled[SideForm] | None = None,
    sit: Filled[SeatForm] | None = None,
    close: Filled[CloseForm] | None = None,
    listed: Filled[ListForm] | None = None,
    closing: str = "",
    status: int = 200,
) -> Response:
    """The page with its four forms; the one that was sent comes back as it was typed."""
    seated = queries.people_of(db, seat.dialogue)
    may_visit = seat.viewer.holds(*STAFF, Role.WITNESS)
    return show(
        request,
        "parties/people.html",
        status=status,
        sides=queries.sides_of(db, seat.dialogue),
        others=[person for person in seated if not person.side],
        persons=[(person.id, f"{person.khmer} · {person.latin}") for person in persons(db)],
        seats=[(role.value, seat_word(role)) for role in SEATS if role is not Role.NODE],
        may_change=seat.viewer.holds(*STAFF),
        may_visit=may_visit,
        # Who takes part, and who no longer does, is for those who ask for it, and for oneself.
        shows_all=may_visit or may_read(seat.viewer, STAFF_READ),
        declined=queries.declined_of(db, seat.dialogue),
        me=next((person for person in seated if person.id == seat.viewer.person), None),
        name=name or Filled(),
        sit=sit or Filled(),
        close=close or Filled(),
        listed=listed or Filled(),
        closing=closing,
    )


@router.get("/people", name="show_people")
def show_people(request: Request, db: Db, seat: Seat) -> Response:
    """Who is at this table."""
    return people_page(request, db, seat)


@router.post("/sides", name="name_side")
def name_side(
    request: Request, db: Db, seat: Seat, now: Now, form: Annotated[Filled[SideForm], filled(SideForm)]
) -> Response:
    """Name a side."""
    return act(
        form,
        show=lambda form, status: people_page(request, db, seat, name=form, status=status),
        do=lambda typed: commands.name_side(
            db, seat.dialogue, typed.khmer, typed.latin, typed.kind, by=seat.viewer, at=now, once=typed.once
        ),
        go_to=lambda side: f"/dialogues/{seat.dialogue}/people#side-{side}",
    )


@router.post("/seats", name="seat_person")
def seat_person(
    request: Request, db: Db, seat: Seat, now: Now, form: Annotated[Filled[SeatForm], filled(SeatForm)]
) -> Response:
    """Give a person a seat."""
    return act(
        form,
        show=lambda form, status: people_page(request, db, seat, sit=form, status=status),
        do=lambda typed: commands.seat_person(
            db,
            seat.dialogue,
            typed.person,
            typed.role,
            typed.side,
            typed.because,
            typed.adult,
            by=seat.viewer,
            at=now,
            once=typed.once,
        ),
        go_to=lambda person: f"/dialogues/{seat.dialogue}/people#person-{person}",
    )


def _places(db: Db, pasted: str, now: datetime) -> list[commands.Place]:
    """The lines of a list with the people they name. Raises ListUnclear."""
    known: dict[str, list[Person]] = {}
    for person in persons(db):
        for key in {key_of(person.khmer), key_of(person.latin)}:
            known.setdefault(key, []).append(person)
    places, strangers = [], []
    for one in read_list(pasted, local(now).year, known=True):
        found = known.get(key_of(one.latin)) or known.get(key_of(one.khmer), [])
        if len(found) != 1:
            strangers.append(one.latin)
            continue
        adult = one.adult or ("unknown" if one.because else "")
        places.append(commands.Place(found[0], one.role, both_names(one.side), one.because, adult, one.alone))
    if strangers:
        said = _(
            "Not known here, or known twice: %(names)s. Write each name as it stands in the office's register."
        )
        raise ListUnclear(told=said % {"names": ", ".join(strangers)})
    return places


@router.post("/people-lists", name="seat_list")
def seat_list(
    request: Request, db: Db, seat: Seat, now: Now, form: Annotated[Filled[ListForm], filled(ListForm)]
) -> Response:
    """Seat everybody on a pasted list."""
    return act(
        form,
        show=lambda form, status: people_page(request, db, seat, listed=form, status=status),
        do=lambda typed: commands.seat_list(
            db,
            seat.dialogue,
            _places(db, typed.people, now),
            typed.kind,
            typed.count,
            by=seat.viewer,
            at=now,
            once=typed.once,
        ),
        go_to=lambda closed: f"/dialogues/{seat.dialogue}/{'thresholds' if closed else 'people'}",
    )


@router.post("/sides/{side}/closings", name="close_deciders")
def close_deciders(
    request: Request,
    db: Db,
    seat: Seat,
    now: Now,
    side: str,
    form: Annotated[Filled[CloseForm], filled(CloseForm)],
) -> Response:
    """Close a side's list of deciders."""
    return act(
        form,
        show=lambda form, status: people_page(request, db, seat, close=form, closing=side, status=status),
        do=lambda typed: commands.close_deciders(
            db, seat.dialogue, side, typed.count, typed.alone, by=seat.viewer, at=now, once=typed.once
        ),
        go_to=lambda _: f"/dialogues/{seat.dialogue}/people#side-{side}",
    )


def _taking_part(
    request: Request, db: Db, seat: Seated, form: Filled[PlainForm], status: int = 200
) -> Response:
    me = next(
        (person for person in queries.people_of(db, seat.dialogue) if person.id == seat.viewer.person), None
    )
    return show(request, "parties/taking_part.html", status=status, me=me, form=form, ending=Filled())


@router.get("/taking-part", name="show_taking_part")
def show_taking_part(request: Request, db: Db, seat: Seat) -> Response:
    """What taking part means, and the two buttons."""
    return _taking_part(request, db, seat, Filled())


@router.post("/taking-part", name="agree_to_take_part")
def agree_to_take_part(
    request: Request, db: Db, seat: Seat, now: Now, form: Annotated[Filled[PlainForm], filled(PlainForm)]
) -> Response:
    """Agree to talk."""
    return act(
        form,
        show=lambda form, status: _taking_part(request, db, seat, form, status),
        do=lambda typed: commands.agree_to_take_part(
            db, seat.dialogue, by=seat.viewer, at=now, once=typed.once
        ),
        go_to=lambda _: f"/dialogues/{seat.dialogue}/taking-part",
    )


@router.post("/taking-part/ends", name="end_taking_part")
def end_taking_part(
    request: Request, db: Db, seat: Seat, now: Now, form: Annotated[Filled[PlainForm], filled(PlainForm)]
) -> Response:
    """Stop taking part, without a reason."""
    return act(
        form,
        show=lambda form, status: _taking_part(request, db, seat, form, status),
        do=lambda typed: commands.end_taking_part(db, seat.dialogue, by=seat.viewer, at=now, once=typed.once),
        go_to=lambda _: f"/dialogues/{seat.dialogue}/taking-part",
    )
