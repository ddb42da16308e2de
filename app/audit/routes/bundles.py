"""Handing a full bundle to the monitor."""

from typing import Annotated

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.audit.bundles import full_bundle
from app.audit.forms import PlainForm
from app.audit.queries import reviews
from app.audit.routes.reviews import Auditor
from app.foundation.errors import Refusal
from app.web.dependencies import Db, Now
from app.web.forms import Filled, filled
from app.web.problems import status_of
from app.web.rendering import show

router = APIRouter()


@router.post("/dialogues/{dialogue}/bundles", name="make_bundle")
def make_bundle(
    request: Request, db: Db, seat: Auditor, now: Now, form: Annotated[Filled[PlainForm], filled(PlainForm)]
) -> Response:
    """Note the head in the register and give the file. A form, because it writes that one line."""
    try:
        archive = full_bundle(db, seat.dialogue, at=now)
    except Refusal as refusal:
        found = reviews.reviews_of_table(db, seat.dialogue, now)
        return show(
            request,
            "audit/reviews.html",
            status=status_of(refusal),
            reviews=found,
            now=now,
            bundle=form.refused(refusal),
        )
    name = f"peace-table-{seat.dialogue}.zip"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(archive, media_type="application/zip", headers=headers)
