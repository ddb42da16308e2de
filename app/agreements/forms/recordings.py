"""What staff send with a recording: the file, and the language spoken in it."""

from typing import Annotated, Literal

from fastapi import Depends, Request
from starlette.datastructures import ImmutableMultiDict, UploadFile

from app.agreements.forms.versions import Digest
from app.web.forms import Filled, Form, read_form


class RecordingForm(Form):
    """The language that is spoken, and the version that the page showed; the sound itself comes beside it."""

    version: Digest
    language: Literal["km", "en"]


async def _sent(request: Request) -> tuple[Filled[RecordingForm], bytes]:
    """The form and the bytes of its one file; no bytes where none was chosen."""
    async with request.form(max_files=1, max_fields=10) as sent:
        file = sent.get("sound")
        sound = await file.read() if isinstance(file, UploadFile) else b""
        written = [(name, value) for name, value in sent.multi_items() if name != "sound"]
        return read_form(RecordingForm, ImmutableMultiDict(written)), sound


Sent = Annotated[tuple[Filled[RecordingForm], bytes], Depends(_sent)]
