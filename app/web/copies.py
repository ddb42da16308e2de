"""The foot of a printed copy: case, code, where the code is checked, and the record's end when it was written.

Pages of papers give `copy_foot(...)` to their template, which draws it with `macros/copy_foot.html` on paper only.
"""

from dataclasses import dataclass

from sqlmodel import Session
from starlette.requests import Request

from app.record.code import short_code
from app.recordkeeping.heads import head_of_file


@dataclass(frozen=True, slots=True)
class CopyFoot:
    """What stands at the foot of a copy. `head` are the sixty digits of the record at the entry that named the file:
    they stay the same, whatever is said later."""

    case: str
    code: str
    address: str
    head: str


def copy_foot(request: Request, db: Session, dialogue: str, digest: str, about: str) -> CopyFoot | None:
    """The foot of a copy of one file of the record; `about` is what its entry concerns. None for no file."""
    head = head_of_file(db, dialogue, digest, about) if digest else ""
    if not head:
        return None
    return CopyFoot(dialogue, short_code(digest), str(request.url_for("check_certificate")), head)
