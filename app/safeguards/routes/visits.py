"""Pages of visits: the sheet of one side, and a mandate with the witness's own hand."""

import json
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.foundation.errors import NotAllowed
from app.foundation.roles import Role
from app.parties.queries import mandate_row, mandates_of, people_of, sides_of
from app.record.facts.preparation import (
    DualRoleAccepted,
    GroundRulesAgreed,
    MandateGiven,
    TakingPartNoted,
    TieAnswered,
)
from app.recordkeeping.reading import body_of
from app.safeguards.commands import visits as commands
from app.safeguards.commands.visits import MandateSheet, Visit
from app.safeguards.forms.preparation import MandateForm, VisitForm
from app.safeguards.queries.later import entered_later
from app.safeguards.queries.preparation import preparation_of
from app.safeguards.rules.later import moment_of
from app.safeguards.rules.standstill import AFTER_THE_END
from app.web.acting import act
from app.web.dependencies import Db, Now, Seat
from app.web.forms import Filled, filled
from app.web.frame import Seated
from app.web.rendering import show

router = APIRouter(prefix="/dialogues/{dialogue}")
WRITERS = (Role.FACILITATOR, Role.MEDIATOR, Role.WITNESS)
READERS = (*WRITERS, Role.MONITOR, Role.SAFEGUARD_OFFICER)
ON_A_VISIT = (TakingPartNoted, GroundRulesAgreed, TieAnswered, DualRoleAccepted, MandateGiven)
"""What one side says on a visit."""


def _ensure_reads(seat: Seated) -> None:
    if not seat.viewer.holds(*READERS):
        raise NotAllowed


def _page(
    request: Request, db: Db, seat: Seated, side: str, form: Filled[VisitForm], status: int = 200
) -> Response:
    _ensure_reads(seat)
    view, known = commands.side_of(db, seat.dialogue, side), preparation_of(db, seat.dialogue)
    names = {person.id: person.name for person in people_of(db, seat.dialogue)}
    asked = [one for one in view.deciders if not one.taking_part and one.id not in known.stopped]
    untold = [one for one in view.people if one.id not in known.given_rights]
    return show(
        request,
        "safeguards/visit.html",
        status=status,
        entered_later=entered_later(db, seat.dialogue, ON_A_VISIT, side=side),
        form=form,
        view=view,
        others=[one for one in sides_of(db, seat.dialogue) if one.id != side],
        asked=asked,
        untold=untold,
        has_standstill=known.standstill(side),
        after_the_end=AFTER_THE_END,
        ties=[
            (one, names.get(one, "…"), known.ties()[one][1].tie)
            for one in known.unanswered_ties(side)
            if one != seat.viewer.person
        ],
        asks_dual_role=known.stated and known.connected and not known.accepted_dual_role(side),
        speakers=list(view.people),
        mandates=[
            (row, names.get(row.person, "…")) for row in mandates_of(db, seat.dialogue) if row.side == side
        ],
        may_write=seat.viewer.holds(*WRITERS),
    )


@router.get("/sheets/visits/{side}", name="show_visit")
def show_visit(request: Request, db: Db, seat: Seat, side: str) -> Response:
    """What one side has said so far, and the sheet of a visit."""
    return _page(request, db, seat, side, Filled())


@router.post("/sheets/visits/{side}", name="save_visit")
def save_visit(
    request: Request,
    db: Db,
    seat: Seat,
    now: Now,
    side: str,
    form: Annotated[Filled[VisitForm], filled(VisitForm)],
) -> Response:
    """Save one visit."""

    def do(typed: VisitForm) -> str:
        visit = Visit(
            taking_part=typed.taking_part,
            notice=typed.notice,
            language=typed.language,
            ground_rules=bool(typed.ground_rules),
            standstill_days=typed.standstill_days,
            asked=typed.asked,
            ties=typed.ties,
            dual_role=bool(typed.dual_role),
            heard=bool(typed.heard),
            mandate=MandateSheet(
                typed.speakers, typed.scope, typed.principals, typed.mandate_text, typed.until
            ),
        )
        moment = moment_of(typed.on, typed.time, now)
        return commands.save_visit(
            db, seat.dialogue, side, visit, moment, by=seat.viewer, at=now, once=typed.once
        )

    return act(
        form,
        show=lambda form, status: _page(request, db, seat, side, form, status),
        do=do,
        go_to=lambda given: (
            f"/dialogues/{seat.dialogue}/sheets/visits/{side}" + (f"#mandate-{given}" if given else "")
        ),
    )


def _mandate_page(
    request: Request,
    db: Db,
    seat: Seated,
    now: datetime,
    mandate: str,
    form: Filled[MandateForm],
    status: int = 200,
) -> Response:
    row = mandate_row(db, seat.dialogue, mandate)
    if row.person != seat.viewer.person:
        _ensure_reads(seat)
    return show(
        request,
        "safeguards/mandate.html",
        status=status,
        form=form,
        row=row,
        person=next((one.name for one in people_of(db, seat.dialogue) if one.id == row.person), "…"),
        words=json.loads(body_of(db, seat.dialogue, row.text)),
        scope=row.scope.split(),
        may_witness=seat.viewer.holds(Role.WITNESS) and not row.witnessed and not row.ended,
        may_end=seat.viewer.holds(*WRITERS) and not row.ended,
    )


@router.get("/mandates/{mandate}", name="show_mandate")
def show_mandate(request: Request, db: Db, seat: Seat, now: Now, mandate: str) -> Response:
    """A mandate with its words, its scope and those who gave it."""
    return _mandate_page(request, db, seat, now, mandate, Filled())


@router.post("/mandates/{mandate}/marks", name="witness_mandate")
def witness_mandate(
    request: Request,
    db: Db,
    seat: Seat,
    now: Now,
    mandate: str,
    form: Annotated[Filled[MandateForm], filled(MandateForm)],
) -> Response:
    """The witness says that they saw the marks."""
    return act(
        form,
        show=lambda form, status: _mandate_page(request, db, seat, now, mandate, form, status),
        do=lambda typed: commands.witness_mandate(
            db, seat.dialogue, mandate, by=seat.viewer, at=now, once=typed.once
        ),
        go_to=lambda _: f"/dialogues/{seat.dialogue}/mandates/{mandate}",
    )


@router.post("/mandates/{mandate}/endings", name="end_mandate")
def end_mandate(
    request: Request,
    db: Db,
    seat: Seat,
    now: Now,
    mandate: str,
    form: Annotated[Filled[MandateForm], filled(MandateForm)],
) -> Response:
    """The mandate ended."""
    return act(
        form,
        show=lambda form, status: _mandate_page(request, db, seat, now, mandate, form, status),
        do=lambda typed: commands.end_mandate(
            db, seat.dialogue, mandate, by=seat.viewer, at=now, once=typed.once
        ),
        go_to=lambda _: f"/dialogues/{seat.dialogue}/mandates/{mandate}",
    )
