"""Tables of meetings. Rooms and drafts belong to the office; everything else is guarded by the record."""

from sqlmodel import Field, SQLModel

from app.recordkeeping.tables import Recorded


class Room(SQLModel, table=True):
    """A place where sessions are held, from the office's list."""

    __tablename__ = "rooms"

    id: str = Field(primary_key=True)
    khmer: str
    latin: str
    position: int


class Meeting(Recorded, table=True):
    """One session. `status`: planned, open, closed, cancelled. `sequence` counts changes for calendar files;
    instants are text as in the record. `agenda` is the digest of the newest version, `agenda_number` its number,
    `approved` the digest a chair approved, `in_review` the digest before the chair, or ''."""

    __tablename__ = "sessions"

    dialogue: str = Field(primary_key=True)
    session: str = Field(primary_key=True)
    number: int
    starts: str = Field(index=True)
    ends: str
    room: str
    status: str
    sequence: int
    agenda: str
    agenda_number: int
    in_review: str
    approved: str


class Position(Recorded, table=True):
    """The newest version of what a side wants on one item, in its own words. audience: side:<id> or table."""

    __tablename__ = "positions"

    dialogue: str = Field(primary_key=True)
    position: str = Field(primary_key=True)
    side: str
    item: str
    version: int
    words: str
    audience: str
    stated_at: str
    order: int
