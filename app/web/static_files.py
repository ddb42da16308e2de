"""Serves what set-up built: every name carries its content's digest, so a phone fetches each file once."""

import mimetypes

from fastapi import APIRouter, Request, Response
from fastapi.responses import FileResponse, PlainTextResponse

from app.web.assets import BUILT, PREFIX, stored_names

router = APIRouter()
KINDS = {"woff2": "font/woff2", "js": "text/javascript", "css": "text/css", "svg": "image/svg+xml"}
FOR_EVER = "public, max-age=31536000, immutable"


@router.get(PREFIX + "{name}", name="static", include_in_schema=False)
def static_file(request: Request, name: str) -> Response:
    """One built file, compressed where the browser takes it; 404 for any name that set-up did not write."""
    if name not in stored_names().values():
        return PlainTextResponse("There is no such file.", status_code=404)
    ending = name.rpartition(".")[2]
    kind = KINDS.get(ending) or mimetypes.guess_type(name)[0] or "application/octet-stream"
    headers = {"Cache-Control": FOR_EVER, "Vary": "Accept-Encoding"}
    compressed = BUILT / f"{name}.gz"
    if "gzip" in request.headers.get("accept-encoding", "") and compressed.exists():
        return FileResponse(compressed, media_type=kind, headers={**headers, "Content-Encoding": "gzip"})
    return FileResponse(BUILT / name, media_type=kind, headers=headers)
