"""The foot of a printed copy: case, code, where the code is checked, and the record's end when it was written.

Pages of papers give `copy_foot(...)` to their template, which draws it with `macros/copy_foot.html` on paper only.
"""

from dataclasses import dataclass

from sqlmodel import Session
from starlette.requests import Request

from app.record.code import short_code
from app.recordkeeping.heads import head_of_file, spoken_head


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
    return _foot(request, dialogue, digest, head) if head else None


def foot_at(request: Request, db: Session, dialogue: str, digest: str, size: int) -> CopyFoot:
    """The same for a paper that has no file of its own: it stands on one file and on the first `size` entries."""
    return _foot(request, dialogue, digest, spoken_head(db, dialogue, size))


def _foot(request: Request, dialogue: str, digest: str, head: str) -> CopyFoot:
    return CopyFoot(dialogue, short_code(digest), str(request.url_for("check_certificate")), head)
