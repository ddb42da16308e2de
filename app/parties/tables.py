"""Guarded tables of who is at one table. Every key begins with the dialogue (performance.md 4.10)."""

from sqlmodel import Field

from app.recordkeeping.tables import Recorded


class Participant(Recorded, table=True):
    """A person as introduced to one dialogue."""

    __tablename__ = "participants"

    dialogue: str = Field(primary_key=True)
    person: str = Field(primary_key=True)
    khmer: str
    latin: str
    sex: str
    position: int


class Side(Recorded, table=True):
    """A side of the table. `deciders_closed`: the count its list was closed with, or -1 while it is open."""

    __tablename__ = "sides"

    dialogue: str = Field(primary_key=True)
    side: str = Field(primary_key=True)
    khmer: str
    latin: str
    kind: str
    position: int
    deciders_closed: int
    left: bool


class SeatHeld(Recorded, table=True):
    """A seat one person holds; `side` is '' for those who belong to none."""

    __tablename__ = "seats"

    dialogue: str = Field(primary_key=True)
    person: str = Field(primary_key=True, index=True)
    role: str = Field(primary_key=True)
    side: str


class Decider(Recorded, table=True):
    """A person whose own yes is needed. `taking_part`: agreed to talk and did not end it."""

    __tablename__ = "deciders"

    dialogue: str = Field(primary_key=True)
    person: str = Field(primary_key=True)
    side: str
    because: str
    adult: str
    taking_part: bool


class Mandate(Recorded, table=True):
    """A written mandate to speak for others. `scope`: talk, accept, sign, apart by spaces; `until` an ISO day.

    `principals` are persons, apart by spaces, or none with a `count`; `text` the digest of its words."""

    __tablename__ = "mandates"

    dialogue: str = Field(primary_key=True)
    mandate: str = Field(primary_key=True)
    side: str
    person: str
    principals: str
    count: int
    scope: str
    text: str
    until: str
    witnessed: bool
    ended: bool
    position: int
