"""The sixty digits that stand for a log up to one of its entries, to print, read aloud and compare (record.md 4)."""

from dataclasses import astuple

from sqlmodel import Session, col, select

from app.record import tree
from app.record.checkpoint import head_text, spoken
from app.recordkeeping.node import node_of, origin_of
from app.recordkeeping.reading import entries_of
from app.recordkeeping.tables import RecordLine


def spoken_head(db: Session, dialogue: str, size: int) -> str:
    """The sixty digits for the first `size` entries of a log, from the peaks kept beside the last of them."""
    query = select(RecordLine.peaks).where(
        RecordLine.dialogue == dialogue, col(RecordLine.number) == size - 1
    )
    root = tree.fold(tree.unpack(db.exec(query).one()))
    return spoken(head_text(origin_of(node_of(db), dialogue), size, root))


def head_of_file(db: Session, dialogue: str, digest: str, about: str) -> str:
    """The sixty digits at the entry about this thing that first named a file; '' where none names it."""
    for entry in entries_of(db, dialogue, [about]):
        if digest in astuple(entry.fact):
            return spoken_head(db, dialogue, entry.number + 1)
    return ""


def size_of_head(db: Session, dialogue: str, digits: str, since: int) -> int | None:
    """How many entries the head covers whose digits begin so, looked for backwards down to an entry; or None.

    Ten digits are enough to find it again; whoever compares, compares all sixty.
    """
    origin = origin_of(node_of(db), dialogue)
    query = select(RecordLine.number, RecordLine.peaks).where(
        RecordLine.dialogue == dialogue, col(RecordLine.number) >= since
    )
    for number, peaks in db.exec(query.order_by(col(RecordLine.number).desc())):
        said = spoken(head_text(origin, number + 1, tree.fold(tree.unpack(peaks))))
        if said.replace(" ", "").startswith(digits):
            return number + 1
    return None
