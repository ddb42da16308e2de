"""Pages of offers: the list, one offer, a side's own drafts; tabling and withdrawing."""

from typing import Annotated

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.agreements.commands import offers as commands
from app.agreements.forms.offers import ROWS_FORM, DraftForm, typed_rows
from app.agreements.forms.versions import going_on
from app.agreements.queries import offers as queries
from app.agreements.queries.texts import agreements_of
from app.agreements.routes.offer_page import offer_page
from app.agreements.rules.offers import ROWS
from app.dialogues.forms import PlainForm
from app.dialogues.queries import standing_of
from app.foundation.errors import NotAllowed
from app.web.acting import act
from app.web.dependencies import Db, Now, Seat
from app.web.forms import Filled, Form, filled
from app.web.frame import Seated
from app.web.rendering import show

router = APIRouter(prefix="/dialogues/{dialogue}/offers")
PlainBody = Annotated[Filled[PlainForm], filled(PlainForm)]
RowsBody = Annotated[Filled[DraftForm], filled(ROWS_FORM)]


@router.get("", name="list_offers")
def list_offers(request: Request, db: Db, seat: Seat) -> Response:
    """Offers on the table, the viewer's own drafts, and texts."""
    return show(
        request,
        "agreements/offers.html",
        offers=queries.offers_of(db, seat.dialogue, seat.viewer),
        drafts=queries.drafts_of(db, seat.dialogue, seat.viewer),
        texts=agreements_of(db, seat.dialogue),
        may_write=seat.viewer.is_party and not standing_of(db, seat.dialogue).ended,
    )


def _draft(
    request: Request,
    db: Db,
    seat: Seated,
    form: Filled[DraftForm],
    *,
    draft: queries.DraftView | None = None,
    counters: str = "",
    tabling: Filled[PlainForm] | None = None,
    status: int = 200,
) -> Response:
    """The page with the rows, and below what stands: the button that tables it."""
    return show(
        request,
        "agreements/draft.html",
        status=status,
        form=going_on(form, status, draft=draft.id if draft else "", version=draft.version if draft else ""),
        draft=draft,
        counters=queries.offer_view(db, seat.dialogue, counters, seat.viewer) if counters else None,
        tabling=tabling or Filled(),
        rows=ROWS,
    )


@router.get("/new", name="show_new_offer")
def show_new_offer(request: Request, db: Db, seat: Seat, counters: str = "") -> Response:
    """An empty offer, or the rows of the offer it counters: only what changes is to be filled."""
    if not seat.viewer.is_party:
        raise NotAllowed
    form = Filled[DraftForm]()
    if counters:
        form = form.starting(**typed_rows(queries.offer_view(db, seat.dialogue, counters, seat.viewer).rows))
    return _draft(request, db, seat, form, counters=counters)


@router.post("/drafts", name="save_draft")
def save_draft(request: Request, db: Db, seat: Seat, now: Now, form: RowsBody) -> Response:
    """Keep the draft for one's own side."""
    kept, counters = str(form.typed.get("draft", "")), str(form.typed.get("counters", ""))

    def show_again(form: Filled[DraftForm], status: int) -> Response:
        draft = queries.own_draft(db, seat.dialogue, kept, seat.viewer)
        return _draft(request, db, seat, form, draft=draft, counters=counters, status=status)

    return act(
        form,
        show=show_again,
        do=lambda typed: commands.save_draft(
            db,
            seat.dialogue,
            typed.draft,
            typed.version,
            typed.counters,
            typed.rows(),
            by=seat.viewer,
            at=now,
            once=typed.once,
        ),
        go_to=lambda draft: f"/dialogues/{seat.dialogue}/offers/drafts/{draft}",
    )


def _kept_draft(
    request: Request,
    db: Db,
    seat: Seated,
    draft: str,
    tabling: Filled[PlainForm] | None = None,
    status: int = 200,
) -> Response:
    view = queries.draft_view(db, seat.dialogue, draft, seat.viewer)
    form = Filled[DraftForm]().starting(**typed_rows(view.rows))
    return _draft(request, db, seat, form, draft=view, counters=view.counters, tabling=tabling, status=status)


@router.get("/drafts/{draft}", name="show_draft")
def show_draft(request: Request, db: Db, seat: Seat, draft: str) -> Response:
    """A draft of one's own side."""
    return _kept_draft(request, db, seat, draft)


@router.post("/drafts/{draft}/tablings", name="table_offer")
def table_offer(request: Request, db: Db, seat: Seat, now: Now, draft: str, form: PlainBody) -> Response:
    """Put a draft on the table."""
    return act(
        form,
        show=lambda form, status: _kept_draft(request, db, seat, draft, form, status),
        do=lambda typed: commands.table_offer(
            db, seat.dialogue, draft, by=seat.viewer, at=now, once=typed.once
        ),
        go_to=lambda offer: f"/dialogues/{seat.dialogue}/offers/{offer}",
    )


@router.get("/{offer}", name="show_offer")
def show_offer(request: Request, db: Db, seat: Seat, offer: str) -> Response:
    """One offer: what it says, what changed, what follows a no, the four answers."""
    return offer_page(request, db, seat, offer, Filled[Form]())


@router.post("/{offer}/withdrawals", name="withdraw_offer")
def withdraw_offer(request: Request, db: Db, seat: Seat, now: Now, offer: str, form: PlainBody) -> Response:
    """The side that made the offer takes it back."""
    return act(
        form,
        show=lambda form, status: offer_page(request, db, seat, offer, form, status),
        do=lambda typed: commands.withdraw_offer(
            db, seat.dialogue, offer, by=seat.viewer, at=now, once=typed.once
        ),
        go_to=lambda _: f"/dialogues/{seat.dialogue}/offers/{offer}",
    )
