"""Handing a full bundle to the monitor."""

from collections.abc import Iterable, Iterator
from os import SEEK_END
from tempfile import SpooledTemporaryFile
from typing import IO, Annotated

from fastapi import APIRouter, Request
from starlette.responses import Response, StreamingResponse

from app.audit.bundles import bundle_parts
from app.audit.forms import PlainForm
from app.audit.queries import reviews
from app.audit.routes.reviews import Auditor
from app.foundation.errors import Refusal
from app.web.dependencies import Db, Now
from app.web.forms import Filled, filled
from app.web.problems import status_of
from app.web.rendering import show

router = APIRouter()

IN_MEMORY = 8 * 1024 * 1024
"""Bytes of a bundle up to which it is not written to the disk on its way out."""
PIECE = 64 * 1024


@router.post("/dialogues/{dialogue}/bundles", name="make_bundle")
def make_bundle(
    request: Request, db: Db, seat: Auditor, now: Now, form: Annotated[Filled[PlainForm], filled(PlainForm)]
) -> Response:
    """Note the head in the register and give the file. A form, because it writes that one line."""
    try:
        archive = _written(bundle_parts(db, seat.dialogue, at=now))
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
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Content-Length": str(archive.seek(0, SEEK_END)),
    }
    return StreamingResponse(_read(archive), media_type="application/zip", headers=headers)


def _written(parts: Iterable[bytes]) -> IO[bytes]:
    """The whole archive, beside the memory where it is large: nothing is sent of one that could not be made."""
    file = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 (closed when the last piece is sent)
    file.writelines(parts)
    return file


def _read(file: IO[bytes]) -> Iterator[bytes]:
    file.seek(0)
    with file:
        while piece := file.read(PIECE):
            yield piece
